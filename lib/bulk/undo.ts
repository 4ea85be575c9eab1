import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { writeAudit } from '@/lib/audit/write'
import { endBatch, type LeftBehind, lockBatch } from '@/lib/batches/batch'
import { type DeskRecord, readLayers, writeLayers } from '@/lib/batches/layers'
import { writePublicContent } from '@/lib/batches/public-row'
import { forgetSlugsBut, removeRow } from '@/lib/batches/slug-rows'
import { deskColumns, type KeptWithRow, keptVersions, keptWithRow } from '@/lib/batches/standing'
import { db } from '@/lib/db'
import { takeFromBinIn } from '@/lib/revisions/bin'
import { conflictOf } from '@/lib/revisions/conflicts'
import { byPublicationOrder } from '@/lib/revisions/publication-set'
import { type Content, registry } from '@/lib/revisions/registry'
import { lockRecordOrBinned } from '@/lib/revisions/save'
import type { Prisma } from '@/prisma/client/client'

const AT_ONCE = 50

export type UndoBulkOutcome = { kind: 'undone'; left: LeftBehind[] } | { kind: 'gone' | 'alreadyUndone' }

type By = { id: string }

/**
 * Takes a change of many records back, some in each transaction as it was made: each record is as it was before, in
 * public too. What somebody changed since is left, and told.
 */
export async function undoBulk({ batchId, by }: { batchId: string; by: By }): Promise<UndoBulkOutcome> {
  const batch = await db.batch.findUnique({
    where: { id: batchId },
    include: { records: { orderBy: { recordId: 'asc' }, include: { record: { select: { noun: true } } } } },
  })
  if (batch?.kind !== 'bulk') return { kind: 'gone' }
  if (batch.undoneAt) return { kind: 'alreadyUndone' }
  // What stands below or mentions others first: those can go only then.
  const ids = batch.records.sort((a, b) => byPublicationOrder(b.record, a.record)).map(({ recordId }) => recordId)
  const left: LeftBehind[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    const more = await db.$transaction((tx) => undoSome(tx, batchId, some, by), { timeout: 30_000, maxWait: 10_000 })
    left.push(...more)
  }
  return db.$transaction(async (tx) => {
    const now = await lockBatch(tx, batchId)
    if (now?.undoneAt) return { kind: 'alreadyUndone' as const }
    await endBatch(tx, batchId, { by, left })
    return { kind: 'undone' as const, left }
  })
}

async function undoSome(tx: Prisma.TransactionClient, batchId: string, ids: string[], by: By): Promise<LeftBehind[]> {
  const left: LeftBehind[] = []
  const undone: DeskRecord[] = []
  for (const recordId of ids) {
    const record = await lockRecordOrBinned(tx, recordId)
    const where = { batchId_recordId: { batchId, recordId } }
    const entry = await tx.batchRecord.findUnique({ where })
    if (!record || !entry || record.emptiedAt) continue
    const after = keptVersions.parse(entry.after)
    if (isUndone(entry.after)) continue
    if (record.lock !== after.lock) {
      left.push({ recordId, fields: [], why: 'changed' })
      continue
    }
    await tx.$executeRaw`SAVEPOINT one`
    try {
      await putBack(tx, record, keptWithRow.parse(entry.before), batchId, by)
    } catch (error) {
      if (!conflictOf(error)) throw error
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT one`
      left.push({ recordId, fields: [], why: 'refused' })
      continue
    }
    await tx.batchRecord.update({ where, data: { after: { ...after, isUndone: true } } })
    undone.push(record)
  }
  for (const { id, noun } of undone)
    await writeAudit(tx, {
      ...{ actorId: by.id, act: 'record.bulk_undo', noun, recordId: id, detail: { batch: batchId } },
    })
  return left
}

const isUndone = (after: Prisma.JsonValue) => typeof after === 'object' && after !== null && 'isUndone' in after

/** One record as it was before, in public and at the desk. */
async function putBack(
  tx: Prisma.TransactionClient,
  held: DeskRecord,
  was: KeptWithRow,
  batchId: string,
  by: By,
): Promise<void> {
  const { id } = held
  let record = held
  if (record.binnedAt) {
    await takeFromBinIn(tx, { id, by })
    record = await tx.record.findUniqueOrThrow({ where: { id } })
  }
  const [now, before] = [await readLayers(tx, record), await readLayers(tx, record, was)]
  const isSaid = isDeepStrictEqual(now.newest, before.newest)
  if (!isSaid)
    await writeLayers(tx, record, now, { newest: before.newest, publicly: now.publicly }, { act: 'undo', batchId, by })
  if (record.state !== was.state || record.publishedVersion !== was.publishedVersion) {
    await putBackRow(tx, record, was, before.publicly)
    await tx.record.update({ where: { id }, data: { state: was.state, publishedVersion: was.publishedVersion } })
  }
  await tx.record.update({ where: { id }, data: { ...deskColumns(was), lock: held.lock + 1 } })
}

/** In public too: what was not public before has no row, or only the bare one that others mention. */
async function putBackRow(
  tx: Prisma.TransactionClient,
  record: DeskRecord,
  { row, slugs }: KeptWithRow,
  publicly: Content | null,
): Promise<void> {
  const { id, noun } = record
  if (row) {
    const bare = () => ({ ...registry[noun].parse({}).content, slug: id })
    await writePublicContent(tx, record, publicly ?? bare(), row)
  }
  await forgetSlugsBut(tx, noun, id, slugs)
  if (!row) await removeRow(tx, noun, id)
}
