import 'server-only'
import { type AuditEntry, writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { keepWords, namesOf } from './names-kept'
import { unscheduled } from './publish'
import type { Content } from './registry'
import { type By, lockRecord, lockRecordOrBinned } from './save'

export type BinOutcome =
  | { kind: 'binned'; lock: number }
  | { kind: 'stale' | 'gone' }
  /** The public sees it: it is withdrawn first, with a reason. */
  | { kind: 'published' }
  /** Records that are not in the bin belong to it, such as the sessions of an edition. */
  | { kind: 'hasBelow' }

/** The record as the one who bins it saw it; a `lock` of null takes whatever stands there now. */
type Of = { id: string; lock: number | null; by: By }
type Audit = (tx: Prisma.TransactionClient, entry: AuditEntry) => Promise<void>

/**
 * Takes a record that is not public out of every list, picker and count of the desk. Nothing of it is lost: its
 * history, its relations and its addresses stay, and those who mention it still show what it is called.
 */
export const moveToBin = (of: Of): Promise<BinOutcome> => db.$transaction((tx) => moveToBinIn(tx, of))

/** `moveToBin` within a transaction of the caller; who bins many gives an `audit` that writes the entries at the end. */
export async function moveToBinIn(
  tx: Prisma.TransactionClient,
  { id, lock, by }: Of,
  audit: Audit = writeAudit,
): Promise<BinOutcome> {
  const record = await lockRecord(tx, id)
  if (!record) return { kind: 'gone' }
  if (lock !== null && record.lock !== lock) return { kind: 'stale' }
  if (record.state === 'published') return { kind: 'published' }
  if (await tx.record.findFirst({ where: { parentId: id, binnedAt: null }, select: { id: true } }))
    return { kind: 'hasBelow' }
  const { noun, version } = record
  const binned = await tx.record.update({
    where: { id },
    data: {
      ...{ binnedAt: new Date(), binnedById: by?.id ?? null, lock: record.lock + 1 },
      ...{ review: 'draft', remark: null, ...unscheduled },
    },
    select: { lock: true },
  })
  await tx.recordWord.deleteMany({ where: { recordId: id } })
  await audit(tx, { actorId: by?.id ?? null, act: 'record.bin', noun, recordId: id, version })
  return { kind: 'binned', ...binned }
}

export type TakeOutcome =
  | { kind: 'taken'; lock: number }
  /** It is not in the bin, or was emptied out of it. */
  | { kind: 'gone' }
  /** What it belongs to is in the bin itself. */
  | { kind: 'parentBinned' }

/** Puts a record back where it was before it was binned: a draft, or withdrawn. */
export const takeFromBin = (of: { id: string; by: By }): Promise<TakeOutcome> =>
  db.$transaction((tx) => takeFromBinIn(tx, of))

/** `takeFromBin` within a transaction of the caller. */
export async function takeFromBinIn(
  tx: Prisma.TransactionClient,
  { id, by }: { id: string; by: By },
  audit: Audit = writeAudit,
): Promise<TakeOutcome> {
  const record = await lockRecordOrBinned(tx, id)
  if (!record?.binnedAt || record.emptiedAt || record.mergedIntoId) return { kind: 'gone' }
  const { noun, parentId, version } = record
  if (parentId && !(await lockRecord(tx, parentId))) return { kind: 'parentBinned' }
  const content = record.content as Content
  const names = await namesOf(tx, noun, content)
  const taken = await tx.record.update({
    where: { id },
    data: { ...names, binnedAt: null, binnedById: null, lock: record.lock + 1 },
    select: { lock: true },
  })
  await keepWords(tx, [{ id, noun, content, titles: names.titles }])
  await audit(tx, { actorId: by?.id ?? null, act: 'record.unbin', noun, recordId: id, version })
  return { kind: 'taken', ...taken }
}

const AT_ONCE = 100

/**
 * Removes for good what was put into the bin until `before` (what was on the page of whoever empties it). A removed
 * record keeps its names, for those who mention it, its addresses, and its history without contents. Versions that
 * were once public stay as they were cited. Returns how many records it removed.
 */
export async function emptyBin(of: { before: Date; by: { id: string } }): Promise<number> {
  let emptied = 0
  for (;;) {
    const count = await db.$transaction((tx) => emptySome(tx, of), { timeout: 30_000, maxWait: 5_000 })
    emptied += count
    if (count < AT_ONCE) return emptied
  }
}

async function emptySome(
  tx: Prisma.TransactionClient,
  { before, by }: { before: Date; by: { id: string } },
): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string; noun: string; version: number }[]>`
    SELECT id, noun, version FROM record WHERE binned_at <= ${before} AND emptied_at IS NULL AND merged_into_id IS NULL
      AND NOT EXISTS (SELECT FROM record AS merged WHERE merged.merged_into_id = record.id)
    ORDER BY binned_at, id LIMIT ${AT_ONCE} FOR UPDATE`
  const ids = rows.map(({ id }) => id)
  await tx.$executeRaw`
    DELETE FROM revision WHERE record_id = ANY(${ids}::uuid[]) AND NOT EXISTS (
      SELECT FROM record WHERE record.id = revision.record_id AND record.published_version IS NOT NULL
        AND (record.published_version = revision.version OR revision.act = 'adopt')
      UNION ALL
      SELECT FROM audit_entry, record WHERE record.id = revision.record_id AND audit_entry.noun = record.noun::text
        AND audit_entry.record_id = record.id::text AND audit_entry.act = 'record.publish'
        AND audit_entry.version = revision.version
    )`
  await tx.record.updateMany({
    where: { id: { in: ids } },
    data: { content: {}, emptiedAt: new Date(), lock: { increment: 1 } },
  })
  for (const { id, noun, version } of rows)
    await writeAudit(tx, { actorId: by.id, act: 'record.erase', noun, recordId: id, version })
  return rows.length
}
