import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import { withoutMerged } from '@/lib/merging/without-merged'
import { Prisma } from '@/prisma/client/client'
import { type Checked, checkContent, isBlocked } from './checklist'
import { type Conflict, conflictOf } from './conflicts'
import { readFacts } from './facts'
import type { Noun } from './nouns'
import { type Content, registry } from './registry'
import { type By, json, lockRecord, settleAutosave } from './save'
import { type BlockingPoints, readBlockingPoints } from './settings'
import { chooseSlug, ensureRows } from './slugs'
import { withdrawRow } from './withdraw-row'

export type PublishOutcome =
  | { kind: 'published'; version: number; lock: number }
  | { kind: 'stale' | 'gone' }
  | { kind: 'blocked'; checked: Checked[] }
  | { kind: 'conflict'; conflict: Conflict }

/**
 * Makes the newest version of a record what the public sees: row, relations, search document and audit entry in one
 * transaction. `lock` is the record's as the publisher saw it, null for whatever stands there now (carried out at a time).
 */
export async function publishRecord(of: { id: string; lock: number | null; by: By }): Promise<PublishOutcome> {
  const blocking = await readBlockingPoints()
  return asOutcome(() => db.$transaction((tx) => publishRecordIn(tx, of, blocking), { timeout: 10_000 }))
}

/** What a transaction of publications ends in: a constraint that was broken comes back as a value. */
export async function asOutcome<T>(work: () => Promise<T>): Promise<T | { kind: 'conflict'; conflict: Conflict }> {
  try {
    return await work()
  } catch (error) {
    const conflict = conflictOf(error)
    if (conflict) return { kind: 'conflict', conflict }
    throw error
  }
}

/**
 * `publishRecord` within a transaction of the caller; a broken constraint is thrown, as it ends the transaction. Who
 * publishes many gives an `audit` that writes the entries at the end, as other writers of the audit wait from the first.
 */
export async function publishRecordIn(
  tx: Prisma.TransactionClient,
  { id, lock, by }: { id: string; lock: number | null; by: By },
  blocking: BlockingPoints,
  audit: typeof writeAudit = writeAudit,
): Promise<PublishOutcome> {
  const record = await lockRecord(tx, id)
  if (!record) return { kind: 'gone' }
  if (lock !== null && record.lock !== lock) return { kind: 'stale' }
  const { noun, parentId } = record
  const titles = record.titles as Record<string, string>
  const written = record.content as Content
  let content = await withoutMerged(tx, noun, id, written)
  const checked = checkContent(noun, content, await readFacts(noun, content, tx), blocking[noun])
  if (isBlocked(checked)) return { kind: 'blocked', checked }

  const slug = await chooseSlug(tx, { id, noun, parentId, titles }, content)
  if (slug === null) return { kind: 'conflict', conflict: 'slugTaken' }
  let { version } = record
  await settleAutosave(tx, id, version)
  if (slug !== undefined && slug !== content.slug) content = { ...content, slug }
  if (content !== written) {
    version += 1
    await tx.revision.create({
      data: {
        recordId: id,
        version,
        lock: record.lock + 1,
        content: json(content),
        act: 'save',
        authorId: by?.id ?? null,
      },
    })
  }
  await ensureRows(tx, noun, content)
  await registry[noun].write(tx, id, content, {
    state: 'published',
    publishedAt: (await firstPublished(tx, noun, id)) ?? new Date(),
    withdrawnAt: null,
    version,
    publicId: record.publicId,
  })
  const published = await tx.record.update({
    where: { id },
    data: {
      content: json(content),
      version,
      lock: record.lock + 1,
      state: 'published',
      publishedVersion: version,
      review: 'draft',
      remark: null,
      ...unscheduled,
      updatedAt: new Date(),
      updatedById: by?.id ?? null,
    },
    select: { version: true, lock: true },
  })
  await audit(tx, { actorId: by?.id ?? null, act: 'record.publish', noun, recordId: id, version })
  return { kind: 'published', ...published }
}

/** No act is carried out at a time any more. */
export const unscheduled = {
  scheduledAct: null,
  scheduledAt: null,
  scheduledById: null,
  scheduledReason: Prisma.DbNull,
  scheduledError: null,
} as const

/** When the record was first published; null when it never was. */
export async function firstPublished(tx: Prisma.TransactionClient, noun: Noun, id: string): Promise<Date | null> {
  const select = { where: { id }, select: { publishedAt: true } } as const
  const find = {
    forum: () => tx.forum.findUnique(select),
    edition: () => tx.edition.findUnique(select),
    session: () => tx.session.findUnique(select),
    person: () => tx.person.findUnique(select),
    organisation: () => tx.organisation.findUnique(select),
    topic: () => tx.topic.findUnique(select),
    statement: () => tx.statement.findUnique(select),
    source: () => tx.source.findUnique(select),
  }
  return (await find[noun]())?.publishedAt ?? null
}

export type WithdrawOutcome = { kind: 'withdrawn'; lock: number } | { kind: 'stale' | 'gone' | 'notPublished' }

/** Takes a record from the public; its address says since when, and why in the words given by language. */
export async function withdrawRecord(of: {
  id: string
  lock: number | null
  by: By
  reasons: Record<string, string>
}): Promise<WithdrawOutcome> {
  return db.$transaction((tx) => withdrawRecordIn(tx, of))
}

/** `withdrawRecord` within a transaction of the caller. */
export async function withdrawRecordIn(
  tx: Prisma.TransactionClient,
  { id, lock, by, reasons }: { id: string; lock: number | null; by: By; reasons: Record<string, string> },
): Promise<WithdrawOutcome> {
  const record = await lockRecord(tx, id)
  if (!record) return { kind: 'gone' }
  if (lock !== null && record.lock !== lock) return { kind: 'stale' }
  if (record.state !== 'published') return { kind: 'notPublished' }
  await withdrawRow(tx, record.noun, id, reasons)
  const withdrawn = await tx.record.update({
    where: { id },
    data: {
      state: 'withdrawn',
      lock: record.lock + 1,
      ...unscheduled,
      updatedAt: new Date(),
      updatedById: by?.id ?? null,
    },
    select: { lock: true },
  })
  const { noun, publishedVersion } = record
  await writeAudit(tx, {
    ...{ actorId: by?.id ?? null, act: 'record.withdraw', noun, recordId: id },
    ...(publishedVersion === null ? {} : { version: publishedVersion }),
    detail: { reasons },
  })
  return { kind: 'withdrawn', ...withdrawn }
}
