import type { ProgrammeDay, ProgrammeSession } from '@/lib/programme/place'
import type { SentPlace } from '@/lib/programme/sent-place'
import type { PlaceAction } from './place-answer'

export type LabelledDay = ProgrammeDay & { label: string }

/** What the page knows of a programme when it is loaded. Labels come from the server: browsers name days differently. */
export type ProgrammeStart = {
  days: LabelledDay[]
  undated: { id: string; label: string }[]
  rooms: { id: string; label: string; lang: string | undefined }[]
  sessions: ProgrammeSession[]
  people: Record<string, string>
  /** When this was read, in the server's time; and the lock of the edition then. */
  at: number
  lock: number
  /** Address that answers what was changed since. */
  changes: string
  page: string
  signIn: string
  /** Without JavaScript: what was sent and could not be saved, and why in words. */
  refused: (SentPlace & { id: string | null; title: string; why: string }) | null
}

export type ProgrammeActions = { place: PlaceAction; add: PlaceAction }
