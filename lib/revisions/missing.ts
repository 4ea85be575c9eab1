import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { Prisma } from '@/prisma/client/client'
import { type MissingKind, missingOf } from './missing-kinds'
import type { Noun } from './nouns'

/** Whether something public stands where a link leads. */
const leads = Prisma.sql`CASE record_link.noun
  WHEN 'person' THEN EXISTS (SELECT FROM person_slug AS s JOIN person AS r ON r.id = s.person_id WHERE s.slug = record_link.slug AND r.state = 'published')
  WHEN 'organisation' THEN EXISTS (SELECT FROM organisation_slug AS s JOIN organisation AS r ON r.id = s.organisation_id WHERE s.slug = record_link.slug AND r.state = 'published')
  WHEN 'topic' THEN EXISTS (SELECT FROM topic_slug AS s JOIN topic AS r ON r.id = s.topic_id WHERE s.slug = record_link.slug AND r.state = 'published')
  WHEN 'statement' THEN EXISTS (SELECT FROM statement AS r WHERE r.public_id = record_link.slug AND r.state = 'published')
  WHEN 'source' THEN EXISTS (SELECT FROM source AS r WHERE r.public_id = record_link.slug AND r.state = 'published')
  WHEN 'forum' THEN EXISTS (SELECT FROM forum_slug AS f JOIN forum AS r ON r.id = f.forum_id WHERE f.slug = record_link.forum AND r.state = 'published')
  WHEN 'edition' THEN EXISTS (SELECT FROM forum_slug AS f JOIN edition_slug AS e USING (forum_id) JOIN edition AS r ON r.id = e.edition_id
    WHERE f.slug = record_link.forum AND e.slug = record_link.edition AND r.state = 'published')
  WHEN 'session' THEN EXISTS (SELECT FROM forum_slug AS f JOIN edition_slug AS e USING (forum_id) JOIN session_slug AS s USING (edition_id)
    JOIN session AS r ON r.id = s.session_id
    WHERE f.slug = record_link.forum AND e.slug = record_link.edition AND s.slug = record_link.slug AND r.state = 'published')
  ELSE false END`

/** Each as a condition on `record`, in the words of the indexes. */
export const isMissing: Record<MissingKind, Prisma.Sql> = {
  speakers: Prisma.sql`record.noun = 'session' AND record.content->>'format' <> 'break'
    AND NOT jsonb_path_exists(record.content, '$.appearances[*] ? (@.person != null)')`,
  organisation: Prisma.sql`record.noun = 'session'
    AND jsonb_path_exists(record.content, '$.appearances[*] ? (@.person != null && @.organisation == null)')`,
  source: Prisma.sql`record.noun = 'statement'
    AND NOT jsonb_path_exists(record.content, '$.citations[*] ? (@.source != null)')`,
  address: Prisma.sql`record.id IN (SELECT record_id FROM record_link WHERE NOT ${leads})`,
  withdrawnSource: Prisma.sql`record_mentions(record.content) && ARRAY(
    SELECT id FROM record WHERE noun = 'source' AND state = 'withdrawn' ORDER BY id LIMIT 1000)`,
}

/** Without a title in a language, in the words of the indexes. */
export const withoutTitle: Record<Locale, Prisma.Sql> = {
  en: Prisma.sql`NOT jsonb_exists(record.titles, 'en')`,
  kk: Prisma.sql`NOT jsonb_exists(record.titles, 'kk')`,
  ru: Prisma.sql`NOT jsonb_exists(record.titles, 'ru')`,
}

/** Counted no further. */
export const MOST_MISSING = 10_000

export type MissingCount = { noun: Noun; count: number }

/** How many records of a noun lack something, counted from the index alone. */
async function countOf(noun: Noun, condition: Prisma.Sql): Promise<MissingCount[]> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM record WHERE ${condition} AND record.binned_at IS NULL LIMIT ${MOST_MISSING + 1}) AS each`
  return counted?.count ? [{ noun, count: counted.count }] : []
}

/** How many of each noun, all nouns together counted up to ten thousand and one. */
const countEach = (condition: Prisma.Sql) => db.$queryRaw<MissingCount[]>`
  SELECT noun, count(*)::int AS count FROM (
    SELECT noun FROM record WHERE ${condition} AND record.binned_at IS NULL LIMIT ${MOST_MISSING + 1}) AS each
  GROUP BY noun ORDER BY noun`

/** How many records lack something, by noun, counted up to ten thousand and one: one query. */
export function countMissing(kind: MissingKind): Promise<MissingCount[]> {
  const [only, more] = missingOf[kind]
  return only && !more ? countOf(only, isMissing[kind]) : countEach(isMissing[kind])
}

export const countWithoutTitle = (locale: Locale) => countEach(withoutTitle[locale])
