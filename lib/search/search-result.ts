import type { Said } from '@/lib/i18n/texts'
import type { Path } from '@/lib/routes'

/** What can be found. A passage is a part of a long text and is shown under the record it belongs to. */
export const searchKinds = ['session', 'statement', 'person', 'organisation', 'topic', 'edition'] as const
export type SearchKind = (typeof searchKinds)[number]

/** The facets, in the order in which they are offered; several values of one are OR. */
export const facetNames = [
  'kind',
  'forum',
  'edition',
  'year',
  'topic',
  'speaker',
  'organisation',
  'country',
  'language',
  'format',
] as const
export type FacetName = (typeof facetNames)[number]

/** The whole state of a search: what its address says: q, the facets by name, from, to, sort and page. */
export type SearchRequest = {
  /** As typed; cut at 300 characters. */
  text: string
  facets: Partial<Record<FacetName, string[]>>
  /** First and last day, `YYYY-MM-DD`, inclusive. */
  from: string | null
  to: string | null
  sort: 'relevance' | 'date'
  page: number
}

/** A text in runs, of which the marked ones matched; joined they are exactly the text. */
export type Marked = { text: string; isMark: boolean }[]

export type SearchHit = {
  kind: SearchKind
  path: Path
  title: Marked
  /** True for a session whose title the archive gave. */
  isTitleSupplied: boolean
  /** The language the hit is in (BCP 47). */
  language: string
  /** The best passage, with where it leads: a fragment of `path` where the text can be pointed at, else `path`. */
  passage: { runs: Marked; path: Path } | null
  edition: { name: Said; path: Path } | null
  day: Date | null
  speakers: { name: Marked; path: Path }[]
}

export type FacetValue = { value: string; label: string; count: number; isChosen: boolean }

export type SearchResult = {
  request: SearchRequest
  hits: SearchHit[]
  total: number
  /** True when `total` and the counts are estimates: the page says "about". */
  isEstimate: boolean
  page: number
  pages: number
  facets: Record<FacetName, FacetValue[]>
  /** Hits by year, oldest first, for the chart. */
  years: { year: number; count: number }[]
  /** A corrected spelling of the whole query, and whether the hits are already those of it. */
  correction: { text: string; isApplied: boolean } | null
  /** When nothing has all words: the words left out for the hits shown, else what could be left out and its total. */
  without: string[]
  /** When there is no hit: the same search with its narrowest filter or rarest word dropped, and how many that gives. */
  ways: { request: SearchRequest; dropped: string; total: number }[]
  milliseconds: number
}
