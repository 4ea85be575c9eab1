import 'server-only'
import { allOf, anyOf } from './lexemes'
import { sampleFor } from './plan'
import { ask } from './pool'
import { Values } from './statement'

/**
 * A text query on `match`, about how many documents it is thought to match, whether that is known, and the share of
 * them that is wanted (by dates, of which the query does not speak).
 */
type Guess = { query: string | null; estimate: number; isKnown: boolean; rest: number }

/** Guesses below this are good enough. */
const FEW = 250
/** About as many documents of a sample are looked at. */
const LOOKED_AT = 150

/**
 * About how many documents match, as far as a small sample tells: what is known of each word alone says little of how
 * often they stand together. All from one statement; a guess that is low stays as it is.
 */
export async function measure(guesses: readonly Guess[]): Promise<number[]> {
  const values = new Values()
  const samples = guesses.map(({ query, estimate, isKnown }) =>
    query === null || isKnown || estimate <= FEW ? null : sampleFor(estimate, LOOKED_AT),
  )
  const counts = guesses.map(({ query }, at) => {
    const sample = samples[at]
    return sample
      ? `(SELECT count(*)::int FROM search_document WHERE match @@ ${values.query(allOf(query, anyOf([sample.mark])))})`
      : '-1'
  })
  if (!samples.some(Boolean)) return guesses.map(({ estimate, rest }) => estimate * rest)
  const [row] = await ask<{ counts: number[] }>(`SELECT ARRAY[${counts.join(', ')}] AS counts`, values.list)
  return guesses.map(({ estimate, rest }, at) => {
    const times = samples[at]?.times
    // None in the sample does not mean that there is none.
    return (times ? ((row?.counts[at] ?? 0) + 0.5) * times : estimate) * rest
  })
}
