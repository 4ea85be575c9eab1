import 'server-only'
import { db } from '@/lib/db'
import { lockRecord, settleAutosave } from './save'

/** So long after the last sign of somebody they are no longer there. */
const SECONDS = 60
const MOST_NAMES = 10

/** Who else has a record open, and how it stands: enough to tell whoever looks that it changed. `by` is somebody else. */
export type Present = { others: string[]; lock: number; version: number; at: Date; by: string | null }

/**
 * Notes that somebody has a record open, and says who else has. One statement; those who went away a while ago are
 * forgotten by the way. Null when there is no such record outside of the bin.
 */
export async function markPresent(recordId: string, userId: string): Promise<Present | null> {
  const [present] = await db.$queryRaw<Present[]>`
    WITH here AS (
      INSERT INTO presence (record_id, user_id, seen_at)
      SELECT id, ${userId}::uuid, now() FROM record WHERE id = ${recordId}::uuid AND binned_at IS NULL
      ON CONFLICT (record_id, user_id) DO UPDATE SET seen_at = now()
    ), away AS (
      DELETE FROM presence WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM presence WHERE seen_at < now() - interval '1 hour' AND user_id <> ${userId}::uuid
        LIMIT 100 FOR UPDATE SKIP LOCKED))
    )
    SELECT record.lock, record.version, record.updated_at AS at,
      CASE WHEN saver.id <> ${userId}::uuid THEN saver.name END AS by,
      ARRAY(
        SELECT "user".name FROM presence JOIN "user" ON "user".id = presence.user_id
        WHERE presence.record_id = record.id AND presence.user_id <> ${userId}::uuid
          AND presence.seen_at > now() - make_interval(secs => ${SECONDS})
        ORDER BY "user".name LIMIT ${MOST_NAMES}
      ) AS others
    FROM record LEFT JOIN "user" AS saver ON saver.id = record.updated_by_id
    WHERE record.id = ${recordId}::uuid AND record.binned_at IS NULL`
  return present ?? null
}

/**
 * `markPresent` for whoever opens the form of a record. What somebody else's last autosave left stays as it is from
 * now on, as it is what changes are about to be made to; their next one is a version of its own.
 */
export async function openRecord(recordId: string, userId: string): Promise<Present | null> {
  const last = await db.revision.findFirst({
    where: { recordId },
    orderBy: { version: 'desc' },
    select: { act: true, authorId: true },
  })
  if (last?.act === 'autosave' && last.authorId !== userId)
    await db.$transaction(async (tx) => {
      const record = await lockRecord(tx, recordId)
      if (record && record.updatedById !== userId) await settleAutosave(tx, recordId, record.version)
    })
  return markPresent(recordId, userId)
}
