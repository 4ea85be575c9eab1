import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { may } from '@/lib/auth/permissions'
import { endBatch, type LeftBehind } from '@/lib/batches/batch'
import { db } from '@/lib/db'
import { takeBackVersion } from '@/lib/programme/write-version'
import type { Prisma } from '@/prisma/client/client'
import type { BatchKind } from '@/prisma/client/enums'
import { inLongTransaction } from './connection'
import { putBackChanged } from './put-back-changed'
import { removeCreated } from './remove-created'
import { type BatchRow, readBatchRows, stillNeeded } from './undo-plan'

export type UndoImportOutcome =
  | { kind: 'undone'; left: LeftBehind[] }
  | { kind: 'gone' | 'alreadyUndone' | 'notAllowed' }

/**
 * Takes a whole import, or rows that were pasted into a programme, back, in one transaction: what it made and nobody
 * touched or needs goes again, with its versions, words and public rows, and the version of the programme that it
 * published; what it changed says again what it said. What was edited since stays, and is told.
 */
export async function undoImport({ batchId, by }: { batchId: string; by: { id: string } }): Promise<UndoImportOutcome> {
  const batch = await db.batch.findUnique({ where: { id: batchId } })
  if (batch?.kind !== 'import' && batch?.kind !== 'paste') return { kind: 'gone' }
  const user = await db.user.findUnique({ where: { id: by.id, isDisabled: false }, select: { role: true } })
  const isPublishing = (batch.summary as { publish?: boolean }).publish === true
  if (!may(user, 'write') || (isPublishing && !may(user, 'withdraw'))) return { kind: 'notAllowed' }
  return inLongTransaction((tx) => undoIn(tx, batch, by))
}

async function undoIn(
  tx: Prisma.TransactionClient,
  { id: batchId, kind }: { id: string; kind: BatchKind },
  by: { id: string },
): Promise<UndoImportOutcome> {
  const [held] = await tx.$queryRaw<{ undoneAt: Date | null }[]>`
    SELECT undone_at AS "undoneAt" FROM batch WHERE id = ${batchId}::uuid FOR UPDATE`
  if (!held) return { kind: 'gone' }
  if (held.undoneAt) return { kind: 'alreadyUndone' }
  await tx.$executeRaw`SELECT set_config('plenary.undoing_import', ${batchId}, true)`
  const rows = await readBatchRows(tx, batchId)
  const left: LeftBehind[] = []
  const leave = (row: BatchRow, why: LeftBehind['why']) => left.push({ recordId: row.id, fields: [], why })
  const untouched = rows.filter((row) => {
    const isTouched = row.lock !== row.after.lock
    if (isTouched) leave(row, 'changed')
    return !isTouched
  })
  const needed = await stillNeeded(tx, untouched)
  for (const row of untouched) if (needed.has(row.id)) leave(row, 'mentionedSince')
  const free = untouched.filter(({ id }) => !needed.has(id))
  const created = free.filter(({ part }) => part === 'created')
  // What changed names what was made, and the edition has the rooms of sessions: sessions go first, their edition then.
  const changed = free.filter(({ part }) => part === 'changed')
  await putBackChanged(
    tx,
    changed.filter(({ noun }) => noun !== 'edition'),
    { batchId, by },
  )
  const made = created.find(({ noun }) => noun === 'edition')
  // The import tells still that it was there; the edition takes what mentions it along.
  if (made) await tx.import.updateMany({ where: { batchId }, data: { editionId: null } })
  await removeCreated(tx, created)
  await putBackChanged(
    tx,
    changed.filter(({ noun }) => noun === 'edition'),
    { batchId, by },
  )
  await tx.$executeRaw`DELETE FROM external_id WHERE batch_id = ${batchId}::uuid AND record_id <> ALL (${left.map(({ recordId }) => recordId)}::uuid[])`
  await takeBackVersion(tx, batchId, { by, isWhole: left.length === 0 })
  await endBatch(tx, batchId, { by, left })
  await tx.import.updateMany({ where: { batchId }, data: { state: 'undone' } })
  const edition = rows.find(({ noun }) => noun === 'edition')
  await writeAudit(tx, {
    ...{ actorId: by.id, act: kind === 'paste' ? 'record.paste_undo' : 'record.import_undo' },
    ...(edition && !made ? { noun: 'edition', recordId: edition.id } : {}),
    detail: { batch: batchId, removed: created.length, changed: changed.length, left: left.length },
  })
  return { kind: 'undone', left }
}
