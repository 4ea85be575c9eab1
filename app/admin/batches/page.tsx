import type { Metadata } from 'next'
import { Pagination } from '@/components/pagination'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { listBatches } from '@/lib/batches/queries'
import { pageNumber } from '@/lib/pagination'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { routes } from '@/lib/routes'
import { batchHistory, batchInWords } from './batch-words'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskBatches.batches.title') }
}

/** What was done to many records at once, the newest first. */
export default async function BatchesPage({ searchParams }: Props) {
  await allowed('write')
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const [batches, timeZone] = await Promise.all([listBatches(pageNumber(await searchParams)), deskTimeZone()])
  return (
    <div className="max-w-4xl">
      <h1 className="text-title">{t('deskBatches.batches.title')}</h1>
      <p className="prose pt-3 pb-6 text-muted">{t('deskBatches.batches.lede')}</p>
      {batches.total === 0 && <p className="prose border-rule border-t pt-3">{t('deskBatches.batches.empty')}</p>}
      <ol className="pb-6">
        {batches.items.map((batch) => (
          <li key={batch.id} className="border-rule border-t py-3 [overflow-wrap:anywhere]">
            <a className="link" href={routes.batch(batch.id)}>
              {batchInWords(batch, i18n)}
            </a>
            {batchHistory(batch, timeZone, i18n).map((line) => (
              <p key={line} className="text-meta text-muted">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <Pagination page={batches.page} pages={batches.pages} path={routes.batches()} locale={locale} />
    </div>
  )
}
