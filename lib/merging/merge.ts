import 'server-only'
import { type AuditEntry, writeAudit } from '@/lib/audit/write'
import { beginBatch } from '@/lib/batches/batch'
import { type DeskRecord, readLayers, type Writing, writeLayers } from '@/lib/batches/layers'
import { readPublicStanding } from '@/lib/batches/public-row'
import { removeRow, slugsOf } from '@/lib/batches/slug-rows'
import { deskStanding, versionsOf } from '@/lib/batches/standing'
import { db } from '@/lib/db'
import { type Checked, checkContent, isBlocked } from '@/lib/revisions/checklist'
import type { Conflict } from '@/lib/revisions/conflicts'
import type { FieldErrors } from '@/lib/revisions/edit-labels'
import { readFacts } from '@/lib/revisions/facts'
import { asOutcome, publishRecordIn, unscheduled } from '@/lib/revisions/publish'
import { type Content, registry } from '@/lib/revisions/registry'
import { type By, lockRecord, settleAutosave } from '@/lib/revisions/save'
import { readBlockingPoints } from '@/lib/revisions/settings'
import type { Prisma } from '@/prisma/client/client'
import { type Choices, mergeContents } from './merge-content'
import { moveMentions } from './move-mentions'
import { addBareRow, detach, giveSlugs } from './public-rows'
import { type MergeableNoun, replaceMention } from './replace-mention'

export type MergeOutcome =
  | { kind: 'merged'; batchId: string }
  /** Changed since it was looked at; no longer there; too many mention it; only the one that goes is or was public. */
  | { kind: 'stale' | 'gone' | 'tooMany' | 'keptIsNotPublic' }
  | { kind: 'invalid'; errors: FieldErrors }
  | { kind: 'blocked'; checked: Checked[] }
  | { kind: 'conflict'; conflict: Conflict }

type Merge = {
  noun: MergeableNoun
  /** The record that stays, with its lock as it was looked at, and the one that becomes part of it. */
  kept: { id: string; lock: number }
  gone: { id: string; lock: number }
  choices: Choices
  by: By
}

class NotMerged extends Error {
  constructor(readonly outcome: MergeOutcome) {
    super(outcome.kind)
  }
}

/**
 * Makes one record of two, in one transaction: whatever mentions the one that goes mentions the other from then on, in
 * public and at the desk, and its addresses lead there for ever. `undoMerge` brings both back.
 */
export async function mergeRecords(merge: Merge): Promise<MergeOutcome> {
  const blocking = await readBlockingPoints()
  try {
    return await asOutcome(() =>
      db.$transaction((tx) => mergeIn(tx, merge, blocking), { timeout: 120_000, maxWait: 5_000 }),
    )
  } catch (error) {
    if (error instanceof NotMerged) return error.outcome
    throw error
  }
}

