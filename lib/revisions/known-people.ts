import 'server-only'
import { db } from '@/lib/db'

/** In what capacity somebody was last seen in public, and in how many appearances. */
export type KnownPerson = { count: number; positions: unknown; organisationTitles: unknown }

/** What the public record knows of people, by id: one query. */
export async function readKnownPeople(ids: readonly string[]): Promise<Map<string, KnownPerson>> {
  const rows = await db.$queryRaw<({ id: string } & KnownPerson)[]>`
    SELECT of_person.id, seen.count, position.held AS positions, organisation.titles AS "organisationTitles"
    FROM unnest(${ids}::uuid[]) AS of_person(id)
    CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM appearance WHERE person_id = of_person.id) AS seen
    LEFT JOIN LATERAL (
      SELECT appearance.id, appearance.organisation_id FROM appearance
      JOIN session ON session.id = appearance.session_id JOIN edition ON edition.id = session.edition_id
      WHERE appearance.person_id = of_person.id
      ORDER BY edition.starts_on DESC NULLS LAST, session.starts_at DESC NULLS LAST, appearance.id LIMIT 1
    ) AS latest ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_object_agg(language, position_held) AS held FROM appearance_text WHERE appearance_id = latest.id
    ) AS position ON true
    LEFT JOIN record AS organisation ON organisation.id = latest.organisation_id`
  return new Map(rows.map(({ id, ...known }) => [id, known]))
}
