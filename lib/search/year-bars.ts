/** Hits of one year, or of several where a bar for each would be too thin. */
export type YearBar = { from: number; to: number; count: number }

/** As many as have room for their year below them in a column of the page. */
const MOST_BARS = 8
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500]

/** Hits by year as bars on a true axis of time: years without a hit have their place, and spans begin at round years. */
export function yearBars(years: readonly { year: number; count: number }[]): YearBar[] {
  const first = years[0]?.year
  const last = years.at(-1)?.year
  if (first === undefined || last === undefined) return []
  const begin = (step: number) => Math.floor(first / step) * step
  const barsOf = (step: number) => Math.floor((last - begin(step)) / step) + 1
  const step = STEPS.find((each) => barsOf(each) <= MOST_BARS) ?? last - first + 1
  return Array.from({ length: barsOf(step) }, (_, at) => {
    const from = begin(step) + at * step
    const to = from + step - 1
    const within = years.filter(({ year }) => year >= from && year <= to)
    return { from, to, count: within.reduce((sum, { count }) => sum + count, 0) }
  })
}
