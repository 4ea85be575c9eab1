import 'server-only'
import { type Counted, type Counting, countFacets } from './facet-counts'
import { type Counts, countDocuments, type Found, findDocuments } from './find'
import type { KnownCounts } from './known-counts'
import { knownFacets } from './known-facets'
import { allOf } from './lexemes'
import { measure } from './measure'
import { countingsOf, datesOf, filterOf, isPlain, type Narrowing, yearsAllowed } from './narrowing'
import { readNeighbours } from './neighbours'
import { newestMonths } from './newest-months'
import { type Candidates, MOST_EXACT, MOST_RANKED, monthsBack, planSearch, TOO_FEW, type YearCount } from './plan'
import type { Query } from './query'
import type { FacetName } from './search-result'
import { type Archive, type TextQuery, toTextQuery } from './text-query'
import type { Sought } from './word-forms'

export const HITS_ON_PAGE = 20
/** Beyond these a reader narrows the search: keeps every offset bounded. */
const MOST_PAGES = 100

/**
 * Neighbours are known by a hash, which one in two hundred documents of some hundred words has by chance: when as many
 * of those with the words are led to, hardly any are.
 */
const LIKELY = 0.05

/** All that decides what is found. */
export type Search = {
  query: Pick<Query, 'groups' | 'excluded'>
  words: Sought[]
  /** Of the address and of the text. */
  filters: Narrowing[]
  from: string | null
  to: string | null
  sort: 'relevance' | 'date'
  page: number
  /** What came into the index later is left out (milliseconds). */
  asOf: number | null
  /** How many on a page. */
  onPage: number
  archive: Archive & { years: YearCount[]; now: number }
  /** What was counted on the way to an answer. */
  counted: KnownCounts
}

export type Outcome = {
  text: TextQuery
  found: Found[]
  total: number
  pages: number
  isEstimate: boolean
  /** Documents by facet id; those of a chosen facet without its own choice. */
  counts: Map<number, number>
}

/** What a search asks for: its text, its filters, and both as one query of the index. */
async function understand(search: Search) {
  const { query, archive } = search
  const words = new Map(search.words.map((word) => [word.word, word]))
  const text = toTextQuery(query, words, archive, await readNeighbours(query, words))
  const filters = [...search.filters, ...datesOf(search)]
  const filter = filterOf(filters, archive.documents, text.full !== null)
  const isAll = text.full === null && filter.query === null
  return { text, filters, filter, full: isAll ? archive.everything : allOf(text.full, filter.query) }
}

type Understood = Awaited<ReturnType<typeof understand>>

/** How what is asked for will be looked for, and about how much there is of it. */
async function prepare(search: Search, { text, filters, filter, full }: Understood, isCounted: boolean) {
  const { query, archive, sort, from, to, asOf } = search
  const top = allOf(text.top, filter.query)
  const textEstimate = text.full === null ? archive.documents : text.estimate
  const countings = isCounted ? countingsOf(text, textEstimate, filters, archive) : []
  const isKnown = isPlain(query, filters)
  const time = { from, to, asOf }
  const { having, share, rest } = filter
  const [all, ...measured] = await measure(
    [{ query: full, having, estimate: textEstimate * share, rest, isKnown, isWithFacets: isCounted }, ...countings],
    time,
  )
  const estimate = all?.estimate ?? 0
  // How many have it in their top matters only where not all are looked at.
  const guess = { query: top, having, estimate: text.topEstimate * share, rest, isWithFacets: false }
  const isTopKnown = isKnown || text.top === null || estimate <= MOST_EXACT
  const [ofTop] = await measure([{ ...guess, isKnown: isTopKnown }], time)
  const topEstimate = ofTop?.estimate ?? 0
  const arePhrasesLikely = text.hasNeighbours && estimate > MOST_EXACT && estimate >= text.estimate * LIKELY
  const isRanked = sort === 'relevance' && text.terms.length > 0
  const undated = allOf(text.undated, filter.query)
  const asked = { full, top, undated, estimate, topEstimate, isRanked }
  const years = yearsAllowed(archive.years, filters)
  const back = isCounted && years.length === archive.years.length ? monthsBack(asked, years) : 0
  return {
    plan: planSearch(asked, { years, months: back ? await newestMonths(back, archive.years) : [] }),
    arePhrasesLikely,
    measured: all?.measured ?? null,
    countings: countings.map((each, at) => ({ ...each, ...(measured[at] ?? { estimate: 0, measured: null }) })),
  }
}

