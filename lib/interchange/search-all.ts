import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { search } from '@/lib/search/search'
import type { SearchRequest } from '@/lib/search/search-result'
import { type Found, MOST_RESULTS } from './found-results'

/** The first results of a search, whatever page of it is asked for, as one page. */
export async function findFirst(request: SearchRequest, locale: Locale): Promise<Found> {
  const asked = { ...request, page: 1 }
  const { hits, total, isEstimate, without, correction } = await search(asked, locale, MOST_RESULTS)
  return {
    ...{ request: asked, hits, total, isEstimate, without },
    correction: correction?.isApplied ? correction.text : null,
  }
}
