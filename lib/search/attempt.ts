import 'server-only'
import { type Counting, countFacets } from './facet-counts'
import { type Filter, facetQuery } from './filters'
import { type Found, findDocuments } from './find'
import { knownFacets } from './known-facets'
import { allOf, not } from './lexemes'
import { planSearch, type YearCount } from './plan'
import type { Query } from './query'
import type { FacetName } from './search-result'
import { type Archive, type TextQuery, toTextQuery } from './text-query'
import type { Sought } from './word-forms'

export const HITS_ON_PAGE = 20
/** Beyond these a reader narrows the search: keeps every offset bounded. */
const MOST_PAGES = 100

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
  archive: Archive & { years: YearCount[] }
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

/** Finds the documents of a page and, if wanted, counts all. */
export async function attempt(search: Search, { isCounted = true } = {}): Promise<Outcome> {
  const { query, words, filters, archive, from, to, sort, page } = search
  const text = toTextQuery(query, new Map(words.map((word) => [word.word, word])), archive)
  const asked = filterOf(filters, archive.documents)
  const isAll = text.full === null && asked.query === null
  const wanted = isAll ? { ...text, full: archive.everything, estimate: archive.documents } : text
  const plan = planSearch(wanted, asked, archive.years, sort)
  const conditions = { text, from, to }
  const { candidates, isExact } = plan
  const skip = (page - 1) * HITS_ON_PAGE
  const find = findDocuments({ ...conditions, candidates, sort, isExact, skip, take: HITS_ON_PAGE })
  const countings = isCounted ? countingsOf(wanted, filters, archive, isExact) : []
  const [found, counted] = await Promise.all([find, countFacets(countings, conditions)])
  const main = isExact ? { total: found.candidates, facets: found.facets, isEstimate: false } : counted.shift()
  const total = Math.max(main?.total ?? 0, found.candidates)
  const counts = new Map(main?.facets)
  await setOwnCounts(counts, countings.slice(isExact ? 0 : 1), counted)
  return {
    text,
    found: found.page,
    total,
    pages: Math.min(MOST_PAGES, Math.max(1, Math.ceil(Math.min(total, found.candidates) / HITS_ON_PAGE))),
    isEstimate: main?.isEstimate ?? false,
    counts,
  }
}

/** The filters as one text query, and the share of all documents expected to meet them. */
function filterOf(filters: Search['filters'], documents: number) {
  const parts = filters.map(({ ids, isExcluded }) => (isExcluded ? not(facetQuery(ids)) : facetQuery(ids)))
  const share = filters
    .filter(({ isExcluded }) => !isExcluded)
    .reduce((product, filter) => product * Math.min(1, filter.documents / Math.max(documents, 1)), 1)
  return { query: allOf(...parts), share }
}

/** Everything where not all of it was looked at, and once more for each chosen facet, which ignores its own choice. */
function countingsOf(text: TextQuery, filters: Search['filters'], archive: Archive, isExact: boolean): Counting[] {
  const without = (name: FacetName | null): Counting => {
    const others = filterOf(
      filters.filter((filter) => !(filter.isFacet && filter.name === name)),
      archive.documents,
    )
    const estimate = (text.full === null ? archive.documents : text.estimate) * others.share
    return { name, query: allOf(text.full, others.query) ?? archive.everything ?? "'='", estimate }
  }
  const chosen = filters.filter(({ isFacet }) => isFacet).map(({ name }) => without(name))
  return isExact ? chosen : [without(null), ...chosen]
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
