import 'server-only'
import { Prisma } from '@/prisma/client/client'
import type { MergeableNoun } from './replace-mention'

/** A table's or column's name cannot be a parameter; these are words of ours. */
const names: Record<MergeableNoun, { row: Prisma.Sql; slugs: Prisma.Sql; of: Prisma.Sql }> = {
  person: { row: Prisma.sql`person`, slugs: Prisma.sql`person_slug`, of: Prisma.sql`person_id` },
  organisation: {
    row: Prisma.sql`organisation`,
    slugs: Prisma.sql`organisation_slug`,
    of: Prisma.sql`organisation_id`,
  },
  topic: { row: Prisma.sql`topic`, slugs: Prisma.sql`topic_slug`, of: Prisma.sql`topic_id` },
}

type Tx = Prisma.TransactionClient

/** A row without a word in it, as of a record that is mentioned before it is public; its address is its id. */
export async function addBareRow(tx: Tx, noun: MergeableNoun, id: string): Promise<void> {
  const { row } = names[noun]
  await tx.$executeRaw`INSERT INTO ${row} (id, slug, updated_at) VALUES (${id}::uuid, ${id}, now()) ON CONFLICT (id) DO NOTHING`
}

/** Gives slugs to another record: whoever asks for one of them is led there. */
export async function giveSlugs(tx: Tx, noun: MergeableNoun, slugs: readonly string[], to: string): Promise<void> {
  const { slugs: table, of } = names[noun]
  await tx.$executeRaw`UPDATE ${table} SET ${of} = ${to}::uuid WHERE slug = ANY (${slugs})`
}

/** Forgets slugs, so that they can be given back. Only within a transaction that does. */
export async function forgetSlugs(tx: Tx, noun: MergeableNoun, slugs: readonly string[]): Promise<void> {
  const { slugs: table } = names[noun]
  await tx.$executeRaw`DELETE FROM ${table} WHERE slug = ANY (${slugs})`
}

/** Writes down slugs of a record; those that it has stay. */
export async function addSlugs(tx: Tx, noun: MergeableNoun, slugs: readonly string[], id: string): Promise<void> {
  const { slugs: table, of } = names[noun]
  await tx.$executeRaw`
    INSERT INTO ${table} (slug, ${of}) SELECT slug, ${id}::uuid FROM unnest(${slugs}::text[]) AS slug ON CONFLICT DO NOTHING`
}

/** When the row was made is part of what was there. */
export async function setCreatedAt(tx: Tx, noun: MergeableNoun, id: string, at: Date): Promise<void> {
  const { row } = names[noun]
  await tx.$executeRaw`UPDATE ${row} SET created_at = ${at} WHERE id = ${id}::uuid`
}

/** The record that stays no longer stands below the one that goes. */
export async function detach(tx: Tx, noun: MergeableNoun, kept: string, gone: string): Promise<void> {
  if (noun === 'topic')
    await tx.topicBroader.deleteMany({ where: { topicId: { in: [kept, gone] }, broaderId: { in: [kept, gone] } } })
  if (noun === 'organisation')
    await tx.organisation.updateMany({
      where: { id: { in: [kept, gone] }, parentId: { in: [kept, gone] } },
      data: { parentId: null },
    })
}
