import 'server-only'
import type { LeftBehind } from '@/lib/batches/batch'

export type UndoImportOutcome =
  | { kind: 'undone'; left: LeftBehind[] }
  | { kind: 'gone' | 'alreadyUndone' | 'notAllowed' }

/** Takes a whole import back, in one transaction: what nobody touched since is as before, row for row; the rest is told. */
export async function undoImport(_: { batchId: string; by: { id: string } }): Promise<UndoImportOutcome> {
  throw new Error('Not there yet')
}
