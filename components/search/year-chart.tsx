import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { withAllToggled } from '@/lib/search/changed-request'
import { MOST_VALUES, searchPath } from '@/lib/search/request'
import type { FacetValue, SearchResult } from '@/lib/search/search-result'
import { type YearBar, yearBars } from '@/lib/search/year-bars'

type Props = { result: SearchResult; locale: Locale }

/** Whether the chart has a bar for each year, so that it says and does all that the links of the years would. */
export const isEveryYearDrawn = ({ years, facets }: SearchResult) => {
  const bars = yearBars(years)
  const isDrawn = (value: string) =>
    bars.some(({ from, to, count }) => from === to && count > 0 && String(from) === value)
  return bars.length > 1 && facets.year.every(({ value }) => isDrawn(value))
}

/** Results by year: bars on an axis of time, each a link to the results of its year or span of years. */
export function YearChart({ result, locale }: Props) {
  const bars = yearBars(result.years)
  if (bars.length < 2) return null
  const most = Math.max(...bars.map(({ count }) => count))
  return (
    <ol className="flex max-w-80 items-end gap-px pt-1 pb-1">
      {bars.map((bar) => (
        <li key={bar.from} className="min-w-6 flex-1">
          <Bar bar={bar} share={bar.count / most} result={result} locale={locale} />
        </li>
      ))}
    </ol>
  )
}

function Bar({ bar, share, result, locale }: Props & { bar: YearBar; share: number }) {
  const { t, format } = i18n(locale)
  const { from, to, count } = bar
  const href = barLink(bar, result)
  const isChosen = isBarChosen(bar, result)
  const axis = (
    <span
      aria-hidden="true"
      className={`block border-rule-strong border-t pt-1 text-center text-[0.6875rem] leading-4 ${isChosen ? 'font-semibold text-ink' : 'text-muted'}`}
    >
      {from}
    </span>
  )
  if (!href) return axis
  const years = from === to ? String(from) : `${from}–${to}`
  const name = t('search.bar', {
    years,
    results: t(result.isEstimate ? 'search.countAbout' : 'search.count', { count }),
  })
  return (
    <a
      href={inLocale(locale, href)}
      rel="nofollow"
      title={name}
      aria-current={isChosen ? 'true' : undefined}
      className="group block hover:bg-accent-wash"
    >
      <span className="sr-only">
        {name}
        {isChosen && `, ${t('search.chosen')}`}
      </span>
      <span aria-hidden="true" className="flex h-20 flex-col justify-end">
        <span className="text-center text-[0.6875rem] text-muted leading-4 tabular-nums">
          {format.number(count, { notation: 'compact' })}
        </span>
        <span
          className={`mx-px block ${isChosen ? 'bg-gold' : 'bg-accent group-hover:bg-accent-ink'}`}
          style={{ height: `${Math.max(3, 75 * share)}%` }}
        />
      </span>
      {axis}
    </a>
  )
}

const isBarChosen = (bar: YearBar, { facets, request }: SearchResult) =>
  yearsOf(bar, facets.year).some(({ isChosen }) => isChosen) ||
  (bar.from !== bar.to && request.from === `${bar.from}-01-01` && request.to === `${bar.to}-12-31`)

const yearsOf = ({ from, to }: YearBar, years: FacetValue[]) =>
  years.filter(({ value, count }) => count > 0 && Number(value) >= from && Number(value) <= to)

/** A bar chooses its years, as many as an address holds, else the days from its first to its last. */
function barLink(bar: YearBar, { request, facets }: SearchResult) {
  const { from, to, count } = bar
  if (count === 0) return null
  const years = yearsOf(bar, facets.year)
  const toggled = withAllToggled(request, 'year', years)
  if ((toggled.facets.year?.length ?? 0) <= MOST_VALUES) return searchPath(toggled)
  const { year: _, ...others } = request.facets
  return searchPath({ ...request, facets: others, from: `${from}-01-01`, to: `${to}-12-31`, page: 1 })
}
