import 'server-only'
import { ask } from './pool'
import type { FacetName } from './search-result'

/** A facet value as the index knows it: a record's id, or the value itself. */
export type KnownFacet = { id: number; name: FacetName; value: string }

/**
 * An id of search_facet is never given to another value, so what it means can be remembered for good; a result may
 * have thousands, of which a page shows a few.
 */
const known = new Map<number, KnownFacet>()
const MOST_KNOWN = 200_000

/** What facet ids mean. One that was just taken away is missing. */
export async function knownFacets(ids: Iterable<number>): Promise<KnownFacet[]> {
  const wanted = [...new Set(ids)]
  const unknown = wanted.filter((id) => !known.has(id))
  if (unknown.length) {
    if (known.size > MOST_KNOWN) known.clear()
    const rows = await ask<KnownFacet>('SELECT id, name, value FROM search_facet WHERE id = ANY($1)', [unknown])
    for (const row of rows) known.set(row.id, row)
  }
  return wanted.flatMap((id) => known.get(id) ?? [])
}
