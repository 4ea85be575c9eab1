import 'server-only'
import { isNowhere } from './count-matches'
import { type Counted, type Counting, countFacets } from './facet-counts'
import { type Counts, findDocuments } from './find'
import { type Candidates, MOST_EXACT, TOO_FEW } from './plan'
import type { Prepared, Search, Understood } from './prepare'

/** What was found, how many match in all, and how many there are of each facet that was chosen. */
type Look = { found: Awaited<ReturnType<typeof findDocuments>>; main: Counted; counts: Counted[] }

const NOTHING: Look['found'] = {
  page: [],
  counts: { total: 0, facets: new Map() },
  without: { total: 0, facets: new Map() },
}
const NONE: Counted = { total: 0, facets: new Map(), isEstimate: false }

const conditionsOf = ({ from, to, asOf }: Search, { text, filter }: Understood, { arePhrasesLikely }: Prepared) => ({
  ...{ text, having: filter.having, from, to, asOf, arePhrasesLikely },
})

const toPage = ({ sort, page, onPage }: Search) => ({ sort, skip: (page - 1) * onPage, take: onPage })

/** Everything that matches. */
export async function lookAtAll(search: Search, understood: Understood, prepared: Prepared): Promise<Look> {
  const conditions = conditionsOf(search, understood, prepared)
  const { countings } = prepared
  // Of the same query, what the one broad filter leaves out is looked at too, if that is no more than is ever looked at.
  const without = countings.find(
    ({ query, having, estimate }) => query === understood.full && having.length === 0 && estimate <= MOST_EXACT,
  )
  const others = countings.filter((counting) => counting !== without)
  // Where not even a sample has it, it is likely that nothing has the words.
  const isUnlikely = prepared.measured?.total === 0 && others.length > 0
  if (isUnlikely && (await isNowhere(search))) return { found: NOTHING, main: NONE, counts: countings.map(() => NONE) }
  const found = await findDocuments({
    ...{ ...conditions, ...toPage(search), candidates: prepared.plan.candidates },
    ...{ isExact: true, isCountedWithout: without !== undefined },
  })
  const isNone = found.counts.total + found.without.total === 0
  const isNoneAtAll = isNone && !isUnlikely && others.length > 0 && (await isNowhere(search))
  const counted = isNoneAtAll ? [] : await countFacets(others, conditions)
  const exact = (counts: Counts) => ({ ...counts, isEstimate: false })
  const countOf = (counting: Counting) =>
    counting === without ? exact(found.without) : (counted[others.indexOf(counting)] ?? NONE)
  return { found, main: exact(found.counts), counts: countings.map(countOf) }
}

/** The best of many; they are counted on samples. */
export async function lookAtSome(search: Search, understood: Understood, prepared: Prepared): Promise<Look> {
  const conditions = conditionsOf(search, understood, prepared)
  const { plan, measured, countings } = prepared
  const { candidates, ofAllYears, estimate } = plan
  const everything = { name: null, query: understood.full ?? "'='", having: conditions.having, estimate, measured }
  const find = (candidates: Candidates) =>
    findDocuments({ ...conditions, ...toPage(search), candidates, isExact: false, isCountedWithout: false })
  const [first, [main = NONE, ...counts]] = await Promise.all([
    find(candidates),
    countFacets([everything, ...countings], conditions),
  ])
  // What is not much spoken of in the newest years may have been once.
  const found = ofAllYears && first.counts.total < TOO_FEW ? await find(ofAllYears) : first
  return { found, main, counts }
}
