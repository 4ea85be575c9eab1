import 'server-only'
import { type Conditions, type Counts, conditionsOf, isWithoutOrder } from './find'
import { MOST_EXACT, sampleFor } from './plan'
import { countSampled, type SampledCount } from './sampled-counts'
import type { FacetName } from './search-result'

/** What is to be counted: documents that meet a query, all of them or for the values of one facet. */
export type Counting = Pick<Conditions, 'having'> & {
  name: FacetName | null
  query: string
  estimate: number
  /** Where they were measured on a sample: what was in it, and how many each stands for. */
  measured: (SampledCount & { times: number }) | null
}

export type Counted = Counts & { isEstimate: boolean }

/** About as many documents are looked at to count many; half of that for a facet that was chosen already. */
const SAMPLE = 256
const wantedFor = ({ name }: Counting) => (name ? SAMPLE / 2 : SAMPLE)
/** Samples differ by four times, so that is how much less than wanted there may be in one. */
const LEAST = 1 / 4

/**
 * Counts documents and their facet values; where many are expected on a sample, which may be that on which they were
 * measured. The answer is in the order of what was asked for.
 */
export async function countFacets(countings: Counting[], conditions: Omit<Conditions, 'having'>): Promise<Counted[]> {
  const plans = countings.map((counting) => {
    const { query, having, estimate, measured } = counting
    if (estimate <= MOST_EXACT) return { query, having, sample: null, isMeasured: false as const }
    const isEnough = measured && measured.total >= wantedFor(counting) * LEAST && isWithoutOrder(conditions)
    return isEnough
      ? { isMeasured: true as const, measured }
      : { query, having, sample: sampleFor(estimate, wantedFor(counting)), isMeasured: false as const }
  })
  const rows = await countSampled(
    plans.flatMap((plan) =>
      plan.isMeasured
        ? []
        : {
            query: plan.query,
            sample: plan.sample,
            conditions: (values) =>
              conditionsOf(
                {
                  ...conditions,
                  having: plan.having,
                  arePhrasesLikely: conditions.arePhrasesLikely && plan.sample !== null,
                },
                values,
              ),
            isWithFacets: true,
          },
    ),
  )
  return plans.map((plan) => {
    const { total, facets } = (plan.isMeasured ? plan.measured : rows.shift()) ?? { total: 0, facets: null }
    const times = plan.isMeasured ? plan.measured.times : (plan.sample?.times ?? 1)
    return {
      total: total * times,
      facets: new Map((facets ?? []).map(([id, count]) => [id, count * times])),
      isEstimate: times > 1,
    }
  })
}
