import 'server-only'
import { type AskedFilter, countingsOf, datesOf, filterOf, isPlain, yearsAllowed } from './asked-filters'
import type { Counting } from './facet-counts'
import type { KnownCounts } from './known-counts'
import { allOf } from './lexemes'
import { measure } from './measure'
import { readNeighbours } from './neighbours'
import { newestMonths } from './newest-months'
import { MOST_EXACT, monthsBack, planSearch, type YearCount } from './plan'
import type { Query } from './query'
import { type Archive, toTextQuery } from './text-query'
import type { Sought } from './word-forms'

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
  filters: AskedFilter[]
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

/** What a search asks for: its text, its filters, and both as one query of the index. */
export async function understand(search: Search) {
  const { query, archive } = search
  const words = new Map(search.words.map((word) => [word.word, word]))
  const text = toTextQuery(query, words, archive, await readNeighbours(query, words))
  const filters = [...search.filters, ...datesOf(search)]
  const filter = filterOf(filters, archive.documents, text.full !== null)
  const isAll = text.full === null && filter.query === null
  return { text, filters, filter, full: isAll ? archive.everything : allOf(text.full, filter.query) }
}

export type Understood = Awaited<ReturnType<typeof understand>>

/** How what is asked for will be looked for, and about how much there is of it. */
export async function prepare(search: Search, { text, filters, filter, full }: Understood, isCounted: boolean) {
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
    countings: countings.map(
      (each, at): Counting => ({ ...each, ...(measured[at] ?? { estimate: 0, measured: null }) }),
    ),
  }
}

export type Prepared = Awaited<ReturnType<typeof prepare>>
