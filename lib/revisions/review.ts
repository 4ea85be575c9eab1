import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import { unscheduled } from './publish'
import { type By, lockRecord, settleAutosave } from './save'

export type ReviewOutcome = { kind: 'done'; lock: number } | { kind: 'stale' | 'gone' | 'nothing' }

/** Sends the newest version to a reviewer. */
export const sendForReview = (of: { id: string; lock: number; by: By }) =>
  change(of, 'record.submit', ({ version, publishedVersion, state }) =>
    state === 'published' && version === publishedVersion ? null : { review: 'in_review', remark: null },
  )

/** Gives a version back to whoever wrote it, with a remark. */
export const sendBack = (of: { id: string; lock: number; by: By; remark: string }) =>
  change(
    of,
    'record.send_back',
    ({ review }) => (review === 'in_review' ? { review: 'draft', remark: of.remark } : null),
    { remark: of.remark },
  )

/** Publishes or withdraws at a time; `reasons` go with a withdrawal. */
export const scheduleAct = (of: {
  id: string
  lock: number
  by: By
  act: 'publish' | 'withdraw'
  at: Date
  reasons?: Record<string, string>
}) =>
  change(
    of,
    'record.schedule',
    ({ state }) =>
      of.act === 'withdraw' && state !== 'published'
        ? null
        : {
            scheduledAct: of.act,
            scheduledAt: of.at,
            scheduledById: of.by?.id ?? null,
            scheduledError: null,
            scheduledReason: of.act === 'withdraw' ? (of.reasons ?? {}) : Prisma.DbNull,
          },
    { act: of.act, at: of.at.toISOString() },
  )

/** Takes a time back. */
export const unschedule = (of: { id: string; lock: number; by: By }) =>
  change(of, 'record.unschedule', ({ scheduledAct }) => (scheduledAct ? unscheduled : null))

type Row = NonNullable<Awaited<ReturnType<typeof lockRecord>>>

async function change(
  { id, lock, by }: { id: string; lock: number; by: By },
  act: string,
  decide: (record: Row) => Prisma.RecordUpdateInput | null,
  detail?: Prisma.InputJsonObject,
): Promise<ReviewOutcome> {
  return db.$transaction(async (tx) => {
    const record = await lockRecord(tx, id)
    if (!record) return { kind: 'gone' }
    if (record.lock !== lock) return { kind: 'stale' }
    const data = decide(record)
    if (!data) return { kind: 'nothing' }
    await settleAutosave(tx, id, record.version)
    const { noun, version } = record
    await tx.record.update({ where: { id }, data: { ...data, lock: lock + 1 } })
    await writeAudit(tx, { actorId: by?.id ?? null, act, noun, recordId: id, version, ...(detail ? { detail } : {}) })
    return { kind: 'done', lock: lock + 1 }
  })
}
