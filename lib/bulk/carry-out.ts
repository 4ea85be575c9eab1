import 'server-only'
import { type AuditEntry, writeAudit } from '@/lib/audit/write'
import { beginBatch, type LeftBehind } from '@/lib/batches/batch'
import { type DeskRecord, readLayers, writeLayers } from '@/lib/batches/layers'
import { readPublicStanding } from '@/lib/batches/public-row'
import { slugsOf } from '@/lib/batches/slug-rows'
import { deskStanding, versionsOf } from '@/lib/batches/standing'
import { db } from '@/lib/db'
import { moveToBinIn } from '@/lib/revisions/bin'
import { conflictOf } from '@/lib/revisions/conflicts'
import type { Noun } from '@/lib/revisions/nouns'
import { byPublicationOrder } from '@/lib/revisions/publication-set'
import { publishRecordIn, withdrawRecordIn } from '@/lib/revisions/publish'
import { lockRecord, settleAutosave } from '@/lib/revisions/save'
import { type BlockingPoints, readBlockingPoints } from '@/lib/revisions/settings'
import type { Prisma } from '@/prisma/client/client'
import { type BulkChange, isFieldAct } from './change'
import { type Planned, planBulk, type Selection } from './plan'

/** A thousand records are changed in twenty short transactions: whoever saves one of them waits for fifty others at most. */
const AT_ONCE = 50

export type BulkOutcome =
  | { kind: 'changed'; batchId: string; left: LeftBehind[] }
  /** Something changed since it was looked at; too many; nothing would change. */
  | { kind: 'changedSince' | 'tooMany' | 'nothing' }

type Bulk = {
  noun: Noun
  selection: Selection
  change: BulkChange
  /** The plan's, as it was looked at. */
  seen: string
  /** The language in which a reason is written. */
  locale: string
  by: { id: string }
}

/**
 * Changes many records as one: one batch, which `undoBulk` takes back. Some records are changed in each transaction;
 * if the program is stopped between two, the batch holds what was done. What somebody changed meanwhile is left.
 */
export async function changeInBulk({ noun, selection, change, seen, locale, by }: Bulk): Promise<BulkOutcome> {
  const plan = await planBulk(noun, selection, change)
  if (plan.isTooMany) return { kind: 'tooMany' }
  if (plan.seen !== seen) return { kind: 'changedSince' }
  const todo = plan.records.filter(({ unchanged }) => unchanged === null)
  todo.sort((a, b) => byPublicationOrder(a.record, b.record))
  if (!todo.length) return { kind: 'nothing' }
  const blocking = await readBlockingPoints()
  const batchId = await db.$transaction((tx) => beginBatch(tx, { kind: 'bulk', noun, by, summary: { ...change } }))
  const left: LeftBehind[] = []
  for (let at = 0; at < todo.length; at += AT_ONCE) {
    const some = todo.slice(at, at + AT_ONCE)
    const work = (tx: Prisma.TransactionClient) => changeSome(tx, some, { batchId, change, locale, by, blocking })
    left.push(...(await db.$transaction(work, { timeout: 30_000, maxWait: 10_000 })))
  }
  if (left.length === todo.length) await db.batch.delete({ where: { id: batchId } })
  return left.length === todo.length ? { kind: 'changedSince' } : { kind: 'changed', batchId, left }
}

type Context = { batchId: string; change: BulkChange; locale: string; by: { id: string }; blocking: BlockingPoints }

async function changeSome(tx: Prisma.TransactionClient, some: Planned[], context: Context): Promise<LeftBehind[]> {
  const left: LeftBehind[] = []
  const entries: AuditEntry[] = []
  const audit = async (_tx: unknown, entry: AuditEntry) => void entries.push(entry)
  for (const { record: seen, content } of some) {
    const record = await lockRecord(tx, seen.id)
    if (record?.lock !== seen.lock) {
      left.push({ recordId: seen.id, fields: [], why: 'changed' })
      continue
    }
    await settleAutosave(tx, record.id, record.version)
    const before = await standingBefore(tx, record)
    await tx.$executeRaw`SAVEPOINT one`
    const isDone = await act(tx, record, content, context, audit).catch((error) => {
      if (!conflictOf(error)) throw error
      return false
    })
    if (!isDone) {
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT one`
      left.push({ recordId: record.id, fields: [], why: 'refused' })
      continue
    }
    const after = versionsOf(await tx.record.findUniqueOrThrow({ where: { id: record.id } }))
    const data = { batchId: context.batchId, recordId: record.id, part: 'changed', before, after }
    await tx.batchRecord.create({ data: data as Prisma.BatchRecordUncheckedCreateInput })
  }
  for (const entry of entries) await writeAudit(tx, { ...entry, detail: { batch: context.batchId } })
  return left
}

const standingBefore = async (tx: Prisma.TransactionClient, record: DeskRecord) => ({
  ...versionsOf(record),
  ...deskStanding(record),
  row: await readPublicStanding(tx, record.noun, record.id),
  slugs: await slugsOf(tx, record.noun, record.id),
})

/** Does it to one record; false where it is refused. */
async function act(
  tx: Prisma.TransactionClient,
  record: DeskRecord,
  content: Planned['content'],
  { batchId, change, locale, by, blocking }: Context,
  audit: (tx: unknown, entry: AuditEntry) => Promise<void>,
): Promise<boolean> {
  const { id, noun, lock } = record
  if (isFieldAct(change.act)) {
    const before = await readLayers(tx, record)
    const layers = { newest: content, publicly: before.publicly }
    const { version } = await writeLayers(tx, record, before, layers, { act: 'bulk', batchId, by })
    await audit(tx, { actorId: by.id, act: 'record.bulk', noun, recordId: id, version })
    return true
  }
  if (change.act === 'publish')
    return (await publishRecordIn(tx, { id, lock, by }, blocking, audit)).kind === 'published'
  if (change.act === 'withdraw') {
    const reasons = { [locale]: change.value ?? '' }
    return (await withdrawRecordIn(tx, { id, lock, by, reasons })).kind === 'withdrawn'
  }
  if (change.act === 'bin') return (await moveToBinIn(tx, { id, lock, by }, audit)).kind === 'binned'
  await tx.record.update({ where: { id }, data: { review: 'in_review', remark: null, lock: lock + 1 } })
  await audit(tx, { actorId: by.id, act: 'record.submit', noun, recordId: id, version: record.version })
  return true
}
