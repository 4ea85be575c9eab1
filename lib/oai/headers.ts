import 'server-only'
import { db } from '@/lib/db'
import { begins, ends, type Harvested, harvested, readSet, type Selection } from './arguments'

/** What is harvested of a record: since when it is as it is, whether it is gone, and in which sets. */
export type Header = { id: string; noun: Harvested; stamp: Date; isPublic: boolean; forum: string | null }

export const RECORDS_ON_PAGE = 100

/**
 * The records that are or ever were public, after one of them, in the order of their ids, at most `take`: so each comes
 * once, whatever changes while somebody reads on. A record changes with each publication and withdrawal of what it says:
 * of itself, of what it belongs to, and of whom and what it names.
 */
export async function listHeaders(
  { set, from, until }: Selection,
  after: string | null,
  take: number,
): Promise<Header[]> {
  const within = set === null ? null : readSet(set)
  const nouns = within && 'noun' in within ? [within.noun] : [...harvested]
  const forum = within && 'forum' in within ? within.forum : null
  return db.$queryRaw<Header[]>`
    SELECT record.id, record.noun::text AS noun, told.stamp, told.is_public AS "isPublic", place.forum
    FROM record
    LEFT JOIN session ON session.id = record.id
    LEFT JOIN statement ON statement.id = record.id
    LEFT JOIN appearance ON appearance.id = statement.appearance_id
    CROSS JOIN LATERAL (
      SELECT CASE record.noun WHEN 'edition' THEN record.id
        ELSE coalesce(session.edition_id, statement.edition_id, record.parent_id) END AS edition
    ) AS above
    CROSS JOIN LATERAL (
      SELECT coalesce((SELECT forum_id FROM edition WHERE id = above.edition),
        (SELECT parent_id FROM record AS own WHERE id = above.edition)) AS forum
    ) AS place
    CROSS JOIN LATERAL (
      SELECT is_public_record(record.noun, record.id) AS is_public, date_trunc('second', max(at)) AS stamp FROM (
        SELECT max(at) AS at FROM publication
        WHERE record_id IN (record.id, above.edition, place.forum, statement.session_id, appearance.person_id)
        UNION ALL
        SELECT max(at) FROM publication WHERE record_id IN (
          SELECT person_id FROM appearance WHERE session_id = record.id
          UNION ALL SELECT topic_id FROM session_topic WHERE session_id = record.id
          UNION ALL SELECT topic_id FROM statement_topic WHERE statement_id = record.id
          UNION ALL SELECT organisation_id FROM edition_organisation WHERE edition_id = record.id)
        UNION ALL
        -- What was taken back without a word: when its record was last written.
        SELECT record.updated_at WHERE record.state = 'draft'
      ) AS times
    ) AS told
    WHERE record.noun::text = ANY(${nouns}) AND record.id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      AND EXISTS (SELECT FROM publication WHERE record_id = record.id)
      AND (${begins(from)}::timestamptz IS NULL OR told.stamp >= ${begins(from)})
      AND (${ends(until)}::timestamptz IS NULL OR told.stamp <= ${ends(until)})
      AND (${forum}::uuid IS NULL OR place.forum = ${forum}::uuid)
    ORDER BY record.id LIMIT ${take}`
}

/** One record; null when there is none that ever was public. */
export async function getHeader(noun: Harvested, id: string): Promise<Header | null> {
  const everything = { set: noun, from: null, until: null }
  const [found] = await listHeaders(everything, before(id), 1)
  return found?.id === id ? found : null
}

/** The id right before another, as the database orders them. */
function before(id: string): string {
  const number = BigInt(`0x${id.replaceAll('-', '')}`)
  const hex = (number > 0n ? number - 1n : 0n).toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** When the first record became public. */
export async function firstDatestamp(): Promise<Date> {
  const { _min } = await db.publication.aggregate({ _min: { at: true } })
  return _min.at ?? new Date(0)
}
