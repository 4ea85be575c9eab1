import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { Prisma } from '@/prisma/client/client'
import type { PublicationState, ScheduledAct } from '@/prisma/client/enums'
import { type ListedRecord, listedRecords } from './list-queries'
import type { Noun } from './nouns'

/** How many of each the overview shows; the lists have the rest. */
export const OVERVIEW_MOST = 8
/** Of so many acts the records that were changed lately are picked, each once. */
const ACTS_LOOKED_THROUGH = 200

/** Some records, and how many there are of each noun. */
export type Bounded = { records: ListedRecord[]; counts: Counted[] }

export type Counted = { noun: Noun; state: PublicationState; count: number }

async function bounded(which: Prisma.Sql, order: Prisma.Sql, locale: Locale): Promise<Bounded> {
  const where = Prisma.sql`${which} AND binned_at IS NULL`
  const [ids, counts] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`SELECT id FROM record WHERE ${where} ORDER BY ${order} LIMIT ${OVERVIEW_MOST}`,
    db.$queryRaw<Counted[]>`
      SELECT noun, state, count(*)::int AS count FROM record WHERE ${where} GROUP BY noun, state ORDER BY noun, state`,
  ])
  const records = await listedRecords(
    ids.map(({ id }) => id),
    locale,
  )
  return { records, counts }
}

const inReview = Prisma.sql`review = 'in_review'`

/** What waits for a reviewer, the longest first. */
export const listWaiting = (locale: Locale) => bounded(inReview, Prisma.sql`updated_at, id`, locale)

/** How many wait for a reviewer, by noun. */
export async function countWaiting(): Promise<Partial<Record<Noun, number>>> {
  const counts = await db.$queryRaw<{ noun: Noun; count: number }[]>`
    SELECT noun, count(*)::int AS count FROM record WHERE ${inReview} GROUP BY noun`
  return Object.fromEntries(counts.map(({ noun, count }) => [noun, count]))
}

/** What somebody wrote last that is neither public nor with a reviewer, the newest first. */
export const listOwnDrafts = (userId: string, locale: Locale) =>
  bounded(
    Prisma.sql`updated_by_id = ${userId}::uuid AND (published_version IS NULL OR version > published_version)
      AND review = 'draft'`,
    Prisma.sql`updated_at DESC, id DESC`,
    locale,
  )

export type Scheduled = {
  acts: { record: ListedRecord; act: ScheduledAct | null; at: Date | null; error: string | null }[]
  counts: Counted[]
}

/** What is to be done at a time, the next first, and before it what could not be done at its time. */
export async function listScheduled(locale: Locale): Promise<Scheduled> {
  const select = { id: true, scheduledAct: true, scheduledAt: true, scheduledError: true } as const
  const [failed, due, counts] = await Promise.all([
    db.record.findMany({
      where: { scheduledError: { not: null } },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: OVERVIEW_MOST,
      select,
    }),
    db.record.findMany({
      where: { scheduledAt: { not: null }, scheduledError: null },
      orderBy: [{ scheduledAt: 'asc' }, { id: 'asc' }],
      take: OVERVIEW_MOST,
      select,
    }),
    db.$queryRaw<Counted[]>`
      SELECT noun, min(state) AS state, count(*)::int AS count FROM record WHERE scheduled_at IS NOT NULL
      GROUP BY noun ORDER BY noun`,
  ])
  const rows = [...failed, ...due]
  const records = await listedRecords(
    rows.map(({ id }) => id),
    locale,
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  const acts = rows.flatMap(({ id, scheduledAct, scheduledAt, scheduledError }) => {
    const record = byId.get(id)
    return record ? [{ record, act: scheduledAct, at: scheduledAt, error: scheduledError }] : []
  })
  return { acts, counts }
}

export type LateAct = { record: ListedRecord; at: Date; act: string; actor: string | null }

/** The records to which something was done lately, with the last thing that was. */
export async function listLately(locale: Locale): Promise<LateAct[]> {
  const acts = await db.$queryRaw<{ recordId: string; at: Date; act: string; actor: string | null }[]>`
    SELECT late.record_id AS "recordId", late.at, late.act, "user".name AS actor FROM (
      SELECT DISTINCT ON (record_id) id, record_id, at, act, actor_id FROM (
        SELECT id, record_id, at, act, actor_id FROM audit_entry
        WHERE record_id IS NOT NULL AND act LIKE 'record.%' ORDER BY id DESC LIMIT ${ACTS_LOOKED_THROUGH}
      ) AS newest ORDER BY record_id, id DESC
    ) AS late LEFT JOIN "user" ON "user".id = late.actor_id
    ORDER BY late.id DESC LIMIT ${OVERVIEW_MOST}`
  const records = await listedRecords(
    acts.map(({ recordId }) => recordId),
    locale,
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  return acts.flatMap(({ recordId, ...act }) => {
    const record = byId.get(recordId)
    return record ? [{ record, ...act }] : []
  })
}
