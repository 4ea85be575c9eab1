import 'server-only'
import { type OfDocuments, ofDocuments } from './find'
import { sampleFor } from './plan'
import { countSampled, type SampledCount } from './sampled-counts'

/**
 * A text query on `match`, about how many documents it is thought to match, whether that is known, and the share of
 * them that is wanted (by dates and broad filters, of which the query does not speak). `isWithFacets`: their facets
 * will be counted.
 */
type Guess = Pick<OfDocuments, 'having'> & {
  query: string | null
  estimate: number
  isKnown: boolean
  rest: number
  isWithFacets: boolean
}

type Measured = { estimate: number; measured: (SampledCount & { times: number }) | null }

/** Guesses below this are good enough. */
const FEW = 250
/** About as many documents of a sample are looked at, at most: enough for their facets to be counted by them too. */
const LOOKED_AT = 256

/**
 * About how many documents match, as far as a sample tells: what is known of each word alone says little of how often
 * they stand together. All from one statement; a guess that is low stays as it is.
 */
export async function measure(guesses: readonly Guess[], time: Omit<OfDocuments, 'having'>): Promise<Measured[]> {
  const samples = guesses.map(({ query, estimate, isKnown }) =>
    query === null || isKnown || estimate <= FEW ? null : sampleFor(estimate, LOOKED_AT),
  )
  const counts = await countSampled(
    guesses.flatMap(({ query, having, isWithFacets }, at) => {
      const sample = samples[at]
      return sample && query !== null
        ? { query, sample, conditions: (values) => ofDocuments({ ...time, having }, values), isWithFacets }
        : []
    }),
  )
  return guesses.map(({ estimate, rest }, at) => {
    const times = samples[at]?.times
    const counted = times ? counts.shift() : undefined
    if (!times || !counted) return { estimate: estimate * rest, measured: null }
    // None in the sample does not mean that there is none.
    return { estimate: (counted.total + 0.5) * times, measured: { ...counted, times } }
  })
}
