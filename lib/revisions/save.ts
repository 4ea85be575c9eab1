import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import { withoutMerged } from '@/lib/merging/without-merged'
import { newPublicId } from '@/lib/public-id'
import type { Prisma } from '@/prisma/client/client'
import { keepWords, namesOf, renameEditionsOf } from './names-kept'
import type { Noun } from './nouns'
import type { Content } from './registry'

/** Who does it. */
export type By = { id: string } | null

/** A record after a write: `lock` is what the next save must carry. */
export type Saved = { id: string; version: number; lock: number; updatedAt: Date }

export type SaveOutcome =
  | ({ kind: 'saved' } & Saved)
  /** Somebody saved since: nothing was written. `current` is what stands there now. */
  | { kind: 'stale'; current: Saved & { content: Content; updatedById: string | null } }
  | { kind: 'gone' }

export const json = (content: Content) => content as Prisma.InputJsonObject

/** Creates a record with its first revision. Throws when the parent that its noun needs is not in the content. */
export async function createRecord(noun: Noun, content: Content, by: By): Promise<Saved> {
  return db.$transaction((tx) => createRecordIn(tx, noun, content, by))
}

/**
 * `createRecord` within a transaction of the caller. Who writes many gives an `audit` that writes the entries at the
 * end, as other writers of the audit wait from the first.
 */
export async function createRecordIn(
  tx: Prisma.TransactionClient,
  noun: Noun,
  given: Content,
  by: By,
  audit: typeof writeAudit = writeAudit,
): Promise<Saved> {
  const content = await withoutMerged(tx, noun, '', given)
  const names = await namesOf(tx, noun, content)
  if (names.parentId) await holdParent(tx, names.parentId)
  const hasPublicId = noun === 'statement' || noun === 'source'
  const record = await tx.record.create({
    data: {
      noun,
      ...names,
      publicId: hasPublicId ? newPublicId() : null,
      content: json(content),
      createdById: by?.id ?? null,
      updatedById: by?.id ?? null,
      revisions: { create: { version: 1, lock: 1, content: json(content), act: 'create', authorId: by?.id ?? null } },
    },
    select: { id: true, version: true, lock: true, updatedAt: true },
  })
  await keepWords(tx, [{ id: record.id, noun, content, titles: names.titles }])
  await audit(tx, { actorId: by?.id ?? null, act: 'record.create', noun, recordId: record.id, version: 1 })
  return record
}

/** Nothing is made below what is in the bin, nor is that binned meanwhile. */
async function holdParent(tx: Prisma.TransactionClient, id: string) {
  const held = await tx.$queryRaw<object[]>`
    SELECT 1 FROM record WHERE id = ${id}::uuid AND binned_at IS NULL FOR SHARE`
  if (!held.length) throw new Error(`What the record belongs to (${id}) is not there, or in the bin`)
}

export type Save = {
  id: string
  /** The `lock` of the record that the changes were made to. */
  lock: number
  content: Content
  by: By
  /** Saved by itself while somebody types: takes the place of their last autosave instead of making a version each time. */
  isAutosave?: boolean
  /** Why, in the author's words. */
  note?: string | null
  /** How the content came to be where nobody typed it: a version of before, or one with somebody else's changes. */
  came?: { act: 'restore'; from: number; field?: string } | { act: 'merge'; with: number }
}

/**
 * Saves a content as the newest revision, with its names, words and audit entry, in one transaction. What the public
 * sees does not change. Nothing is written when somebody else saved since (`stale`), or when nothing differs.
 */
export async function saveRecord(save: Save): Promise<SaveOutcome> {
  return db.$transaction((tx) => saveRecordIn(tx, save))
}

/** `saveRecord` within a transaction of the caller; `audit` as with `createRecordIn`. */
export async function saveRecordIn(
  tx: Prisma.TransactionClient,
  save: Save,
  audit: typeof writeAudit = writeAudit,
): Promise<SaveOutcome> {
  const { id, by, isAutosave = false, note = null, came } = save
  const record = await lockRecord(tx, id)
  if (!record) return { kind: 'gone' }
  const { version, lock, updatedAt, updatedById, noun } = record
  const content = await withoutMerged(tx, noun, id, save.content)
  // What should be written stands there already: the answer to its save got lost, and it is sent once more.
  if (lock !== save.lock && isDeepStrictEqual(record.content, content))
    return { kind: 'saved', id, version, lock, updatedAt }
  if (lock !== save.lock)
    return { kind: 'stale', current: { id, version, lock, updatedAt, updatedById, content: record.content as Content } }

  const last = await tx.revision.findUnique({ where: { recordId_version: { recordId: id, version } } })
  const isOwnAutosave = !came && last?.act === 'autosave' && last.authorId === (by?.id ?? null)
  const isSame = isDeepStrictEqual(record.content, content)
  if (isSame && !note && (isAutosave || last?.act !== 'autosave'))
    return { kind: 'saved', id, version, lock, updatedAt }

  const act = came?.act ?? (isAutosave ? 'autosave' : 'save')
  const written = isOwnAutosave ? version : version + 1
  const revision = { content: json(content), act, note, lock: lock + 1, createdAt: new Date() }
  if (isOwnAutosave) {
    await tx.revision.update({ where: { recordId_version: { recordId: id, version } }, data: revision })
  } else {
    await tx.revision.create({ data: { recordId: id, version: written, authorId: by?.id ?? null, ...revision } })
  }
  const names = await namesOf(tx, noun, content)
  const saved = await tx.record.update({
    where: { id },
    data: {
      ...names,
      content: json(content),
      version: written,
      lock: lock + 1,
      updatedAt: new Date(),
      updatedById: by?.id ?? null,
    },
    select: { id: true, version: true, lock: true, updatedAt: true },
  })
  if (!isSame) await keepWords(tx, [{ id, noun, content, titles: names.titles }])
  if (noun === 'forum' && !isDeepStrictEqual(names.titles, record.titles)) await renameEditionsOf(tx, id)
  // An autosave that only goes on is one act of its author; the version it becomes is another.
  if (!(isAutosave && isOwnAutosave))
    await audit(tx, {
      ...{ actorId: by?.id ?? null, act: `record.${act}`, noun, recordId: id, version: written },
      ...(came ? { detail: detailOf(came) } : {}),
    })
  return { kind: 'saved', ...saved }
}

const detailOf = ({ act: _, ...detail }: NonNullable<Save['came']>) => detail

/**
 * The record, held until the end of the transaction: of two writers one waits for the other. Null when there is none,
 * or when it is in the bin, where nothing is done to it.
 */
export async function lockRecord(tx: Prisma.TransactionClient, id: string) {
  const record = await lockRecordOrBinned(tx, id)
  return record?.binnedAt ? null : record
}

/** As `lockRecord`, of what is in the bin too. */
export async function lockRecordOrBinned(tx: Prisma.TransactionClient, id: string) {
  // Not FOR UPDATE: what only mentions the record (a likely pair, a revision) need not wait.
  await tx.$queryRaw`SELECT FROM record WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.record.findUnique({ where: { id } })
}

/** Makes the newest revision, if it is an autosave, one that stays: what is reviewed or published does not change any more. */
export async function settleAutosave(tx: Prisma.TransactionClient, id: string, version: number) {
  await tx.revision.updateMany({ where: { recordId: id, version, act: 'autosave' }, data: { act: 'save' } })
}
