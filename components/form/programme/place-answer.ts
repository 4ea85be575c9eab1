import type { ProgrammeSession } from '@/lib/programme/place'
import type { FieldErrors } from '@/lib/revisions/edit-labels'

/** What the programme page is told when it saves a place. */
export type PlaceAnswer =
  | { kind: 'saved'; session: ProgrammeSession }
  /** Somebody saved the session since: nothing was written. This is how it stands. */
  | { kind: 'stale'; session: ProgrammeSession }
  | { kind: 'invalid'; errors: FieldErrors }
  | { kind: 'gone' | 'signedOut' | 'refused' | 'failed' }

/** A server action; the page binds the edition. */
export type PlaceAction = (form: FormData) => Promise<PlaceAnswer>

/** An action as a plain form takes it: without JavaScript its answer is a page, not a value. */
export const asFormAction = (action: PlaceAction) => action as unknown as (form: FormData) => Promise<void>
