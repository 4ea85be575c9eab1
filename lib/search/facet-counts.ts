import 'server-only'
import { type Conditions, conditionsOf } from './find'
import { allOf, anyOf } from './lexemes'
import { MOST_EXACT, sampleFor } from './plan'
import { ask } from './pool'
import type { FacetName } from './search-result'
import { Values } from './statement'

/** What is to be counted: documents that meet a query, all of them or for the values of one facet. */
export type Counting = { name: FacetName | null; query: string; estimate: number }

export type Counted = { total: number; facets: Map<number, number>; isEstimate: boolean }

/** About as many documents are looked at to count many; half of that for a facet that was chosen already. */
const SAMPLE = 256

type Row = { total: number; facets: [number, number][] | null }

/**
 * Counts documents and their facet values; where many are expected on a sample. The answer is in the order of what was
 * asked for, all from one statement.
 */
export async function countFacets(countings: Counting[], conditions: Conditions): Promise<Counted[]> {
  if (!countings.length) return []
  const values = new Values()
  const samples = countings.map(({ name, estimate }) =>
    estimate <= MOST_EXACT ? null : sampleFor(estimate, name ? SAMPLE / 2 : SAMPLE),
  )
  const branches = countings.map(({ query }, at) => {
    const sample = samples[at] ?? null
    const sampled = allOf(query, sample ? anyOf([sample.mark]) : null)
    return `SELECT ${at} AS n, (SELECT count(*)::int FROM m${at}) AS total,
      (SELECT json_agg(json_build_array(f, c)) FROM (SELECT f, count(*)::int AS c FROM m${at}, unnest(facets) f GROUP BY f) x) AS facets
      FROM (SELECT) none`.replace(
      /^/,
      `WITH m${at} AS MATERIALIZED (SELECT d.facets FROM search_document d WHERE d.match @@ ${values.query(sampled)}${conditionsOf({ ...conditions, arePhrasesLikely: conditions.arePhrasesLikely && sample !== null }, values)}) `,
    )
  })
  const rows = await ask<Row>(`${branches.map((branch) => `(${branch})`).join(' UNION ALL ')} ORDER BY n`, values.list)
  return rows.map(({ total, facets }, at) => {
    const times = samples[at]?.times ?? 1
    return {
      total: total * times,
      facets: new Map((facets ?? []).map(([id, count]) => [id, count * times])),
      isEstimate: times > 1,
    }
  })
}
