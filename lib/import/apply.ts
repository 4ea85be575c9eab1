import 'server-only'
import type { RehearsalSummary } from './rehearsal'
import type { Progress, RehearseOutcome } from './rehearse'

export type ApplyOutcome =
  | { kind: 'applied'; batchId: string; summary: RehearsalSummary; published: number; blocked: number }
  /** It would do something else than was rehearsed: nothing was written, this is how it stands now. */
  | { kind: 'changed'; now: RehearseOutcome }
  /** Something must be given or decided first. */
  | { kind: 'undecided' }
  | { kind: 'nothing' | 'gone' | 'swept' | 'alreadyApplied' | 'notAllowed' }

/** Does what a rehearsal says, in one transaction: all of it or nothing. `digest` is the rehearsal's, as it was looked at. */
export async function applyImport(_: {
  importId: string
  digest: string
  by: { id: string }
  onProgress?: Progress
}): Promise<ApplyOutcome> {
  throw new Error('Not there yet')
}
