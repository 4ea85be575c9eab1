import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Noun } from '@/lib/revisions/nouns'
import { type Content, registry } from '@/lib/revisions/registry'
import { createRecord } from '@/lib/revisions/save'
import type { PrismaClient } from '@/prisma/client/client'

/** A content as the desk reads it. Throws where something is wrong with it. */
export function contentOf(noun: Noun, raw: object): Content {
  const { content, errors } = registry[noun].parse(raw)
  if (errors) throw new Error(JSON.stringify(errors))
  return content
}

/** A draft in the desk, by whom it is told; returns what a save of it must carry. */
export const draft = (noun: Noun, raw: object, by: { id: string } | null = null) =>
  createRecord(noun, contentOf(noun, raw), by)

/** Somebody with an account. */
export const person = (db: PrismaClient, name: string) =>
  db.user.create({
    data: { id: randomUUID(), email: `${randomUUID()}@example.org`, name, role: 'editor' },
    select: { id: true, name: true },
  })

/**
 * Fills the desk, not the public archive, with records of every noun: for tests of how its lists and pickers scale.
 * Written by the database itself, as twenty thousand saves would take minutes. Sessions and statements are as many.
 */
export async function fillDesk(databaseUrl: string, size: { sessions: number; people: number }): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`
    CREATE TEMPORARY TABLE made AS
    SELECT noun::noun, n, gen_random_uuid() AS id,
      initcap(w[1 + n * 7 % 24]) || ' ' || w[1 + n * 11 % 23] || ' ' || w[1 + n / 24 % 24] || ' ' || n AS en,
      CASE WHEN n % 2 = 0 THEN initcap(c[1 + n * 7 % 8]) || ' ' || c[1 + n / 8 % 8] || ' ' || n END AS ru
    FROM (VALUES ('forum', 5), ('edition', 100), ('session', ${size.sessions}), ('person', ${size.people}),
        ('organisation', 800), ('topic', 60), ('statement', ${size.sessions}), ('source', 50)) AS kind(noun, most),
      LATERAL generate_series(1, most) AS n,
      (SELECT string_to_array('middle power trust dialogue water climate trade transport security reform region council energy health research policy union border river market school youth media law', ' ') AS w,
        string_to_array('вода климат торговля доверие реформа граница рынок закон', ' ') AS c) AS words`)
  await client.query(`
    INSERT INTO record (id, noun, public_id, parent_id, content, titles, sort_name, state, published_version, updated_at)
    SELECT made.id, made.noun,
      CASE WHEN made.noun IN ('statement', 'source') THEN lpad(to_hex(row_number() OVER ()), 8, '0') END, above.id,
      jsonb_build_object('format', 'panel', 'publishedOnPrecision', 'unknown', 'datePrecision', 'unknown',
        'kind', CASE made.noun WHEN 'statement' THEN 'report' WHEN 'source' THEN 'other' END, 'broader', '[]'::jsonb,
        'texts', jsonb_strip_nulls(jsonb_build_object(
          'en', jsonb_build_object('status', 'original', 'name', en, 'title', en, 'sortName', en, 'abstract', repeat(en, 20)),
          'ru', CASE WHEN ru IS NOT NULL THEN jsonb_build_object('status', 'human', 'name', ru, 'title', ru, 'sortName', ru) END))),
      jsonb_strip_nulls(jsonb_build_object('en', en, 'ru', ru)), lower(en),
      CASE WHEN n % 10 = 0 THEN 'draft' WHEN n % 50 = 1 THEN 'withdrawn' ELSE 'published' END::publication_state,
      CASE WHEN n % 10 = 0 THEN NULL ELSE 1 END, now() - n * interval '1 minute'
    FROM made LEFT JOIN (SELECT noun, id, n - 1 AS at, count(*) OVER (PARTITION BY noun) AS many FROM made) AS above
      ON above.at = made.n % above.many AND above.noun =
        CASE made.noun WHEN 'edition' THEN 'forum' WHEN 'session' THEN 'edition' WHEN 'statement' THEN 'edition' END::noun
    ORDER BY made.noun`)
  await client.query(`
    WITH said AS MATERIALIZED (SELECT id, noun, unnest(search_words(concat_ws(' / ', en, ru))) AS word FROM made),
      sounding AS MATERIALIZED (SELECT word, search_key(word) AS key FROM (SELECT DISTINCT word FROM said) AS each)
    INSERT INTO record_word (record_id, noun, word, key) SELECT DISTINCT id, noun, word, key FROM said JOIN sounding USING (word)`)
  await client.query('VACUUM ANALYZE record')
  await client.query('VACUUM ANALYZE record_word')
  await client.end()
}
