import 'server-only'
import type { Snapshot } from './snapshot'

/** As many answers are kept: what is asked for most stands in them. */
const MOST_KEPT = 100_000

/**
 * Which ids name something public: a record, a file that a public record uses, or one that was public and then merged
 * into another that is: its id still leads there.
 */
export function knownPublic(snapshot: Snapshot) {
  let known = new Map<string, boolean>()
  return {
    /** Asks for all of some ids at once; `has` answers for these. */
    async ask(ids: Iterable<string>): Promise<void> {
      const asked = [...new Set(ids)]
      const unknown = asked.filter((id) => !known.has(id))
      if (!unknown.length) return
      if (known.size + unknown.length > MOST_KEPT)
        known = new Map(asked.flatMap((id) => (known.has(id) ? [[id, known.get(id) === true]] : [])))
      const rows = await snapshot.rows<{ id: string }>(publicSql, [unknown])
      const found = new Set(rows.map(({ id }) => id))
      for (const id of unknown) known.set(id, found.has(id))
    },
    has: (id: string) => known.get(id) === true,
  }
}

const publicSql = `
  WITH RECURSIVE leads(id, now) AS (
    SELECT id, id FROM unnest($1::uuid[]) AS asked(id)
    UNION SELECT leads.id, record.merged_into_id FROM leads JOIN record ON record.id = leads.now
    WHERE record.merged_into_id IS NOT NULL
  )
  SELECT leads.id FROM leads JOIN record ON record.id = leads.now
    WHERE record.state = 'published' AND is_public_record(record.noun, record.id)
      AND (leads.id = leads.now OR EXISTS (SELECT FROM publication WHERE record_id = leads.id))
  UNION
  SELECT media.id FROM media WHERE media.id = ANY($1::uuid[]) AND is_public_media(media.id)`
