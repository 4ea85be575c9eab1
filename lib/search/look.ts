import 'server-only'
import { isNowhere } from './count-matches'
import { type Counted, type Counting, countFacets } from './facet-counts'
import { type Counts, findDocuments } from './find'
import { type Candidates, TOO_FEW } from './plan'
import type { Prepared, Search, Understood } from './prepare'

/** What was found, how many match in all, and how many there are of each facet that was chosen. */
export type Look = { found: Awaited<ReturnType<typeof findDocuments>>; main: Counted; counts: Counted[] }

const NOTHING: Look['found'] = { page: [], counts: { total: 0, facets: new Map() }, beside: [] }
const NONE: Counted = { total: 0, facets: new Map(), isEstimate: false }

const conditionsOf = ({ from, to, asOf }: Search, { text, filter }: Understood, { arePhrasesLikely }: Prepared) => ({
  ...{ text, having: filter.having, from, to, asOf, arePhrasesLikely },
})

const toPage = ({ sort, page, onPage }: Search) => ({ sort, skip: (page - 1) * onPage, take: onPage })

/** Everything that matches: what is to be counted of the same query is counted at the same time. */
export async function lookAtAll(search: Search, understood: Understood, prepared: Prepared): Promise<Look> {
  const conditions = conditionsOf(search, understood, prepared)
  const { countings } = prepared
  const beside = countings.filter(({ query }) => query === understood.full)
  const others = countings.filter((counting) => !beside.includes(counting))
  // Where not even a sample has it, it is likely that nothing has the words.
  const isUnlikely = prepared.measured?.total === 0 && others.length > 0
  if (isUnlikely && (await isNowhere(search))) return { found: NOTHING, main: NONE, counts: countings.map(() => NONE) }
  const found = await findDocuments({
    ...{ ...conditions, ...toPage(search), candidates: prepared.plan.candidates, isExact: true },
    beside: beside.map(({ having }) => having),
  })
  const isNone = [found.counts, ...found.beside].every(({ total }) => total === 0)
  const isNoneAtAll = isNone && !isUnlikely && others.length > 0 && (await isNowhere(search))
  const counted = isNoneAtAll ? [] : await countFacets(others, conditions)
  const exact = (counts: Counts) => ({ ...counts, isEstimate: false })
  const countOf = (counting: Counting) =>
    beside.includes(counting)
      ? exact(found.beside[beside.indexOf(counting)] ?? NONE)
      : (counted[others.indexOf(counting)] ?? NONE)
  return { found, main: exact(found.counts), counts: countings.map(countOf) }
}

/** The best of many; they are counted on samples. */
export async function lookAtSome(search: Search, understood: Understood, prepared: Prepared): Promise<Look> {
  const conditions = conditionsOf(search, understood, prepared)
  const { plan, measured, countings } = prepared
  const { candidates, ofAllYears, estimate } = plan
  const everything = { name: null, query: understood.full ?? "'='", having: conditions.having, estimate, measured }
  const find = (candidates: Candidates) =>
    findDocuments({ ...conditions, ...toPage(search), candidates, isExact: false, beside: [] })
  const [first, [main = NONE, ...counts]] = await Promise.all([
    find(candidates),
    countFacets([everything, ...countings], conditions),
  ])
  // What is not much spoken of in the newest years may have been once.
  const found = ofAllYears && first.counts.total < TOO_FEW ? await find(ofAllYears) : first
  return { found, main, counts }
}
