import 'server-only'
import type { Noun } from '@/lib/revisions/nouns'
import { Prisma } from '@/prisma/client/client'

/** A table's or column's name cannot be a parameter; these are words of ours. Statements and sources have no slugs. */
const tables: Partial<Record<Noun, { slugs: Prisma.Sql; of: Prisma.Sql }>> = {
  forum: { slugs: Prisma.sql`forum_slug`, of: Prisma.sql`forum_id` },
  edition: { slugs: Prisma.sql`edition_slug`, of: Prisma.sql`edition_id` },
  session: { slugs: Prisma.sql`session_slug`, of: Prisma.sql`session_id` },
  person: { slugs: Prisma.sql`person_slug`, of: Prisma.sql`person_id` },
  organisation: { slugs: Prisma.sql`organisation_slug`, of: Prisma.sql`organisation_id` },
  topic: { slugs: Prisma.sql`topic_slug`, of: Prisma.sql`topic_id` },
}

/** Every slug that a record has or had. */
export async function slugsOf(tx: Prisma.TransactionClient, noun: Noun, id: string): Promise<string[]> {
  const table = tables[noun]
  if (!table) return []
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM ${table.slugs} WHERE ${table.of} = ${id}::uuid ORDER BY slug`
  return rows.map(({ slug }) => slug)
}

/** Forgets the slugs of a record but those named: only for an address that a batch gave and takes back. */
export async function forgetSlugsBut(
  tx: Prisma.TransactionClient,
  noun: Noun,
  id: string,
  slugs: readonly string[],
): Promise<void> {
  const table = tables[noun]
  if (table)
    await tx.$executeRaw`DELETE FROM ${table.slugs} WHERE ${table.of} = ${id}::uuid AND slug <> ALL (${slugs}::text[])`
}

const rows: Record<Noun, Prisma.Sql> = {
  forum: Prisma.sql`forum`,
  edition: Prisma.sql`edition`,
  session: Prisma.sql`session`,
  person: Prisma.sql`person`,
  organisation: Prisma.sql`organisation`,
  topic: Prisma.sql`topic`,
  statement: Prisma.sql`statement`,
  source: Prisma.sql`source`,
}

/** Takes away a row of the public with all in it; refused while anything mentions it. */
export const removeRow = (tx: Prisma.TransactionClient, noun: Noun, id: string) =>
  tx.$executeRaw`DELETE FROM ${rows[noun]} WHERE id = ${id}::uuid`
