import type { ChecklistPoint } from '@/lib/revisions/checklist'
import type { Json } from '@/lib/revisions/difference'
import type { NewEdition } from './new-edition'
import type { FileFormat, FileNotice, FilePlace } from './programme-file'
import type { TableMapping } from './table/columns'

export type ConflictChoice = 'keep' | 'take'

/** What somebody decides of an import as a whole, beside who is who. */
export type ImportOptions = {
  /** Of times whose zone the file does not say; IANA name. */
  timeZone: string | null
  /** Of texts whose language the file does not say; ISO 639-1. */
  language: string | null
  /** Of a table: what its columns are; null where the headings tell. */
  mapping: TableMapping | null
  /** First day of the programme (`YYYY-MM-DD`), for tables whose days have no date. */
  firstDay: string | null
  /** Publishes what was created at once, as far as nothing blocks it. */
  publish: boolean
  /** Makes the file a source (kind programme) that every imported session cites. */
  source: boolean
  /** Takes what the file says of the edition itself: its title, days, place and time zone. */
  facts: boolean
  /** What people are of whom nobody said anything: asked for, all new, or who they likely are. */
  likely: 'ask' | 'new' | 'match'
  /** What holds where somebody wrote otherwise by hand and nobody chose: what stands here, or what the file says. */
  conflicts: ConflictChoice
  /** What somebody chose of some of these places, by `FieldConflict.key`. */
  chosen: { [key: string]: ConflictChoice }
  /** Ids of sessions that vanished from the file and are to be withdrawn. */
  withdraw: string[]
}

export const defaultOptions: ImportOptions = {
  ...{
    timeZone: null,
    language: null,
    mapping: null,
    firstDay: null,
    publish: false,
    source: true,
    facts: true,
    likely: 'ask',
    conflicts: 'keep',
    chosen: {},
    withdraw: [],
  },
}

/** Who a person of the file is: a record's id, or somebody new. By `PersonItem.key`. */
export type ImportAnswers = { [key: string]: string }

/** What must be given before it can be applied. */
export type ImportNeed = 'timeZone' | 'language' | 'people'

export type ImportCounts = { created: number; changed: number; unchanged: number }

/** Of what is new: how many cannot be published yet. */
type Blocked = { blocked: number }

/** What a rehearsal comes to; its lines are read a page at a time (`readRehearsalItems`). */
export type RehearsalSummary = {
  /** How many facts of the edition itself change, and how many it has otherwise. */
  edition: { created: number; changed: number; conflicts: number; blocked: number }
  sessions: ImportCounts & Blocked & { conflicts: number; vanished: number }
  people: ImportCounts & Blocked & { matched: number; asked: number; conflicts: number }
  organisations: ImportCounts & Blocked
  topics: ImportCounts & Blocked
  days: number
  rooms: number
  tracks: number
  notices: number
  /** Sessions that could not be read as such: they are left out, each with a notice. */
  failed: number
  needs: ImportNeed[]
}

export type Rehearsal = {
  id: string
  /** Null while it is still to be made. */
  editionId: string | null
  newEdition: NewEdition | null
  editionTitles: Record<string, string>
  format: FileFormat
  fileName: string
  /** By which its file is kept. */
  sha256: string
  options: ImportOptions
  summary: RehearsalSummary
  /** Asked for by `applyImport`: stands for exactly what is said here. */
  digest: string
  state: 'rehearsed' | 'applied' | 'undone'
  batchId: string | null
  createdAt: Date
  createdBy: string | null
}

/** One value that changes: where in the content, and what a reader would see there before and after. */
export type FieldChange = { path: readonly string[]; before: Json; after: Json }

/** A value that the file says otherwise than what somebody wrote by hand; `key` stands for its place. */
export type FieldConflict = FieldChange & { key: string; isTaken: boolean }

/** Under which name a form sends what was chosen of a conflict, and which conflict a name means. */
export const conflictName = (key: string) => `conflict ${key}`
export const conflictKey = (name: string) => /^conflict ([0-9a-f-]{36} .{1,1000})$/.exec(name)?.[1] ?? null

export type SessionItem = {
  key: string
  place: FilePlace
  title: string
  startsAt: string | null
  room: string | null
  action: 'create' | 'change' | 'same' | 'vanished'
  recordId: string | null
  /** How it was known again. */
  why: 'id' | 'likeness' | null
  changes: FieldChange[]
  /** What the file and an editor changed differently: what the editor wrote stays, where the file's is not taken. */
  conflicts: FieldConflict[]
  /** What keeps it from being published, where it is to be. */
  blocked: ChecklistPoint[]
}

export type PersonItem = {
  key: string
  place: FilePlace | null
  name: string
  /** How many sessions of the file they are in, and of them one. */
  sessions: number
  session: string | null
  action: 'create' | 'match' | 'ask'
  /** Whom they are now taken for; null is somebody new, or not decided (`ask`). */
  recordId: string | null
  why: 'externalId' | 'sameName' | 'likely' | 'several' | 'otherName' | 'answered' | null
  /** Whom they may be. */
  candidates: { id: string; title: string; lang: string; known: string }[]
  changes: FieldChange[]
  conflicts: FieldConflict[]
  blocked: ChecklistPoint[]
}

export type NamedItem = {
  key: string
  name: string
  action: 'create' | 'match'
  recordId: string | null
  blocked: ChecklistPoint[]
}

/** What the file says of the edition itself. */
export type EditionItem = Pick<SessionItem, 'recordId' | 'changes' | 'conflicts' | 'blocked'>

export type PlaceItem = { kind: 'day' | 'room' | 'track'; name: string }

/** Sections of a rehearsal, each with what its lines are. */
export type RehearsalItems = {
  edition: EditionItem
  /** Of sessions: to be created, changed, in conflict, vanished; those without a change are only counted. */
  sessions: SessionItem
  vanished: SessionItem
  /** Of people: those about whom something must be decided, and all others. */
  questions: PersonItem
  people: PersonItem
  organisations: NamedItem
  topics: NamedItem
  places: PlaceItem
  notices: FileNotice
}
export type RehearsalSection = keyof RehearsalItems
