import type { FieldErrors, Labels } from '@/lib/revisions/edit-labels'
import type { FormValues } from '@/lib/revisions/form-values'
import type { EditorParts } from './record-editor'

/** A place where two sides differ, in words. `name` stands for the place in what the form sends. */
export type MergeRow = { name: string; label: string; base: string; mine: string; theirs: string }

/** Who saved the other side, which version it is, and what of it only they had changed. */
export type Taken = { by: string | null; version: number; at: string; rows: MergeRow[] }

/** What a save answers. It is shown in the page: nothing secret in it. */
export type SaveState =
  | { kind: 'idle' }
  | {
      kind: 'saved'
      version: number
      lock: number
      at: string
      /** Where somebody else's changes were taken in: what the form holds now. */
      merged?: Taken & { values: FormValues; labels: Labels }
      /** What stands around the form, where it was asked for. */
      renewed?: EditorParts
    }
  /** `lock` is what the next save starts from; with `isMerged` the values are not quite those that were sent. */
  | { kind: 'invalid'; errors: FieldErrors; values: FormValues; lock: number; isMerged?: boolean }
  /**
   * Somebody saved since, and nothing was written: what would be taken of theirs, and what both changed, to be chosen
   * from. `lock` is still what the form started from, `against` that of the other side.
   */
  | ({
      kind: 'stale'
      values: FormValues
      lock: number
      against: number
      conflicts: (MergeRow & { canBoth: boolean })[]
      /** It was sent before, with something not chosen. */
      isUndecided: boolean
    } & Taken)
  | { kind: 'gone' }
  | { kind: 'signedOut' }
  | { kind: 'refused' }
  /** The database was away, or something else went wrong. */
  | { kind: 'failed' }

/** A server action that saves a form; the page binds record and noun. */
export type SaveAction = (before: SaveState, form: FormData) => Promise<SaveState>

/** What a form sends beside its fields; names with a dollar sign are never fields. */
export const AGAINST = '$against'
/** That somebody else's changes may be taken without asking first where none collide: they are shown right after. */
export const MAY_TAKE = '$take'
/** That what stands around the form is to come anew with the answer. */
export const RENEW = '$renew'
export const WHY = '$why'
export const choiceName = (name: string) => `$choice:${name}`
