import 'server-only'
import { env } from '@/lib/env'
import { registry } from '@/lib/revisions/registry'
import { Prisma } from '@/prisma/client/client'
import { asRows, inParts } from './connection'
import type { NewRecord } from './new-record'

export type Writing = { batchId: string; by: { id: string } | null }

/** From so many new records on the planner is told of them: it would take the tables for as empty as they were. */
export const MANY = 500

/** Of a record's names together, as lib/revisions/names-kept bounds them. */
const MOST_LETTERS = 3000

/**
 * Writes new records with their first revision, the words they are found by and their place in the batch: for each
 * thousand a handful of statements, however they are made.
 */
export async function writeNewRecords(
  tx: Prisma.TransactionClient,
  records: readonly NewRecord[],
  { batchId, by }: Writing,
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  // The statements of the next thousand are put together while the server is at those before.
  let running = Promise.resolve()
  let done = 0
  for (const some of inParts(records)) {
    const statements = [insertRecords(some, { batchId, by }), ...insertWords(some)]
    await running
    running = inTurn(tx, statements).then(() => {
      done += some.length
      onProgress(done)
    })
    running.catch(() => {}) // it is thrown where it is waited for
  }
  await running
  if (records.length > MANY) await tx.$executeRaw`SELECT analyse_records()`
  // Pairs are looked for when all words are there.
  for (const noun of ['person', 'organisation', 'topic'] as const)
    for (const some of inParts(records.filter((each) => each.noun === noun)))
      await tx.$executeRaw`SELECT keep_name_pairs(${some.map(({ id }) => id)}::uuid[])`
  for (const some of inParts(records.filter(({ noun }) => noun === 'session')))
    await tx.$executeRaw`SELECT keep_session_pairs(${some.map(({ id }) => id)}::uuid[])`
}

async function inTurn(tx: Prisma.TransactionClient, statements: readonly Prisma.Sql[]): Promise<void> {
  for (const statement of statements) await tx.$executeRaw(statement)
}

function insertRecords(records: readonly NewRecord[], { batchId, by }: Writing): Prisma.Sql {
  return Prisma.sql`
    WITH made AS (
      INSERT INTO record (id, noun, public_id, parent_id, content, titles, sort_name, state, published_version, created_by_id, updated_by_id)
      SELECT id, noun, "publicId", "parentId", content, titles, "sortName",
        (CASE WHEN "isPublished" THEN 'published' ELSE 'draft' END)::publication_state, CASE WHEN "isPublished" THEN 1 END,
        ${by?.id ?? null}::uuid, ${by?.id ?? null}::uuid
      FROM jsonb_to_recordset(${asRows(records)}) AS given(id uuid, noun noun, "publicId" text, "parentId" uuid, content jsonb,
        titles jsonb, "sortName" text, "isPublished" boolean)
      RETURNING id, content, published_version
    ), kept AS (
      INSERT INTO batch_record (batch_id, record_id, part, before, after)
      SELECT ${batchId}::uuid, id, 'created', '{}', jsonb_build_object('version', 1, 'publishedVersion', published_version, 'lock', 1) FROM made
    )
    INSERT INTO revision (record_id, version, lock, content, act, author_id, batch_id)
    SELECT id, 1, 1, content, 'import', ${by?.id ?? null}::uuid, ${batchId}::uuid FROM made`
}

/** As `keepWords` of records that have none yet: how a word sounds is worked out once for all that have it. */
function insertWords(records: readonly NewRecord[]): Prisma.Sql[] {
  const named = records.map(({ id, noun, content, titles }) => ({
    ...{ id, noun },
    names: [...Object.values(titles), ...registry[noun].otherNames(content)].join(' / ').slice(0, MOST_LETTERS),
  }))
  const words = Prisma.sql`
    WITH words AS MATERIALIZED (
      SELECT DISTINCT id, noun, word
      FROM jsonb_to_recordset(${asRows(named)}) AS named(id uuid, noun noun, names text), unnest(search_words(names)) AS word
      WHERE length(word) <= 40
    ), sounds AS MATERIALIZED (SELECT word, search_key(word) AS key FROM (SELECT DISTINCT word FROM words) AS each)
    INSERT INTO record_word (record_id, noun, word, key) SELECT id, noun, word, key FROM words JOIN sounds USING (word)`
  const linking = records.filter(({ content }) => JSON.stringify(content).includes('](')).map(({ id }) => id)
  return [words, ...(linking.length ? [Prisma.sql`SELECT keep_links(${linking}::uuid[], ${env().PLENARY_URL})`] : [])]
}
