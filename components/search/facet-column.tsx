import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { type FacetName, facetNames, type SearchResult } from '@/lib/search/search-result'
import { DateRange } from './date-range'
import { FacetLinks } from './facet-links'
import { FacetSection, OpenMark } from './facet-section'
import { isEveryYearDrawn, YearChart } from './year-chart'

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
        <summary className="flex items-center gap-3 rounded-small border border-rule-strong px-4 py-2.5 font-semibold text-meta">
          <h2 className="flex-1 font-sans">{t('search.narrow')}</h2>
          {chosen > 0 && <span className="font-normal text-muted">{t('search.chosenCount', { count: chosen })}</span>}
          <OpenMark />
        </summary>
        <div className="grid gap-x-8 pt-2 sm:grid-cols-2 lg:grid-cols-1 lg:gap-y-7 lg:pt-1">
          {offered.map((name) => (
            <FacetSection
              key={name}
              name={name}
              title={t(`search.facet.${name}`)}
              chosen={facets[name].filter(({ isChosen }) => isChosen).length}
              locale={locale}
            >
              {name === 'year' && <YearChart result={result} locale={locale} />}
              {!(name === 'year' && isEveryYearDrawn(result)) && (
                <FacetLinks name={name} values={facets[name]} result={result} locale={locale} />
              )}
            </FacetSection>
          ))}
          <FacetSection
            name="dates"
            title={t('search.dates')}
            chosen={request.from || request.to ? 1 : 0}
            locale={locale}
          >
            <DateRange request={request} locale={locale} />
          </FacetSection>
        </div>
      </details>
    </search>
  )
}

/** A facet whose every value all results share narrows nothing, but what was chosen can always be taken back. */
const isOffered = (name: FacetName, { facets, total }: SearchResult) =>
  facets[name].some(({ count, isChosen }) => isChosen || count < total)