async function mergeIn(
  tx: Prisma.TransactionClient,
  { noun, kept: keeps, gone: goes, choices, by }: Merge,
  blocking: Awaited<ReturnType<typeof readBlockingPoints>>,
): Promise<MergeOutcome> {
  // The commit writes the search index of all of it.
  await tx.$executeRaw`SELECT set_config('statement_timeout', '60s', true)`
  const [kept, gone] = await holdBoth(tx, keeps.id, goes.id)
  if (kept?.noun !== noun || gone?.noun !== noun || kept.id === gone.id) return { kind: 'gone' }
  if (kept.lock !== keeps.lock || gone.lock !== goes.lock) return { kind: 'stale' }
  if (kept.state === 'withdrawn' || (kept.state === 'draft' && gone.state !== 'draft'))
    return { kind: 'keptIsNotPublic' }
  const merged = registry[noun].parse(mergeContents(noun, kept.content as object, gone.content as object, choices))
  if (merged.errors) return { kind: 'invalid', errors: merged.errors }
  const own = { from: gone.id, to: kept.id, appearances: new Map<string, string>() }
  const content = replaceMention(noun, kept.id, merged.content, own).content as Content
  if (kept.state === 'published') {
    const checked = checkContent(noun, content, await readFacts(noun, content, tx), blocking[noun])
    if (isBlocked(checked)) return { kind: 'blocked', checked }
  }

  const summary = { kept: kept.id, gone: gone.id, titles: { kept: kept.titles, gone: gone.titles } }
  const batchId = await beginBatch(tx, { kind: 'merge', noun, by, summary: summary as Prisma.InputJsonObject })
  const writing: Writing = { act: 'join', batchId, by }
  const goneBefore = await standingOf(tx, noun, gone)
  const keptBefore = versionsOf(kept)
  await settleAutosave(tx, gone.id, gone.version)
  if (goneBefore.row) await addBareRow(tx, noun, kept.id)
  const moved = await moveMentions(tx, noun, own, writing)
  if (!moved) throw new NotMerged({ kind: 'tooMany' })
  await giveSlugs(tx, noun, goneBefore.slugs, kept.id)
  await detach(tx, noun, kept.id, gone.id)
  await removeRow(tx, noun, gone.id)

  const before = await readLayers(tx, kept)
  const { lock } = await writeLayers(tx, kept, before, { newest: content, publicly: before.publicly }, writing)
  const entries: AuditEntry[] = []
  if (kept.state === 'published') {
    const audit = async (_tx: unknown, entry: AuditEntry) => void entries.push(entry)
    const published = await publishRecordIn(tx, { id: kept.id, lock, by }, blocking, audit)
    if (published.kind === 'conflict' || published.kind === 'blocked') throw new NotMerged(published)
  }
  const { version } = await hide(tx, gone, kept.id, by)
  const after = await tx.record.findUniqueOrThrow({ where: { id: kept.id } })
  await tx.batchRecord.createMany({
    data: [
      ...moved,
      {
        batchId,
        recordId: kept.id,
        part: 'kept',
        before: { ...keptBefore, ...deskStanding(kept) },
        after: versionsOf(after),
      },
      {
        batchId,
        recordId: gone.id,
        part: 'gone',
        before: goneBefore as unknown as Prisma.InputJsonObject,
        after: { version },
      },
    ],
  })
  const act = { actorId: by?.id ?? null, act: 'record.join', noun }
  entries.push(
    { ...act, recordId: gone.id, version, detail: { batch: batchId, into: kept.id } },
    {
      ...act,
      recordId: kept.id,
      version: after.version,
      detail: { batch: batchId, with: gone.id, moved: moved.map((each) => each.recordId) },
    },
  )
  for (const entry of entries) await writeAudit(tx, entry)
  return { kind: 'merged', batchId }
}

/** Both records, held in one order whoever merges them which way. */
async function holdBoth(tx: Prisma.TransactionClient, keptId: string, goneId: string) {
  const first = await lockRecord(tx, keptId < goneId ? keptId : goneId)
  const second = await lockRecord(tx, keptId < goneId ? goneId : keptId)
  return keptId < goneId ? [first, second] : [second, first]
}

async function standingOf(tx: Prisma.TransactionClient, noun: MergeableNoun, record: DeskRecord) {
  const row = await readPublicStanding(tx, noun, record.id)
  return { ...versionsOf(record), ...deskStanding(record), row, slugs: await slugsOf(tx, noun, record.id) }
}

/** The record that goes is in no list any more; its history stays. */
async function hide(tx: Prisma.TransactionClient, { id, lock }: DeskRecord, mergedIntoId: string, by: By) {
  await tx.recordWord.deleteMany({ where: { recordId: id } })
  return tx.record.update({
    where: { id },
    data: {
      ...{ mergedIntoId, state: 'draft', publishedVersion: null, review: 'draft', remark: null, lock: lock + 1 },
      ...{ ...unscheduled, binnedAt: new Date(), binnedById: by?.id ?? null },
    },
  })
}
