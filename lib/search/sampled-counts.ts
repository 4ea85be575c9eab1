import 'server-only'
import { marked } from './lexemes'
import type { Sample } from './plan'
import { ask } from './pool'
import { matches, Values } from './statement'

/** What to count, on which sample (none: all of it); `isWithFacets` asks for the values of all facets too. */
type ToCount = {
  query: string
  sample: Sample | null
  conditions: (values: Values) => string
  isWithFacets: boolean
}

/** As found in the sample: multiplied by nothing. */
export type SampledCount = { total: number; facets: [number, number][] | null }

/** Counts documents, in the order of what was asked for, all from one statement. */
export async function countSampled(list: readonly ToCount[]): Promise<SampledCount[]> {
  if (!list.length) return []
  const values = new Values()
  const branches = list.map(({ query, sample, conditions, isWithFacets }, at) => {
    const sampled = sample ? marked(query, sample.mark) : query
    const from = `FROM search_document d WHERE ${matches(sampled, values)}${conditions(values)}`
    if (!isWithFacets) return `(SELECT ${at} AS n, count(*)::int AS total, NULL::json AS facets ${from})`
    return `(WITH m${at} AS MATERIALIZED (SELECT d.facets ${from})
      SELECT ${at} AS n, (SELECT count(*)::int FROM m${at}) AS total,
        (SELECT json_agg(json_build_array(f, c)) FROM (SELECT f, count(*)::int AS c FROM m${at}, unnest(facets) f GROUP BY f) x) AS facets)`
  })
  return ask<SampledCount>(`${branches.join(' UNION ALL ')} ORDER BY n`, values.list)
}
