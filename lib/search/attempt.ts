import 'server-only'
import type { Counting } from './facet-counts'
import type { Found } from './find'
import { knownFacets } from './known-facets'
import { lookAtAll, lookAtSome } from './look'
import { prepare, type Search, understand } from './prepare'
import type { FacetName } from './search-result'
import type { TextQuery } from './text-query'

export const HITS_ON_PAGE = 20
/** Beyond these a reader narrows the search: keeps every offset bounded. */
const MOST_PAGES = 100

export type Outcome = {
  text: TextQuery
  found: Found[]
  total: number
  pages: number
  isEstimate: boolean
  /** Documents by facet id; those of a chosen facet without its own choice. */
  counts: Map<number, number>
}

/** Finds the documents of a page and counts all, by every facet. */
export async function attempt(search: Search): Promise<Outcome> {
  const { from, to, onPage, counted } = search
  const understood = await understand(search)
  const { text } = understood
  const prepared = await prepare(search, understood, true)
  const { countings, plan } = prepared
  const look = plan.isExact ? lookAtAll : lookAtSome
  const { found, main, counts } = await look(search, understood, prepared)
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
