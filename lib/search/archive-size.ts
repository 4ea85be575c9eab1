import 'server-only'
import { anyOf } from './lexemes'
import type { YearCount } from './plan'
import { ask } from './pool'
import type { Archive } from './text-query'

const COUNTS = `
  SELECT id, name, value, documents, ceil(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now
  FROM search_facet WHERE name IN ('kind', 'year')`

/** How many documents there are, of which years, and what time it is where they are. */
export async function readArchiveSize(): Promise<Archive & { years: YearCount[]; now: number }> {
  const rows = await ask<{ id: number; name: string; value: string; documents: number; now: number }>(COUNTS, [])
  const kinds = rows.filter(({ name }) => name === 'kind')
  return {
    now: rows[0]?.now ?? Date.now(),
    documents: kinds.reduce((sum, { documents }) => sum + documents, 0),
    everything: anyOf(
      kinds.map(({ id }) => id),
      '=',
    ),
    years: rows
      .filter(({ name }) => name === 'year')
      .map(({ id, value, documents }) => ({ id, documents, year: value === 'none' ? null : Number(value) })),
  }
}
