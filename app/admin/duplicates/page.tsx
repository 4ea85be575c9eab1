import type { Metadata } from 'next'
import { RecordTitle } from '@/components/desk/record-title'
import { StateLabels } from '@/components/desk/state-labels'
import { Notice } from '@/components/form/notice'
import { QuietButton } from '@/components/form/quiet-button'
import { Pagination } from '@/components/pagination'
import { deskI18n } from '@/lib/auth/desk-i18n'
import { may } from '@/lib/auth/permissions'
import { allowed } from '@/lib/auth/signed-in'
import { listPairs } from '@/lib/merging/pairs'
import { mergeableNouns } from '@/lib/merging/replace-mention'
import { pageNumber } from '@/lib/pagination'
import { nounPlurals } from '@/lib/revisions/nouns'
import { routes, withQuery } from '@/lib/routes'
import { notSameAction } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskI18n()).t('deskBatches.pairs.title') }
}

/** Pairs of records that may be the same: merged, or said to be two. */
export default async function DuplicatesPage({ searchParams }: Props) {
  const user = await allowed('write')
  const query = await searchParams
  const i18n = await deskI18n()
  const { t, locale } = i18n
  const noun = mergeableNouns.find((each) => each === query.noun) ?? null
  const pairs = await listPairs(noun, pageNumber(query), locale)
  const path = routes.duplicates()
  const tabs = [null, ...mergeableNouns]
  return (
    <div className="max-w-4xl">
      <h1 className="text-title">{t('deskBatches.pairs.title')}</h1>
      <p className="prose pt-3 text-muted">{t('deskBatches.pairs.lede')}</p>
      {query.done === 'notSame' && <Notice>{t('deskBatches.pairs.said')}</Notice>}
      <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-6 text-meta">
        {tabs.map((each) => (
          <li key={each ?? 'all'}>
            <a
              className="link inline-block py-1 aria-[current=page]:font-semibold aria-[current=page]:no-underline"
              aria-current={each === noun ? 'page' : undefined}
              href={withQuery(path, { noun: each })}
            >
              {each ? t(`deskLists.nouns.${each}`) : t('deskBatches.pairs.all')}
            </a>
          </li>
        ))}
      </ul>
      {pairs.total === 0 && <p className="prose mt-4 border-rule border-t pt-3">{t('deskBatches.pairs.empty')}</p>}
      <ol className="py-4">
        {pairs.items.map(({ first, second, isByName, sessions }) => {
          const called = {
            first: first.title?.text ?? t('deskLists.untitled'),
            second: second.title?.text ?? t('deskLists.untitled'),
          }
          return (
            <li key={`${first.id} ${second.id}`} className="border-rule border-t py-4">
              <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
                {[first, second].map((record) => (
                  <div key={record.id} className="min-w-0">
                    <RecordTitle record={record} i18n={i18n} showsNoun />
                    <StateLabels standing={record} i18n={i18n} />
                  </div>
                ))}
              </div>
              <p className="pt-2 text-meta text-muted">
                {t(isByName ? 'deskBatches.pairs.byName' : 'deskBatches.pairs.bySession')}
                {sessions > 0 && ` · ${t('deskBatches.pairs.sessions', { count: sessions })}`}
              </p>
              <div className="flex flex-wrap items-center gap-x-5 gap-y-2 pt-3">
                {may(user, 'publish') && (
                  <a
                    className="link py-1"
                    aria-label={t('deskBatches.pairs.mergeOf', called)}
                    href={withQuery(routes.mergeRecord(nounPlurals[first.noun], first.id), { with: second.id })}
                  >
                    {t('deskBatches.pairs.merge')}
                  </a>
                )}
                <form action={notSameAction}>
                  <input type="hidden" name="first" value={first.id} />
                  <input type="hidden" name="second" value={second.id} />
                  {noun && <input type="hidden" name="noun" value={noun} />}
                  <QuietButton>
                    <span aria-hidden="true">{t('deskBatches.pairs.notSame')}</span>
                    <span className="sr-only">{t('deskBatches.pairs.notSameOf', called)}</span>
                  </QuietButton>
                </form>
              </div>
            </li>
          )
        })}
      </ol>
      <Pagination page={pairs.page} pages={pairs.pages} path={path} query={{ noun }} locale={locale} />
    </div>
  )
}
