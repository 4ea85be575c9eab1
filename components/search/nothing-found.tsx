import { Fragment, type ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import { leftOut, narrowingsOf } from '@/lib/search/changed-request'
import { searchPath } from '@/lib/search/request'
import type { SearchResult } from '@/lib/search/search-result'
import { ButtonLink } from '../button-link'
import { narrowingWords } from './narrowing-chips'

/** A search without results: what was searched, and the ways to some, each with how many it gives. */
export function NothingFound({ result, locale }: { result: SearchResult; locale: Locale }) {
  const context = i18n(locale)
  const { t } = context
  const { request, ways } = result
  const narrowings = narrowingsOf(request, result.facets).map((each) => narrowingWords(each, context))
  return (
    <div className="pt-8">
      <h2 className="text-section">
        {request.text ? t('search.none.title', { query: request.text }) : t('search.none.titleOfFilters')}
      </h2>
      <div className="prose pt-3">
        {narrowings.length > 0 && (
          <p>{t.rich('search.none.narrowed', { filters: () => listed(narrowings, context) })}</p>
        )}
        <p className="text-muted">{t('search.none.searched')}</p>
      </div>
      {ways.length > 0 && (
        <section aria-labelledby="ways" className="pt-8">
          <h3 id="ways" className="pb-2 font-sans font-semibold text-meta">
            {t('search.none.ways')}
          </h3>
          <ul className="max-w-(--container-prose)">
            {ways.map((way) => (
              <li key={searchPath(way.request)} className="border-rule border-t">
                <a
                  className="quiet-link flex items-baseline justify-between gap-6 py-2.5"
                  href={inLocale(locale, searchPath(way.request))}
                  rel="nofollow"
                >
                  <span>{wayWords(way, result, context)}</span>
                  <span className="whitespace-nowrap text-meta text-muted">
                    {t('search.count', { count: way.total })}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="flex flex-wrap gap-3 pt-9">
        <ButtonLink href={inLocale(locale, routes.searchHelp())}>{t('search.howTo')}</ButtonLink>
        <ButtonLink href={inLocale(locale, routes.sessions())}>{t('search.none.sessions')}</ButtonLink>
      </div>
    </div>
  )
}

/** "A, B and C", each with its own language. */
const listed = (all: ReactNode[], { format }: I18n) => (
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity but their place
  <>{[...format.list(all.map((each, at) => <Fragment key={at}>{each}</Fragment>))]}</>
)

/** "Without the filter Speaker: Rhee Jong-kook", "Without the dates", "Without “afforestation”". */
function wayWords(way: SearchResult['ways'][number], { request, facets }: SearchResult, context: I18n): ReactNode {
  const { t } = context
  const what = leftOut(request, way.request)
  if (what === 'text') return t('search.none.withoutWord', { word: way.dropped.replace(/^"|"$/g, '') })
  const words = narrowingsOf(request, facets)
    .filter(({ name }) => name === what)
    .map((narrowing) => narrowingWords(narrowing, context))
  return t.rich('search.none.withoutFilter', { filter: () => listed(words, context) })
}
