import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { may } from '@/lib/auth/permissions'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { conflictOf } from './conflicts'
import { publishRecordIn, withdrawRecordIn } from './publish'
import { lockRecord } from './save'
import { readBlockingPoints } from './settings'

const MOST_AT_ONCE = 50

/**
 * Carries out what was to be published or withdrawn at a time that has come. Several instances may do so at once: each
 * act is one transaction that holds its record, and is done once. What cannot be done is noted on the record
 * (`scheduledError`, read by `readScheduledError`) and not tried again. Returns how many it looked at.
 */
export async function carryOutDue(): Promise<number> {
  let looked = 0
  while (looked < MOST_AT_ONCE && (await carryOutNext())) looked += 1
  return looked
}

async function carryOutNext(): Promise<boolean> {
  const blocking = await readBlockingPoints()
  return db.$transaction(
    async (tx) => {
      const [due] = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM record WHERE scheduled_at <= now() AND scheduled_error IS NULL
        ORDER BY scheduled_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
      const record = due && (await lockRecord(tx, due.id))
      if (!record) return false
      await tx.$executeRaw`SAVEPOINT act`
      const error = await act(tx, record, blocking).catch((thrown) => {
        const conflict = conflictOf(thrown)
        if (!conflict) throw thrown
        return conflict
      })
      if (!error) return true
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT act`
      const { id, noun, version, lock, scheduledAct } = record
      await tx.record.update({ where: { id }, data: { scheduledError: error, lock: lock + 1 } })
      await writeAudit(tx, {
        ...{ actorId: null, act: 'record.schedule_failed', noun, recordId: id, version },
        detail: { act: scheduledAct, error },
      })
      return true
    },
    { timeout: 15_000, maxWait: 5_000 },
  )
}

type Due = NonNullable<Awaited<ReturnType<typeof lockRecord>>>

/** Does what was scheduled; says why it cannot be done, or null. */
async function act(
  tx: Prisma.TransactionClient,
  record: Due,
  blocking: Awaited<ReturnType<typeof readBlockingPoints>>,
): Promise<string | null> {
  const { id, scheduledById, scheduledAct, scheduledReason } = record
  const by = scheduledById ? { id: scheduledById } : null
  if (scheduledAct === 'withdraw') {
    if (!by || !(await allMay(tx, [by.id], 'withdraw'))) return 'notAllowed'
    const reasons = (scheduledReason ?? {}) as Record<string, string>
    const { kind } = await withdrawRecordIn(tx, { id, lock: null, by, reasons })
    return kind === 'withdrawn' ? null : 'notPublished'
  }
  if (!by || !(await allMay(tx, [by.id], 'publish'))) return 'notAllowed'
  if (!(await isAsScheduled(tx, record))) return 'changed'
  const outcome = await publishRecordIn(tx, { id, lock: null, by }, blocking)
  if (outcome.kind === 'published') return null
  if (outcome.kind === 'conflict') return outcome.conflict
  if (outcome.kind !== 'blocked') return 'recordGone'
  const points = outcome.checked.filter(({ isMet, isBlocking }) => isBlocking && !isMet).map(({ point }) => point)
  return `blocked:${points.join(',')}`
}

/**
 * Whether the newest version is the one that was scheduled, or was written since by people who could publish it
 * themselves: what nobody reviewed must not go out on somebody else's word.
 */
async function isAsScheduled(tx: Prisma.TransactionClient, { id, noun, version }: Due): Promise<boolean> {
  const scheduled = await tx.auditEntry.findFirst({
    where: { noun, recordId: id, act: 'record.schedule' },
    orderBy: { id: 'desc' },
    select: { version: true },
  })
  const since = await tx.revision.findMany({
    where: { recordId: id, version: { gt: scheduled?.version ?? version } },
    distinct: ['authorId'],
    select: { authorId: true },
  })
  const authors = since.flatMap(({ authorId }) => authorId ?? [])
  return authors.length === since.length && (await allMay(tx, authors, 'publish'))
}

async function allMay(
  tx: Prisma.TransactionClient,
  ids: string[],
  permission: 'publish' | 'withdraw',
): Promise<boolean> {
  const users = await tx.user.findMany({
    where: { id: { in: ids }, isDisabled: false },
    select: { id: true, role: true },
  })
  return users.length === ids.length && users.every((user) => may(user, permission))
}
