import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { search } from '@/lib/search/search'
import type { SearchRequest } from '@/lib/search/search-result'
import { type Found, MOST_RESULTS } from './found-results'

/** The first results of a search, whatever page of it is asked for: some pages of it, one after the other. */
export async function findFirst(request: SearchRequest, locale: Locale): Promise<Found> {
  const first = await search({ ...request, page: 1 }, locale)
  const hits = [...first.hits]
  for (let page = 2; page <= first.pages && hits.length < Math.min(first.total, MOST_RESULTS); page++) {
    const next = await search({ ...request, page }, locale)
    if (next.hits.length === 0) break
    hits.push(...next.hits)
  }
  const { total, isEstimate, correction, without } = first
  return {
    ...{ request: { ...request, page: 1 }, total, isEstimate, without },
    hits: hits.slice(0, MOST_RESULTS),
    correction: correction?.isApplied ? correction.text : null,
  }
}
