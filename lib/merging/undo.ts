import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { endBatch, type LeftBehind, type LockedBatch, lockBatch } from '@/lib/batches/batch'
import { type DeskRecord, type Writing, writeLayers, writeRow } from '@/lib/batches/layers'
import { writePublicContent } from '@/lib/batches/public-row'
import { type PutBack, planPutBack } from '@/lib/batches/put-back'
import {
  deskColumns,
  type KeptStanding,
  type KeptWithRow,
  keptStanding,
  keptVersions,
  keptWithRow,
} from '@/lib/batches/standing'
import { db } from '@/lib/db'
import { asOfNow } from '@/lib/revisions/as-of-now'
import type { Conflict } from '@/lib/revisions/conflicts'
import { keepWords } from '@/lib/revisions/names-kept'
import { asOutcome } from '@/lib/revisions/publish'
import type { Content } from '@/lib/revisions/registry'
import type { By } from '@/lib/revisions/save'
import { chooseSlug } from '@/lib/revisions/slugs'
import type { Prisma } from '@/prisma/client/client'
import { addBareRow, addSlugs, forgetSlugs, setCreatedAt } from './public-rows'
import { isMergeable, type MergeableNoun } from './replace-mention'

export type UndoOutcome =
  | { kind: 'undone'; left: LeftBehind[] }
  /** Not there; undone already; the record that stayed was itself merged or deleted since: that is undone first. */
  | { kind: 'gone' | 'alreadyUndone' | 'mergedSince' }
  | { kind: 'conflict'; conflict: Conflict }

type Tx = Prisma.TransactionClient

/**
 * Brings two records back that were made one, as they were, whatever mentions them too. What was written since stays
 * where it was written; what could not be separated is told, and stays with the record that had stayed.
 */
export async function undoMerge({ batchId, by }: { batchId: string; by: By }): Promise<UndoOutcome> {
  return asOutcome(() => db.$transaction((tx) => undoIn(tx, batchId, by), { timeout: 120_000, maxWait: 5_000 }))
}

async function undoIn(tx: Tx, batchId: string, by: By): Promise<UndoOutcome> {
  await tx.$executeRaw`SELECT set_config('statement_timeout', '60s', true)`
  const batch = await lockBatch(tx, batchId)
  if (batch?.kind !== 'merge' || !isMergeable(batch.noun)) return { kind: 'gone' }
  if (batch.undoneAt) return { kind: 'alreadyUndone' }
  const { noun } = batch
  const records = await holdAll(tx, batch)
  const entries = batch.records.flatMap((entry) => {
    const record = records.get(entry.recordId)
    // What was removed for good has nothing to be put back into.
    return record && !record.emptiedAt ? [{ ...entry, record }] : []
  })
  const [kept, gone] = ['kept', 'gone'].map((part) => entries.find((entry) => entry.part === part))
  if (!kept || !gone || gone.record.mergedIntoId !== kept.record.id) return { kind: 'gone' }
  if (kept.record.binnedAt) return { kind: 'mergedSince' }

  const writing: Writing = { act: 'undo', batchId, by }
  const was = keptWithRow.parse(gone.before)
  const plans: PutBack[] = []
  for (const { record, before, after } of entries.filter((entry) => entry !== gone))
    plans.push(await planPutBack(tx, record, { before: keptVersions.parse(before), after: keptVersions.parse(after) }))
  const left = plans.flatMap((plan) => plan.left)

  await forgetSlugs(tx, noun, was.slugs)
  if (was.row) await addBareRow(tx, noun, gone.record.id)
  // The record that stayed first, as it gives back what can be only one record's.
  const keptPlan = plans.find(({ record }) => record.id === kept.record.id)
  if (keptPlan) await write(tx, keptPlan, writing)
  await restoreDesk(tx, kept.record, keptStanding.parse(kept.before), keptVersions.parse(kept.after).lock)
  left.push(...(await bringBack(tx, noun, gone.record, was)))
  const others = plans.filter((plan) => plan !== keptPlan)
  const isStatement = ({ record }: PutBack) => record.noun === 'statement'
  // A statement is by an appearance only once that is there again.
  for (const plan of [...others.filter((each) => !isStatement(each)), ...others.filter(isStatement)])
    await write(tx, plan, writing)
  await tx.$executeRaw`SELECT keep_name_pairs(${[kept.record.id, gone.record.id]}::uuid[])`

  left.push(...(await mentionedSince(tx, kept.record.id, batch)))
  await endBatch(tx, batchId, { by, left })
  for (const { record } of [gone, kept])
    await writeAudit(tx, {
      ...{ actorId: by?.id ?? null, act: 'record.unmerge', noun, recordId: record.id },
      detail: { batch: batchId },
    })
  return { kind: 'undone', left }
}

