import type { Metadata } from 'next'
import { formatWhen } from '@/components/desk/when'
import { primary } from '@/components/form/button-styles'
import { Pagination } from '@/components/pagination'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { allowed } from '@/lib/auth/signed-in'
import { formatNames } from '@/lib/import/format-names'
import { listImports } from '@/lib/import/queries'
import { pageNumber } from '@/lib/pagination'
import { deskTimeZone } from '@/lib/revisions/desk-zone'
import { routes } from '@/lib/routes'
import { editionInWords, outcomeInWords } from './import-words'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskImport.title') }
}

/** Programmes that were rehearsed and imported, the newest first. */
export default async function ImportsPage({ searchParams }: Props) {
  await allowed('write')
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const [imports, timeZone] = await Promise.all([listImports(pageNumber(await searchParams)), deskTimeZone()])
  return (
    <div className="max-w-4xl">
      <h1 className="text-title">{t('deskImport.title')}</h1>
      <p className="prose pt-3 text-muted">{t('deskImport.lede')}</p>
      <p className="py-6">
        <a className={primary} href={routes.newImport()}>
          {t('deskImport.new')}
        </a>
      </p>
      {imports.total === 0 && <p className="prose border-rule border-t pt-3">{t('deskImport.empty')}</p>}
      <ol className="pb-6">
        {imports.items.map((each) => (
          <li key={each.id} className="border-rule border-t py-3 [overflow-wrap:anywhere]">
            <a className="link" href={routes.oneImport(each.id)}>
              {t('deskImport.into', { file: each.fileName, edition: editionInWords(each, i18n) })}
            </a>
            <p>{outcomeInWords(each, i18n)}</p>
            <p className="text-meta text-muted">
              {t('deskImport.by', {
                who: each.createdBy ?? t('deskLists.archive'),
                when: formatWhen(each.createdAt, timeZone, i18n),
                format: formatNames[each.format],
              })}
            </p>
            {each.state === 'applied' && each.batchId && (
              <p className="text-meta">
                <a className="link inline-block py-1" href={routes.batch(each.batchId)}>
                  {t('deskImport.takeBack')}
                  <span className="sr-only"> ({each.fileName})</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
      <Pagination page={imports.page} pages={imports.pages} path={routes.imports()} locale={locale} />
    </div>
  )
}
