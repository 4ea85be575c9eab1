import { defaultLocale, type Locale, locales } from './i18n/locales'
import type { NounPlural } from './revisions/nouns'

/** A path within the archive without its language, such as `/speakers`. */
export type Path = `/${string}`

type Params = Record<string, string | number | readonly string[] | null | undefined>

/** Appends a query: lists as repeated parameters, empty ones left out, in the order given. */
export function withQuery(path: Path, params: Params): Path {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') query.append(name, String(one))
    }
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** As what the results of a search can be taken away. */
export const searchFormats = ['atom', 'csv', 'json', 'bib'] as const
export type SearchFormat = (typeof searchFormats)[number]

/** As what a record can be taken away, beside its page: the ending of its address. */
export const recordFormats = ['json', 'ics', 'bib', 'ris', 'csl.json'] as const
export type RecordFormat = (typeof recordFormats)[number]
/** What else an edition gives away, under its address. */
export const programmeFiles = ['schedule.xml', 'schedule.json', 'sessions.csv'] as const
export type ProgrammeFile = (typeof programmeFiles)[number]
/** Files of a programme that may be large. */
export const largeFiles = [...programmeFiles, 'calendar.ics'] as const
export type LargeFile = (typeof largeFiles)[number]
export const feedFormats = ['atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** Every address of the archive, in one place. All are permanent: see PRODUCT.md. */
export const routes = {
  home: (): Path => '/',
  forums: (): Path => '/forums',
  forum: (forum: string): Path => `/forums/${forum}`,
  edition: (forum: string, edition: string): Path => `/forums/${forum}/${edition}`,
  timetable: (forum: string, edition: string): Path => `/forums/${forum}/${edition}/timetable`,
  /** What changed in the programme from one published version to the next, as a page and as a feed. */
  publicChanges: (forum: string, edition: string): Path => `/forums/${forum}/${edition}/changes`,
  programmeChangesFeed: (forum: string, edition: string): Path => `/forums/${forum}/${edition}/changes.atom`,
  session: (forum: string, edition: string, session: string): Path => `/forums/${forum}/${edition}/sessions/${session}`,
  sessions: (): Path => '/sessions',
  speakers: (): Path => '/speakers',
  speaker: (speaker: string): Path => `/speakers/${speaker}`,
  organisations: (): Path => '/organisations',
  organisation: (organisation: string): Path => `/organisations/${organisation}`,
  topics: (): Path => '/topics',
  topic: (topic: string): Path => `/topics/${topic}`,
  country: (code: string): Path => `/countries/${code.toLowerCase()}`,
  statements: (): Path => '/statements',
  statement: (id: string): Path => `/statements/${id}`,
  source: (id: string): Path => `/sources/${id}`,
  /** A statement in the words of one published version, as a citation leads to it. */
  statementVersion: (id: string, version: number): Path => `/statements/${id}?version=${version}`,
  /** What was published of a record, under its own address. */
  history: (record: Path): Path => `${record}/history`,
  /** A record as data or for other programs: under its own address. */
  recordAs: (record: Path, format: RecordFormat): Path => `${record}.${format}`,
  programmeFile: (edition: Path, file: ProgrammeFile): Path => `${edition}/${file}`,
  /** What was published last of what belongs to a record, or to the archive (`/`). */
  feed: (record: Path, format: FeedFormat): Path => `${record === '/' ? '' : record}/feed.${format}`,
  corrections: (): Path => '/corrections',
  correctionsFeed: (locale: Locale): Path => withQuery('/api/v1/corrections.atom', { locale }),
  /** The form for an error in a record's published version; answered by the front as a form that anybody may send. */
  reportError: (record: string, version: number): Path => withQuery('/corrections/report', { record, version }),
  reportSent: (record: string, version: number): Path => withQuery('/corrections/report', { record, version, sent: 1 }),
  search: (): Path => '/search',
  searchHelp: (): Path => '/help/search',
  /** The results of a search for machines; the query is that of its page. */
  searchAs: (format: SearchFormat): Path => `/api/v1/search.${format}`,
  suggestions: (): Path => '/api/v1/suggestions',
  /** The whole public archive as one file; one edition, by its id, in the same layout. */
  archiveFile: (): Path => '/api/v1/archive.json',
  editionFile: (id: string): Path => `/api/v1/editions/${id}/plenary.json`,
  /** A file of a large programme, written while it is read. */
  largeProgramme: (id: string, file: LargeFile, lang: Locale): Path =>
    withQuery(`/api/v1/editions/${id}/${file}`, { lang }),
  /** The JSON API: its list of a noun, a record by its id, and what describes it. */
  apiRecords: (plural: NounPlural): Path => `/api/v1/${plural}`,
  apiRecord: (plural: NounPlural, id: string): Path => `/api/v1/${plural}/${id}`,
  apiDescription: (): Path => '/api/v1/openapi.json',
  apiHelp: (): Path => '/help/api',
  /** Where libraries harvest (OAI-PMH). */
  oai: (): Path => '/api/v1/oai',
  sitemap: (): Path => '/sitemap.xml',
  sitemapFile: (kind: string, number: number): Path => `/sitemaps/${kind}-${number}.xml`,
  /** The picture that others show when a page is shared; without a page that of the archive. */
  opengraphImage: (page: Path = '/'): Path => (page === '/' ? '/opengraph-image' : `${page}/opengraph-image`),
  /** A file that a public record uses: `{sha256}.webp`. */
  media: (name: string): Path => `/media/${name}`,
  desk: (): Path => '/admin',
  firstAdministrator: (): Path => '/admin/first-administrator',
  account: (): Path => '/admin/account',
  twoStep: (): Path => '/admin/account/two-step',
  users: (): Path => '/admin/users',
  user: (id: string): Path => `/admin/users/${id}`,
  audit: (): Path => '/admin/audit',
  auditExport: (): Path => '/admin/audit/export',
  reports: (): Path => '/admin/corrections',
  report: (id: string): Path => `/admin/corrections/${id}`,
  deskHelp: (): Path => '/admin/help',
  /** Begins a preview of what is not public; the token is the permission. Answered by the front. */
  preview: (token: string): Path => `/preview/${token}`,
  leavePreview: (): Path => '/preview/leave',
  /** The desk's list of a noun, and one record of it. */
  records: (plural: NounPlural): Path => `/admin/${plural}`,
  newRecord: (plural: NounPlural): Path => `/admin/${plural}/new`,
  record: (plural: NounPlural, id: string): Path => `/admin/${plural}/${id}`,
  recordHistory: (plural: NounPlural, id: string): Path => `/admin/${plural}/${id}/history`,
  compareVersions: (plural: NounPlural, id: string): Path => `/admin/${plural}/${id}/history/compare`,
  restoreVersion: (plural: NounPlural, id: string): Path => `/admin/${plural}/${id}/history/restore`,
  recordReview: (plural: NounPlural, id: string): Path => `/admin/${plural}/${id}/review`,
  recordPreview: (plural: NounPlural, id: string): Path => `/admin/${plural}/${id}/preview`,
  scheduleRecord: (plural: NounPlural, id: string): Path => `/admin/${plural}/${id}/schedule`,
  withdrawRecord: (plural: NounPlural, id: string): Path => `/admin/${plural}/${id}/withdraw`,
  recordVersions: (plural: NounPlural, id: string): Path => `/admin/${plural}/${id}/versions`,
  mergeRecord: (plural: NounPlural, id: string): Path => `/admin/${plural}/${id}/merge`,
  /** Where many records of a list are changed at once. */
  bulk: (plural: NounPlural): Path => `/admin/${plural}/bulk`,
  duplicates: (): Path => '/admin/duplicates',
  /** What was done to many records at once, and one such act. */
  batches: (): Path => '/admin/batches',
  batch: (id: string): Path => `/admin/batches/${id}`,
  publishEdition: (id: string): Path => `/admin/editions/${id}/publish-all`,
  bin: (): Path => '/admin/bin',
  /** Programmes that were brought in from files; a new one, of an edition where it is said; one with what it would do. */
  imports: (): Path => '/admin/imports',
  newImport: (edition?: string): Path => withQuery('/admin/imports/new', { edition }),
  oneImport: (id: string): Path => `/admin/imports/${id}`,
  /** Which column of a table is what: of a kept file, for an edition or for an import that was rehearsed. */
  importColumns: (of: { file: string; edition: string } | { import: string }, more: Params = {}): Path =>
    withQuery('/admin/imports/columns', { ...of, ...more }),
  uploadImport: (): Path => '/admin/imports/upload',
  changes: (): Path => '/admin/changes',
  nextEdition: (id: string): Path => `/admin/editions/${id}/next`,
  /** The programme of an edition as it is edited; what others changed in it meanwhile. */
  programme: (edition: string): Path => `/admin/editions/${edition}/programme`,
  publishProgramme: (edition: string): Path => `/admin/editions/${edition}/programme/publish`,
  pasteProgramme: (edition: string): Path => `/admin/editions/${edition}/programme/paste`,
  programmeChanges: (edition: string): Path => `/admin/editions/${edition}/programme/changes`,
  settings: (): Path => '/admin/settings',
  /** Answers the desk's pickers. */
  recordSuggestions: (): Path => '/admin/suggestions',
  /** Answers who else has a record open. */
  presence: (id: string): Path => `/admin/presence?record=${id}`,
  sessionAppearances: (): Path => '/admin/appearances',
  deskMedia: (): Path => '/admin/media',
  newMedia: (): Path => '/admin/media/new',
  uploadMedia: (): Path => '/admin/media/upload',
  oneMedia: (id: string): Path => `/admin/media/${id}`,
  /** The file itself, for those who are signed in. */
  mediaFile: (id: string, size: 'whole' | 'small' = 'whole'): Path =>
    `/admin/media/${id}/file${size === 'small' ? '?size=small' : ''}`,
  /** What the desk's forms ask and say about a file. */
  mediaData: (id: string): Path => `/admin/media/${id}/data`,
  signIn: (): Path => '/sign-in',
  signInCode: (): Path => '/sign-in/code',
  signInProvider: (): Path => '/sign-in/provider',
  signInProviderCallback: (): Path => '/sign-in/provider/callback',
  forgottenPassword: (): Path => '/sign-in/forgotten',
  newPassword: (token: string): Path => `/sign-in/new-password?token=${token}`,
  invitation: (token: string): Path => `/sign-in/invitation?token=${token}`,
} as const

/** What robots are asked to leave alone: it answers for one person, or for machines that were told of it. */
export const notForRobots: Path[] = ['/admin', '/api', '/corrections/report', '/preview', '/sign-in']

/** The desk speaks the language of who is signed in: its addresses have none. */
const DESK = /^\/(?:admin|sign-in)(?:[/?]|$)/

/** The address of a path in a language: `/speakers`, `/kk/speakers`, `/ru/speakers`. */
export function inLocale(locale: Locale, path: Path): Path {
  if (locale === defaultLocale || DESK.test(path)) return path
  return path === '/' ? `/${locale}` : (`/${locale}${path}` as Path)
}

/** The same page in every language, for the switch and for hreflang. */
export const inEveryLocale = (path: Path) =>
  Object.fromEntries(locales.map((locale) => [locale, inLocale(locale, path)])) as Record<Locale, Path>
