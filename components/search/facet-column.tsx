import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { type FacetName, facetNames, type SearchResult } from '@/lib/search/search-result'
import { DateRange } from './date-range'
import { FacetLinks } from './facet-links'
import { YearChart } from './year-chart'

/** All that a search can be narrowed by: a column beside the results, on narrow screens a disclosure above them. */
export function FacetColumn({ result, locale }: { result: SearchResult; locale: Locale }) {
  const { t } = i18n(locale)
  const { request, facets } = result
  const chosen = Object.values(request.facets).flat().length + (request.from || request.to ? 1 : 0)
  const offered = facetNames.filter((name) => isOffered(name, result))
  return (
    <search aria-label={t('search.narrow')} className="no-print block">
      <a
        href="#results"
        className="sr-only focus:not-sr-only focus:mb-2 focus:inline-block focus:py-1 focus:text-accent focus:text-meta"
      >
        {t('search.toResults')}
      </a>
      <details className="open-beside">
        <summary className="flex items-center justify-between rounded-small border border-rule-strong px-4 py-2.5 font-semibold text-meta">
          <h2 className="font-sans">{t('search.narrow')}</h2>
          {chosen > 0 && <span className="font-normal text-muted">{t('search.chosenCount', { count: chosen })}</span>}
        </summary>
        <div className="grid gap-x-8 gap-y-7 pt-5 sm:grid-cols-2 lg:grid-cols-1 lg:pt-1">
          {offered.map((name) => (
            <section key={name} aria-labelledby={`facet-${name}`} className="min-w-0">
              <h3 id={`facet-${name}`} className="pb-1.5 font-sans font-semibold text-meta">
                {t(`search.facet.${name}`)}
              </h3>
              {name === 'year' && <YearChart result={result} locale={locale} />}
              <FacetLinks name={name} values={facets[name]} result={result} locale={locale} />
            </section>
          ))}
          <DateRange request={request} locale={locale} />
        </div>
      </details>
    </search>
  )
}

/** A facet with one value that all results share narrows nothing, but what was chosen can always be taken back. */
function isOffered(name: FacetName, { facets, total }: SearchResult) {
  const values = facets[name]
  return values.length > 1 || values.some(({ count, isChosen }) => isChosen || count < total)
}
