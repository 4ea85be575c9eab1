import type { FieldErrors } from '@/lib/revisions/edit-labels'
import type { FormValues } from '@/lib/revisions/form-values'

/** What a save answers. It is shown in the page: nothing secret in it. */
export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saved'; version: number; lock: number; at: string }
  | { kind: 'invalid'; errors: FieldErrors; values: FormValues }
  /** Somebody saved since: what stands there now, as form values. `values` is what was sent. */
  | {
      kind: 'stale'
      theirs: FormValues
      values: FormValues
      lock: number
      version: number
      by: string | null
      at: string
    }
  | { kind: 'gone' }
  | { kind: 'signedOut' }
  | { kind: 'refused' }
  /** The database was away, or something else went wrong. */
  | { kind: 'failed' }

/** A server action that saves a form; the page binds record and noun. */
export type SaveAction = (before: SaveState, form: FormData) => Promise<SaveState>
