import type { Locale } from '@/lib/i18n/locales'
import type { Path } from '@/lib/routes'
import type { DatePrecision } from '@/prisma/client/enums'

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

/** The whole state of a search: what its address says: q, spelling, the facets by name, from, to, sort, page and asof. */
export type SearchRequest = {
  /** As typed; cut at 300 characters. */
  text: string
  /** The words exactly as they are typed: none is corrected, the last one is not taken as a beginning. */
  isAsTyped: boolean
  facets: Partial<Record<FacetName, string[]>>
  /** First and last day, `YYYY-MM-DD`, inclusive. */
  from: string | null
  to: string | null
  sort: 'relevance' | 'date'
  page: number
  /** For a later page when the first was read, in milliseconds: what came since is left out, so that none is moved. */
  asOf: number | null
}

/** A text in runs, of which the marked ones matched; joined they are exactly the text. */
export type Marked = { text: string; isMark: boolean }[]

/** A text of a hit in a language of its own (BCP 47). */
export type HitText = { runs: Marked; language: string }

/** How another record is connected with one that is found by its name; `name` is another name of the record itself. */
export type Connection =
  | 'name'
  | 'topic'
  | 'speaker'
  | 'organisation'
  | 'country'
  | 'edition'
  | 'session'
  | 'position'
  | 'track'
  | 'theme'
  | 'venue'

export type SearchHit = {
  kind: SearchKind
  path: Path
  title: Marked
  /** True for a session whose title the archive gave. */
  isTitleSupplied: boolean
  /** The language of the title (BCP 47). */
  language: string
  /** The best passage, with where it leads: in the language of the page named, with a fragment where it can be pointed at. */
  passage: (HitText & { path: Path; locale: Locale }) | null
  /** What it was found by where nothing else of the hit shows it: names of what it is connected with. */
  through: (HitText & { connection: Connection; path: Path | null })[]
  edition: (HitText & { path: Path }) | null
  day: Date | null
  /** Of an edition, as exactly as they are known. */
  dates: { startsOn: Date | null; endsOn: Date | null; datePrecision: DatePrecision } | null
  /** Where a statement was made. */
  session: (HitText & { isTitleSupplied: boolean; path: Path }) | null
  speakers: (HitText & { path: Path })[]
  /** Of a person: the capacity at the latest appearance, in which edition that was, and in how many sessions there are. */
  career: {
    position: HitText | null
    organisation: (HitText & { path: Path }) | null
    latest: (HitText & { path: Path }) | null
    sessions: number
  } | null
}

/** A value of a facet; `language` is that of its label. */
export type FacetValue = { value: string; label: string; language: string; count: number; isChosen: boolean }

export type SearchResult = {
  request: SearchRequest
  hits: SearchHit[]
  total: number
  /** True when `total` and the counts are estimates: the page says "about". */
  isEstimate: boolean
  page: number
  /** When the first page was read: what its later pages are asked with. */
  asOf: number
  pages: number
  facets: Record<FacetName, FacetValue[]>
  /** Hits by year, oldest first, for the chart. */
  years: { year: number; count: number }[]
  /** A corrected spelling of the whole query, and whether the hits are already those of it: not when as typed. */
  correction: { text: string; isApplied: boolean } | null
  /** When nothing has all words: the words left out for the hits shown, else what could be left out and its total. */
  without: string[]
  /** When there is no hit: the same search with its narrowest filter or rarest word dropped, and how many that gives. */
  ways: { request: SearchRequest; dropped: string; total: number }[]
  milliseconds: number
}
