import 'server-only'
import { type Counting, countFacets } from './facet-counts'
import { type Filter, facetQuery } from './filters'
import { countDocuments, type Found, findDocuments } from './find'
import { knownFacets } from './known-facets'
import { allOf, not } from './lexemes'
import { measure } from './measure'
import { readNeighbours } from './neighbours'
import { newestMonths } from './newest-months'
import { FEW, MOST_EXACT, MOST_YEARS, monthsBack, planSearch, type YearCount } from './plan'
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
  filters: (Filter & { documents: number; isFacet: boolean })[]
  from: string | null
  to: string | null
  sort: 'relevance' | 'date'
  page: number
  /** What came into the index later is left out (milliseconds). */
  asOf: number | null
  /** How many on a page. */
  onPage: number
  archive: Archive & { years: YearCount[]; now: number }
  /** What was counted on the way to an answer: documents by what was asked of the index, see `asCounted`. */
  counted: Map<string, number>
}

/** Under what a number is kept; null where texts were read too, of which it says nothing. */
const asCounted = (full: string, { from, to }: Search, text: TextQuery) =>
  text.phrases.length || text.excludedPhrases.length ? null : JSON.stringify([full, from, to])

export type Outcome = {
  text: TextQuery
  found: Found[]
  total: number
  pages: number
  isEstimate: boolean
  /** Documents by facet id; those of a chosen facet without its own choice. */
  counts: Map<number, number>
}

/** What a search asks of the index, and about how much there is of it. */
async function prepare(search: Search, isCounted: boolean) {
  const { query, archive, sort, from, to, asOf } = search
  const words = new Map(search.words.map((word) => [word.word, word]))
  const text = toTextQuery(query, words, archive, await readNeighbours(query, words))
  const filters = [...search.filters, ...datesOf(search)]
  const filter = filterOf(filters, archive.documents)
  const isAll = text.full === null && filter.query === null
  const full = isAll ? archive.everything : allOf(text.full, filter.query)
  const top = allOf(text.top, filter.query)
  const textEstimate = text.full === null ? archive.documents : text.estimate
  const countings = isCounted ? countingsOf(text, textEstimate, filters, archive) : []
  const isKnown = isPlain(query, filters)
  const time = { from, to, asOf }
  const [all, ...measured] = await measure(
    [
      { query: full, estimate: textEstimate * filter.share, rest: filter.rest, isKnown, isWithFacets: isCounted },
      ...countings,
    ],
    time,
  )
  const estimate = all?.estimate ?? 0
  // How many have it in their top matters only where not all are looked at.
  const guess = { query: top, estimate: text.topEstimate * filter.share, rest: filter.rest, isWithFacets: false }
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
    text,
    full,
    plan: planSearch(asked, { years, months: back ? await newestMonths(back) : [] }),
    arePhrasesLikely,
    measured: all?.measured ?? null,
    countings: countings.map((each, at) => ({ ...each, ...(measured[at] ?? { estimate: 0, measured: null }) })),
  }
}

/** Finds the documents of a page and counts all, by every facet. */
export async function attempt(search: Search): Promise<Outcome> {
  const { from, to, asOf, sort, page, onPage } = search
  const { text, full, plan, arePhrasesLikely, measured, countings } = await prepare(search, true)
  const conditions = { text, from, to, asOf, arePhrasesLikely }
  const { candidates, ofAllYears, isExact, estimate } = plan
  const everything = { name: null, query: full ?? "'='", estimate, measured }
  const find = (candidates: string[]) =>
    findDocuments({ ...conditions, candidates, sort, isExact, skip: (page - 1) * onPage, take: onPage })
  const [first, counts] = await Promise.all([
    find(candidates),
    countFacets(isExact ? countings : [everything, ...countings], conditions),
  ])
  // What is not much spoken of in the newest years may have been once.
  const found = ofAllYears && first.candidates < FEW ? await find(ofAllYears) : first
  const main = isExact ? { total: found.candidates, facets: found.facets, isEstimate: false } : counts.shift()
  const total = Math.max(main?.total ?? 0, found.candidates)
  for (const [at, { query }] of countings.entries()) {
    const [key, count] = [asCounted(query, search, text), counts[at]]
    if (key && count && !count.isEstimate) search.counted.set(key, count.total)
  }
  const all = new Map(main?.facets)
  await setOwnCounts(all, countings, counts)
  return {
    text,
    found: found.page,
    total,
    pages: Math.min(MOST_PAGES, Math.max(1, Math.ceil(Math.min(total, found.candidates) / onPage))),
    isEstimate: main?.isEstimate ?? false,
    counts: all,
  }
}

