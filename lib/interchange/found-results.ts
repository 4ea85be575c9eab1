import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import { searchPath } from '@/lib/search/request'
import type { Marked, SearchHit, SearchKind, SearchRequest } from '@/lib/search/search-result'

/** At most so many results of a search are given away in one answer. */
export const MOST_RESULTS = 100

/** The first results of a search, in its order. */
export type Found = {
  request: SearchRequest
  hits: SearchHit[]
  total: number
  isEstimate: boolean
  correction: string | null
  without: string[]
}

/** A result as a plain record with absolute addresses, as all formats give it. */
export type FoundRecord = {
  kind: SearchKind
  url: string
  title: string
  language: string
  passage: { text: string; url: string } | null
  edition: { name: string; url: string } | null
  /** `2025-10-15`; null while it is not known. */
  day: string | null
  speakers: { name: string; url: string }[]
}

/** The address of the search as a page. */
export const pageOf = ({ request }: Found, { locale }: I18n) =>
  absolute(inLocale(locale, searchPath({ ...request, page: 1 })))

const textOf = (runs: Marked) => runs.map(({ text }) => text).join('')

export function toRecord(hit: SearchHit, { locale }: I18n): FoundRecord {
  const { kind, path, title, isTitleSupplied, language, passage, edition, day, speakers } = hit
  const url = (to: typeof path) => absolute(inLocale(locale, to))
  return {
    kind,
    url: url(path),
    title: isTitleSupplied ? `[${textOf(title)}]` : textOf(title),
    language,
    passage: passage && { text: textOf(passage.runs), url: absolute(inLocale(passage.locale, passage.path)) },
    edition: edition && kind !== 'edition' ? { name: textOf(edition.runs), url: url(edition.path) } : null,
    // The first day of an edition may be known only by its month.
    day: day && kind !== 'edition' ? day.toISOString().slice(0, 10) : null,
    speakers: speakers.map(({ runs, path: to }) => ({ name: textOf(runs), url: url(to) })),
  }
}
