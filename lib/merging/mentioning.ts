import 'server-only'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import type { MergeableNoun } from './replace-mention'

/** As many records may mention the one that goes: all of them are changed in one transaction. */
export const MOST_MOVED = 1000

/** Who mentions a record in what is or was public: what is public may differ from the newest content. */
const inPublic: Record<MergeableNoun, (id: string) => Prisma.Sql> = {
  person: (id) => Prisma.sql`SELECT session_id FROM appearance WHERE person_id = ${id}::uuid`,
  organisation: (id) => Prisma.sql`
    SELECT session_id FROM appearance WHERE organisation_id = ${id}::uuid
    UNION SELECT edition_id FROM edition_organisation WHERE organisation_id = ${id}::uuid
    UNION SELECT id FROM organisation WHERE parent_id = ${id}::uuid`,
  topic: (id) => Prisma.sql`
    SELECT session_id FROM session_topic WHERE topic_id = ${id}::uuid
    UNION SELECT statement_id FROM statement_topic WHERE topic_id = ${id}::uuid
    UNION SELECT topic_id FROM topic_broader WHERE broader_id = ${id}::uuid`,
}

/** The records that mention one, in their newest content or in public, held; in the order of their ids, at most `most + 1`. */
export async function holdMentioning(
  tx: Prisma.TransactionClient,
  { noun, id, except, most }: { noun: MergeableNoun; id: string; except: string[]; most: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM record
    WHERE id IN (SELECT id FROM record WHERE record_mentions(content) @> ARRAY[${id}]::uuid[] UNION ${inPublic[noun](id)})
      AND id <> ALL (${except}::uuid[])
    ORDER BY id LIMIT ${most + 1} FOR NO KEY UPDATE`
  return rows.map((row) => row.id)
}

/** The statements that are by one of some appearances, in their newest content or in public, held. */
export async function holdStatementsBy(
  tx: Prisma.TransactionClient,
  appearances: readonly string[],
  most: number,
): Promise<string[]> {
  if (!appearances.length) return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM record
    WHERE id IN (
      SELECT id FROM record WHERE record_mentions(content) && ${appearances}::uuid[] AND noun = 'statement'
      UNION SELECT id FROM statement WHERE appearance_id = ANY (${appearances}::uuid[]))
    ORDER BY id LIMIT ${most + 1} FOR NO KEY UPDATE`
  return rows.map((row) => row.id)
}

/** How many records mention one, in their newest content or in public; counted until one more than can be merged. */
export async function countMentioning(noun: MergeableNoun, id: string, most = MOST_MOVED): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT id FROM record WHERE record_mentions(content) @> ARRAY[${id}]::uuid[] UNION ${inPublic[noun](id)} LIMIT ${most + 1}
    ) AS each`
  return counted?.count ?? 0
}

/** The record that one was merged into; null when it was not. */
export async function findMergedInto(id: string): Promise<string | null> {
  return (await db.record.findUnique({ where: { id }, select: { mergedIntoId: true } }))?.mergedIntoId ?? null
}