/** How many a search would find, at `most`, without looking at them; about, where they are many. */
export async function countMatches(search: Search, most?: number): Promise<number> {
  const { from, to, asOf } = search
  const { text, full, plan, arePhrasesLikely } = await prepare(search, false)
  if (!full) return 0
  const key = asCounted(full, search, text)
  const known = key ? search.counted.get(key) : undefined
  if (known !== undefined) return known
  if (plan.isExact) return countDocuments(full, { text, from, to, asOf, arePhrasesLikely }, most)
  return Math.round(plan.estimate)
}

type AnyFilter = Omit<Search['filters'][number], 'name'> & { name: FacetName | 'dates' }

/** Whether one thing alone is asked for, of which the number is known. */
const isPlain = ({ groups, excluded }: Search['query'], filters: AnyFilter[]) =>
  excluded.length === 0 &&
  groups.length + filters.length <= 1 &&
  groups.every((group) => group.length === 1 && group[0]?.words.length === 1)

/**
 * Dates as years, which the index knows: the days themselves are looked at in what it finds. A meeting may begin in
 * the year before its own or end in the next.
 */
function datesOf({ from, to, archive }: Search): AnyFilter[] {
  if (!from && !to) return []
  const [first, last] = [from ? Number(from.slice(0, 4)) : -Infinity, to ? Number(to.slice(0, 4)) : Infinity]
  const within = (margin: number) =>
    archive.years.filter(({ year }) => year !== null && year >= first - margin && year <= last + margin)
  const documents = within(0).reduce((sum, year) => sum + year.documents, 0)
  return [{ name: 'dates', ids: within(1).map(({ id }) => id), isExcluded: false, isFacet: false, text: '', documents }]
}

/** The years in which there can be a match. */
const yearsAllowed = (years: YearCount[], filters: AnyFilter[]) =>
  filters
    .filter(({ name, isExcluded }) => (name === 'year' || name === 'dates') && !isExcluded)
    .reduce((left, { ids }) => left.filter(({ id }) => ids.includes(id)), years)

/**
 * The filters as one text query, and the share of all documents expected to meet them; `rest` is the share of those
 * that meet what no query says: dates over many years are looked at in the documents themselves.
 */
function filterOf(filters: AnyFilter[], documents: number) {
  const isSaid = ({ name, ids }: AnyFilter) => name !== 'dates' || ids.length <= MOST_YEARS
  const parts = filters
    .filter(isSaid)
    .map(({ ids, isExcluded }) => (isExcluded ? not(facetQuery(ids)) : facetQuery(ids)))
  const shareOf = (some: AnyFilter[]) =>
    some
      .filter(({ isExcluded }) => !isExcluded)
      .reduce((product, filter) => product * Math.min(1, filter.documents / Math.max(documents, 1)), 1)
  return {
    query: allOf(...parts),
    share: shareOf(filters.filter(isSaid)),
    rest: shareOf(filters.filter((filter) => !isSaid(filter))),
  }
}

/** For each facet that was chosen everything without its own choice. */
function countingsOf(text: TextQuery, estimate: number, filters: AnyFilter[], archive: Archive) {
  return filters.flatMap(({ isFacet, name }) => {
    if (!isFacet || name === 'dates') return []
    const left = filters.filter((filter) => !(filter.isFacet && filter.name === name))
    const { query, share, rest } = filterOf(left, archive.documents)
    const isKnown = text.full === null && left.length <= 1
    const asked = allOf(text.full, query) ?? archive.everything ?? "'='"
    return [{ name, query: asked, estimate: estimate * share, rest, isKnown, isWithFacets: true }]
  })
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
