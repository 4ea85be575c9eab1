import type { I18n } from '@/lib/i18n/translator'
import { type Found, MOST_RESULTS, pageOf, toRecord } from './found-results'

/** The results of a search as JSON. The help of the search says what its keys mean. */
export function searchAsJson(found: Found, context: I18n): string {
  const { total, isEstimate, correction, without, hits } = found
  return JSON.stringify(
    {
      search: pageOf(found, context),
      ...{ total, isEstimate, limit: MOST_RESULTS, correction, without },
      results: hits.map((hit) => toRecord(hit, context)),
    },
    null,
    2,
  )
}
