import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { withToggled } from '@/lib/search/changed-request'
import { searchPath } from '@/lib/search/request'
import type { SearchResult } from '@/lib/search/search-result'
import { type YearBar, yearBars } from '@/lib/search/year-bars'

/**
 * Results by year as bars that can be clicked. It is for the eye and the pointer: the links of the years below it say
 * and do the same for everybody.
 */
export function YearChart({ result, locale }: { result: SearchResult; locale: Locale }) {
  const { t } = i18n(locale)
  const bars = yearBars(result.years)
  if (bars.length < 2) return null
  const most = Math.max(...bars.map(({ count }) => count))
  const { facets } = result
  const isChosen = ({ from, to }: YearBar) =>
    facets.year.some((year) => year.isChosen && Number(year.value) >= from && Number(year.value) <= to)
  return (
    <div aria-hidden="true" className="max-w-80 pt-1 pb-2">
      <div className="flex h-16 items-end gap-px border-rule-strong border-b">
        {bars.map((bar) => {
          const href = barLink(bar, result)
          const years = bar.from === bar.to ? String(bar.from) : `${bar.from}–${bar.to}`
          const look = isChosen(bar) ? 'bg-gold' : 'bg-accent group-hover:bg-accent-ink'
          return href ? (
            <a
              key={bar.from}
              href={inLocale(locale, href)}
              rel="nofollow"
              tabIndex={-1}
              title={t('search.bar', { years, results: t('search.count', { count: bar.count }) })}
              className="group flex h-full flex-1 items-end hover:bg-accent-wash"
            >
              <span className={`w-full ${look}`} style={{ height: `${Math.max(4, (100 * bar.count) / most)}%` }} />
            </a>
          ) : (
            <span key={bar.from} className="flex-1" />
          )
        })}
      </div>
      <div className="flex justify-between pt-1 text-muted text-small">
        <span>{bars[0]?.from}</span>
        <span>{bars.at(-1)?.to}</span>
      </div>
    </div>
  )
}

/** A year is chosen as a facet, a span of years by its dates; an empty bar leads nowhere. */
function barLink({ from, to, count }: YearBar, { request, facets }: SearchResult) {
  if (count === 0) return null
  const year = from === to && facets.year.find(({ value }) => value === String(from))
  if (year) return searchPath(withToggled(request, 'year', year, facets))
  const { year: _, ...others } = request.facets
  return searchPath({ ...request, facets: others, from: `${from}-01-01`, to: `${to}-12-31`, page: 1 })
}