/** Finds the documents of a page and counts all, by every facet. */
export async function attempt(search: Search): Promise<Outcome> {
  const { from, to, onPage, counted } = search
  const understood = await understand(search)
  const { text } = understood
  const { countings, ...prepared } = await prepare(search, understood, true)
  const { found, main, counts } = prepared.plan.isExact
    ? await lookAtAll(search, understood, prepared, countings)
    : await lookAtSome(search, understood, prepared, countings)
  for (const [at, { query, having }] of countings.entries()) {
    const count = counts[at]
    if (count && !count.isEstimate) counted.keep(query, { text, having, from, to }, count.total)
  }
  const all = new Map(main.facets)
  await setOwnCounts(all, countings, counts)
  const total = Math.max(main.total, found.counts.total)
  return {
    text,
    found: found.page,
    total,
    pages: Math.min(MOST_PAGES, Math.max(1, Math.ceil(Math.min(total, found.counts.total) / onPage))),
    isEstimate: main.isEstimate,
    counts: all,
  }
}

type Prepared = Omit<Awaited<ReturnType<typeof prepare>>, 'countings'>
type Look = { found: Awaited<ReturnType<typeof findDocuments>>; main: Counted; counts: Counted[] }

const NOTHING: Look['found'] = { page: [], counts: { total: 0, facets: new Map() }, beside: [] }
const NONE: Counted = { total: 0, facets: new Map(), isEstimate: false }

const conditionsOf = ({ from, to, asOf }: Search, { text, filter }: Understood, { arePhrasesLikely }: Prepared) => ({
  ...{ text, having: filter.having, from, to, asOf, arePhrasesLikely },
})

const toPage = ({ sort, page, onPage }: Search) => ({ sort, skip: (page - 1) * onPage, take: onPage })

/** Everything that matches: what is to be counted of the same query is counted at the same time. */
async function lookAtAll(
  search: Search,
  understood: Understood,
  prepared: Prepared,
  countings: Counting[],
): Promise<Look> {
  const conditions = conditionsOf(search, understood, prepared)
  const beside = countings.filter(({ query }) => query === understood.full)
  const others = countings.filter((counting) => !beside.includes(counting))
  // Where not even a sample has it, it is likely that nothing has the words.
  if (prepared.measured?.total === 0 && others.length > 0 && (await isNowhere(search)))
    return { found: NOTHING, main: NONE, counts: countings.map(() => NONE) }
  const found = await findDocuments({
    ...{ ...conditions, ...toPage(search), candidates: prepared.plan.candidates, isExact: true },
    beside: beside.map(({ having }) => having),
  })
  const isNone = [found.counts, ...found.beside].every(({ total }) => total === 0)
  const isNoneAtAll = isNone && others.length > 0 && (await isNowhere(search))
  const counted = isNoneAtAll ? [] : await countFacets(others, conditions)
  const exact = (counts: Counts) => ({ ...counts, isEstimate: false })
  const countOf = (counting: Counting) =>
    beside.includes(counting)
      ? exact(found.beside[beside.indexOf(counting)] ?? NONE)
      : (counted[others.indexOf(counting)] ?? NONE)
  return { found, main: exact(found.counts), counts: countings.map(countOf) }
}

/** The best of many; they are counted on samples. */
async function lookAtSome(
  search: Search,
  understood: Understood,
  prepared: Prepared,
  countings: Counting[],
): Promise<Look> {
  const conditions = conditionsOf(search, understood, prepared)
  const { plan, measured } = prepared
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

/** Whether no document has the words, whatever else is asked for. */
const isNowhere = async (search: Search) =>
  search.query.groups.length > 0 && (await countMatches({ ...search, filters: [], from: null, to: null }, 1)) === 0

/** How many a search would find, at `most`, without looking at them; about, where they are many. */
export async function countMatches(search: Search, most = MOST_RANKED): Promise<number> {
  const { from, to, asOf, counted } = search
  const understood = await understand(search)
  const { text, full, filter } = understood
  const asked = { text, having: filter.having, from, to }
  if (!full) return 0
  const known = counted.find(full, asked)
  if (known !== undefined) return known
  const { plan, arePhrasesLikely } = await prepare(search, understood, false)
  if (!plan.isExact) return Math.round(plan.estimate)
  const count = await countDocuments(full, { ...asked, asOf, arePhrasesLikely }, most)
  if (count < most) counted.keep(full, asked, count)
  return count
}

async function setOwnCounts(
  counts: Map<number, number>,
  countings: Counting[],
  counted: { facets: Map<number, number> }[],
) {
  if (!countings.length) return
  const known = await knownFacets([...counts.keys(), ...counted.flatMap(({ facets }) => [...facets.keys()])])
  const idsOf = (name: FacetName | null) => known.filter((facet) => facet.name === name).map(({ id }) => id)
  for (const [at, { name }] of countings.entries()) {
    for (const id of idsOf(name)) {
      const count = counted[at]?.facets.get(id)
      if (count) counts.set(id, count)
      else counts.delete(id)
    }
  }
}
