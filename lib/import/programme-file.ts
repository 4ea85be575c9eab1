/**
 * What every reader of a programme's file yields, whatever the format: first one `head`, then sessions and people in the
 * order of the file, with notices where something was not understood. Nothing in it is HTML; times say which zone they
 * are in or that the file does not say. Readers write nothing and know nothing of the archive.
 */
export type FileEvent =
  | { kind: 'head'; head: FileHead }
  | { kind: 'session'; session: FileSession }
  | { kind: 'person'; person: FilePerson }
  | { kind: 'notice'; notice: FileNotice }

export const fileFormats = [
  'schedule-xml',
  'schedule-json',
  'pretalx-api',
  'sessionize',
  'opass',
  'indico',
  'icalendar',
  'csv',
  'excel',
  'pyvideo',
  'plenary',
] as const
export type FileFormat = (typeof fileFormats)[number]

/** Where in the file: a line (from 1), a path such as `schedule.conference.days[0]`, a sheet's row, a file of a folder. */
export type FilePlace = { line?: number; path?: string; row?: number; file?: string }

export type FileHead = {
  format: FileFormat
  title: string | null
  /** Days as `YYYY-MM-DD`. */
  startsOn: string | null
  endsOn: string | null
  /** IANA name; null where the file does not say and somebody must. */
  timeZone: string | null
  city: string | null
  venue: string | null
  url: string | null
  /** ISO 639-1 of texts that do not say theirs; null when unknown. */
  language: string | null
  /** In the file's order, where it lists them apart from the sessions. */
  rooms: string[]
  tracks: string[]
}

/**
 * An instant (ISO 8601 with `Z`), or a wall time (`YYYY-MM-DDTHH:MM:SS`) in a zone that the file does not say, or only a
 * day. `at` of a wall time in a stated zone is already an instant.
 */
export type FileTime = { kind: 'instant' | 'wall' | 'day'; at: string }

/** By language (ISO 639-1); the empty key is text whose language the file does not say. */
export type FileTexts<Fields> = { [language: string]: Fields }

export type FileSession = {
  place: FilePlace
  /**
   * Ids of the file's own, the most permanent first, each with its kind: `guid:…`, `code:…`, `uid:…`, `id:…`. Empty
   * where the format has none or is known to make new ones each time; the importer then goes by a fingerprint.
   */
  ids: string[]
  /** Titles in plain text; abstracts in Markdown (an abstract and a description are one, the abstract first). */
  texts: FileTexts<{ title: string; subtitle?: string; abstract?: string }>
  /** The file has none: the title is who speaks, else where it is. */
  isTitleSupplied?: boolean
  /** Spoken in; ISO 639-1. */
  language: string | null
  /** As the file says it: "talk", "keynote", "Podium". */
  format: string | null
  track: string | null
  room: string | null
  /** The day of the programme to which it belongs (`YYYY-MM-DD`), where it runs past midnight not that of its start. */
  day: string | null
  starts: FileTime | null
  ends: FileTime | null
  /** How long it lasts, where the file says it and not when it begins or ends. */
  minutes?: number
  isCancelled: boolean
  people: FileAppearance[]
  topics: string[]
  links: FileLink[]
}

export type FileAppearance = {
  /** As of `FileSession.ids`, of the person; refers to a `person` event where the file lists people apart. */
  ids: string[]
  name: string
  role: 'speaker' | 'moderator' | 'chair' | 'panellist' | 'discussant' | 'opening'
  affiliation: string | null
  /** The position held, as printed. */
  position: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
}

export type FilePerson = {
  place: FilePlace
  ids: string[]
  name: string
  /** Markdown, by language. */
  biography: FileTexts<string>
  affiliation: string | null
  links: FileLink[]
}

/** Only `http` and `https`. */
export type FileLink = { url: string; title: string | null }

/**
 * Something that was left out, guessed or contradicts itself. `code` names the interface's words for it
 * (`import.notices.…`), `values` what stands in them.
 */
export type FileNotice = { place: FilePlace; code: string; values: { [name: string]: string } }

/** A file that cannot be read at all: one clear sentence (`import.errors.…`) with the place. Nothing is imported. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: string,
    readonly place: FilePlace = {},
    readonly values: { [name: string]: string } = {},
  ) {
    super(code)
  }
}
