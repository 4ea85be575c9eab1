import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import { stateOf } from '@/lib/search/changed-request'
import { searchPath } from '@/lib/search/request'
import type { SearchResult } from '@/lib/search/search-result'
import { Pagination } from '../pagination'
import { FacetColumn } from './facet-column'
import { NarrowingChips } from './narrowing-chips'
import { NothingFound } from './nothing-found'
import { ResultData } from './result-data'
import { ResultHead } from './result-head'
import { ResultNotes } from './result-notes'
import { SearchHitItem } from './search-hit'

type Props = { result: SearchResult; pageSize: number; locale: Locale }

/** A page of results beside what they can be narrowed by. */
export function SearchResults({ result, pageSize, locale }: Props) {
  const { total } = result
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 pt-6 lg:grid-cols-[14.5rem_minmax(0,1fr)]">
      <FacetColumn result={result} locale={locale} />
      <div id="results" className="min-w-0">
        {total > 0 && <ResultHead result={result} locale={locale} />}
        <NarrowingChips result={result} locale={locale} />
        <ResultNotes result={result} locale={locale} />
        {total === 0 ? (
          <NothingFound result={result} locale={locale} />
        ) : (
          <>
            <HitList result={result} pageSize={pageSize} locale={locale} />
            <ResultData request={result.request} locale={locale} />
          </>
        )}
      </div>
    </div>
  )
}

function HitList({ result, pageSize, locale }: Props) {
  const { t, format } = i18n(locale)
  const { hits, request, page, pages, total } = result
  const reached = pages * pageSize
  return (
    <>
      <h2 className="sr-only">{t('search.results')}</h2>
      {/* The line below the last hit is that of the pages. */}
      <div className="-mb-px">
        {hits.map((hit) => (
          <SearchHitItem key={hit.path} hit={hit} locale={locale} />
        ))}
      </div>
      {hits.length === 0 && (
        <div className="prose py-8">
          <p>{t('words.list.noSuchPage', { page })}</p>
          <p>
            <a className="link" href={inLocale(locale, searchPath({ ...request, page: 1 }))}>
              {t('words.list.firstPage')}
            </a>
          </p>
        </div>
      )}
      {page === pages && total > reached && (
        <p className="prose pt-6 text-meta text-muted">{t('search.end', { count: format.number(reached) })}</p>
      )}
      <Pagination
        {...{ page, pages, locale }}
        path={routes.search()}
        query={stateOf(request)}
        later={{ asof: result.asOf }}
      />
    </>
  )
}
