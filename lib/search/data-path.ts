import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { type Path, routes, type SearchFormat, withQuery } from '@/lib/routes'
import { stateOf } from './changed-request'
import type { SearchRequest } from './search-result'

/** The address of a search as a feed or a file: the query of its page, and the language of the answer. */
export const searchDataPath = (format: SearchFormat, request: SearchRequest, locale: Locale): Path =>
  withQuery(routes.searchAs(format), { ...stateOf(request), locale: locale === defaultLocale ? null : locale })
