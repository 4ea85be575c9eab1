import 'server-only'
import { db } from '@/lib/db'

/**
 * In which zone times of a record are typed and shown: of an edition its own, of what is in an edition that one's, of
 * all else that of the newest edition.
 */
export async function recordTimeZone(id: string): Promise<string> {
  const [found] = await db.$queryRaw<{ zone: string | null }[]>`
    SELECT coalesce(
      (SELECT CASE r.noun WHEN 'edition' THEN r.content->>'timeZone' ELSE p.content->>'timeZone' END
       FROM record r LEFT JOIN record p ON p.id = r.parent_id WHERE r.id = ${id}::uuid),
      (SELECT content->>'timeZone' FROM record WHERE noun = 'edition' AND binned_at IS NULL AND content->>'timeZone' IS NOT NULL
       ORDER BY content->>'startsOn' DESC NULLS LAST, id DESC LIMIT 1)
    ) AS zone`
  return found?.zone ?? 'UTC'
}