/** All records of a batch, held in the order of their ids. */
async function holdAll(tx: Tx, batch: LockedBatch): Promise<Map<string, DeskRecord>> {
  const ids = batch.records.map(({ recordId }) => recordId)
  await tx.$queryRaw`SELECT FROM record WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const records = await tx.record.findMany({ where: { id: { in: ids } } })
  return new Map(records.map((record) => [record.id, record]))
}

async function write(tx: Tx, { record, now, layers }: PutBack, writing: Writing): Promise<void> {
  const after = await writeLayers(tx, record, now, layers, writing)
  if (layers.publicly && after.publishedVersion !== null && after.publishedVersion !== record.publishedVersion)
    await writeRow(tx, record, layers.publicly, after.publishedVersion)
}

/** How it stood at the desk, unless somebody did something with it since. */
async function restoreDesk(tx: Tx, { id, lock }: DeskRecord, was: KeptStanding, lockThen: number) {
  if (lock === lockThen) await tx.record.update({ where: { id }, data: deskColumns(was) })
}

/** The record that was gone is there again, in public as it was; without its address where that is the other's now. */
async function bringBack(tx: Tx, noun: MergeableNoun, record: DeskRecord, was: KeptWithRow): Promise<LeftBehind[]> {
  const { id } = record
  const left: LeftBehind[] = []
  const back = await tx.record.update({
    where: { id },
    data: {
      ...{ mergedIntoId: null, binnedAt: null, binnedById: null, lock: record.lock + 1 },
      ...{ state: was.state, publishedVersion: was.publishedVersion, ...deskColumns(was) },
    },
  })
  if (was.row && was.publishedVersion !== null) {
    const { content } = await tx.revision.findUniqueOrThrow({
      where: { recordId_version: { recordId: id, version: was.publishedVersion } },
    })
    const titles = back.titles as Record<string, string>
    const asked = asOfNow(noun, content as Content)
    const own = await chooseSlug(tx, { id, noun, parentId: null, titles }, asked)
    const slug = own ?? (await chooseSlug(tx, { id, noun, parentId: null, titles }, { ...asked, slug: null }))
    if (slug !== asked.slug) left.push({ recordId: id, fields: ['slug'], why: 'slugTaken' })
    await writePublicContent(tx, back, { ...asked, slug }, was.row)
  }
  if (was.row) await setCreatedAt(tx, noun, id, was.row.createdAt)
  if (!was.slugs.includes(id)) await forgetSlugs(tx, noun, [id])
  await addSlugs(tx, noun, was.slugs, id)
  await keepWords(tx, [{ id, noun, content: back.content as Content, titles: back.titles as Record<string, string> }])
  return left
}

const MOST_TOLD = 100

/** Records that mention the one that stayed only since: nobody but an editor knows which of the two they mean. */
async function mentionedSince(tx: Tx, keptId: string, batch: LockedBatch): Promise<LeftBehind[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM record WHERE record_mentions(content) @> ARRAY[${keptId}]::uuid[] AND updated_at > ${batch.createdAt}
      AND id <> ${keptId}::uuid AND NOT EXISTS (
        SELECT FROM revision WHERE record_id = record.id AND (created_at <= ${batch.createdAt} OR batch_id = ${batch.id}::uuid)
          AND record_mentions(revision.content) @> ARRAY[${keptId}]::uuid[])
    ORDER BY id LIMIT ${MOST_TOLD}`
  return rows.map(({ id }) => ({ recordId: id, fields: [], why: 'mentionedSince' }))
}
