import 'server-only'
import { countMatches } from './count-matches'
import type { Search } from './prepare'
import type { Group } from './query'
import { facetNames, type SearchRequest, type SearchResult } from './search-result'

/** At most as many other searches are tried for one that found nothing. */
const MOST_TRIES = 6

type Left = { search: Search; total: number; without: string[] }

/**
 * The search without the words that nothing has; else without the one word, the commonest first, whose absence gives
 * results. Null when no single word stands in the way.
 */
export async function leaveOut(search: Search): Promise<Left | null> {
  const { groups } = search.query
  if (groups.length < 2) return null
  const byRarity = groups.map((group) => ({ group, documents: documentsOf(group, search) }))
  const unknown = byRarity.filter(({ documents }) => documents === 0).map(({ group }) => group)
  if (unknown.length && unknown.length < groups.length) {
    const left = await attemptWithout(search, unknown)
    if (left) return left
  }
  const commonestFirst = byRarity.filter(({ documents }) => documents > 0).sort((a, b) => b.documents - a.documents)
  for (const { group } of commonestFirst.slice(0, MOST_TRIES)) {
    const left = await attemptWithout(search, [...unknown, group])
    if (left) return left
  }
  return null
}

async function attemptWithout(search: Search, dropped: Group[]): Promise<Left | null> {
  const groups = search.query.groups.filter((group) => !dropped.includes(group))
  if (!groups.length) return null
  const without = { ...search, query: { ...search.query, groups } }
  const total = await countMatches(without)
  return total > 0 ? { search: without, total, without: dropped.map(textOf) } : null
}

const textOf = (group: Group) => group[0]?.text ?? ''

/** How many documents have something of a group, at most. */
function documentsOf(group: Group, { words }: Search): number {
  const known = new Map(words.map((word) => [word.word, word]))
  const least = group.map((clause) =>
    Math.min(
      ...clause.words.map((word) => (known.get(word)?.isStopWord ? Infinity : (known.get(word)?.documents ?? 0))),
    ),
  )
  return Math.max(...least)
}

/** For a search that found nothing: what it finds with one filter, the dates or its rarest word left out. */
export async function waysOut(request: SearchRequest, search: Search): Promise<SearchResult['ways']> {
  if (search.query.groups.length && search.words.every(({ isStopWord }) => isStopWord)) return []
  const ways: { request: SearchRequest; dropped: string; search: Search }[] = []
  for (const name of facetNames) {
    const dropped = search.filters.find((filter) => filter.isFacet && filter.name === name)
    if (!dropped) continue
    const { [name]: _, ...facets } = request.facets
    const filters = search.filters.filter((filter) => filter !== dropped)
    ways.push({ request: { ...request, facets, page: 1 }, dropped: dropped.text, search: { ...search, filters } })
  }
  if (request.from || request.to) {
    const none = { from: null, to: null, page: 1 }
    ways.push({
      request: { ...request, ...none },
      dropped: [request.from, request.to].filter(Boolean).join('–'),
      search: { ...search, from: null, to: null },
    })
  }
  for (const filter of search.filters.filter(({ isFacet }) => !isFacet)) {
    ways.push({
      request: { ...request, text: request.text.replace(filter.text, '').replace(/\s+/g, ' ').trim(), page: 1 },
      dropped: filter.text,
      search: { ...search, filters: search.filters.filter((each) => each !== filter) },
    })
  }
  const [rarest] = [...search.query.groups].sort((a, b) => documentsOf(a, search) - documentsOf(b, search))
  if (rarest && search.query.groups.length > 1) {
    const text = request.text.replace(textOf(rarest), '').replace(/\s+/g, ' ').trim()
    const groups = search.query.groups.filter((group) => group !== rarest)
    ways.push({
      request: { ...request, text, page: 1 },
      dropped: textOf(rarest),
      search: { ...search, query: { ...search.query, groups } },
    })
  }
  const tried = await Promise.all(
    ways.slice(0, MOST_TRIES).map(async ({ search, ...way }) => ({ ...way, total: await countMatches(search) })),
  )
  return tried.filter(({ total }) => total > 0).sort((a, b) => a.total - b.total)
}
