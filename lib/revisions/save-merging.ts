import 'server-only'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { asOfNow } from './as-of-now'
import type { Json } from './difference'
import type { FieldErrors } from './edit-labels'
import { type MergeChoice, type Merged, type MergePath, mergeThreeWays, pathName } from './merge-three-ways'
import { type Content, registry } from './registry'
import { lockRecord, type Save, type Saved, type SaveOutcome, saveRecord, saveRecordIn } from './save'

/** What stands in the record of a stale save, by whom. */
export type Current = Extract<SaveOutcome, { kind: 'stale' }>['current']

export type MergeOutcome =
  /** `content` where it is not what was sent, with what of it the other side had changed. */
  | ({ kind: 'saved'; content?: Content; merge?: Merged; current?: Current } & Saved)
  /** Nothing was written: what would be taken, and what is to be decided. */
  | { kind: 'stale'; current: Current; merge: Merged }
  /** What was merged cannot stand as a whole: it is put right on top of `lock`. */
  | { kind: 'invalid'; errors: FieldErrors; content: Content; lock: number }
  | { kind: 'gone' }

/** How somebody was shown the other side: its lock, and what they chose by the names of paths. */
export type Decided = { against: number; choices: Record<string, MergeChoice> }

/**
 * Saves a content that was made of the record as it stood at `lock`. If somebody saved since, the two are merged on
 * top of that; it is written when it was shown (`decided`) or, with `mayTake`, when nothing is to be decided. What
 * only one side changed is kept, nothing of the other side is written over unseen.
 */
export async function saveMerging(
  save: Save,
  { decided = null, mayTake = false }: { decided?: Decided | null; mayTake?: boolean } = {},
): Promise<MergeOutcome> {
  if (!decided) {
    const outcome = await saveRecord(save)
    if (outcome.kind !== 'stale') return outcome
  }
  return db.$transaction((tx) => mergeIn(tx, save, decided, mayTake))
}

async function mergeIn(
  tx: Prisma.TransactionClient,
  save: Save,
  decided: Decided | null,
  mayTake: boolean,
): Promise<MergeOutcome> {
  const record = await lockRecord(tx, save.id)
  if (!record) return { kind: 'gone' }
  const { id, version, lock, updatedAt, updatedById, noun } = record
  const theirs = record.content as Content
  const current: Current = { id, version, lock, updatedAt, updatedById, content: theirs }
  const base = await tx.revision.findFirst({
    where: { recordId: id, lock: { lte: save.lock } },
    orderBy: { version: 'desc' },
    select: { content: true },
  })
  const choose = (path: MergePath) => decided?.choices[pathName(path)] ?? null
  const origin = asOfNow(noun, (base?.content ?? {}) as Content) as Json
  const merge = mergeThreeWays(origin, save.content as Json, theirs as Json, choose)
  const isShown = decided?.against === lock
  const isOpen = merge.conflicts.some(({ chosen }) => chosen === null)
  const mayWrite = isShown || mayTake || merge.taken.length === 0
  if (isOpen || !mayWrite || (merge.conflicts.length > 0 && !isShown)) return { kind: 'stale', current, merge }

  const { content, errors } = registry[noun].parse(merge.merged)
  if (errors) return { kind: 'invalid', errors, content: merge.merged as Content, lock }
  const isMerged = merge.taken.length + merge.conflicts.length > 0
  const outcome = await saveRecordIn(tx, {
    ...{ ...save, lock, content },
    ...(isMerged ? { came: { act: 'merge', with: version } } : {}),
  })
  // The record is held: nobody saved between.
  if (outcome.kind === 'stale') throw new Error('A held record was saved by somebody else')
  return outcome.kind === 'saved' && isMerged ? { ...outcome, content, merge, current } : outcome
}
