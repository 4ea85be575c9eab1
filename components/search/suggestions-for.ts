import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { routes, withQuery } from '@/lib/routes'

/** Where a search box asks for suggestions in the reader's language (public/search-suggestions.js). */
export const suggestionsFor = (locale: Locale) =>
  withQuery(routes.suggestions(), { locale: locale === defaultLocale ? null : locale })
