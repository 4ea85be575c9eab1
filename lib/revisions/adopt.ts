import 'server-only'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import { keepWords, namesOf } from './names-kept'
import { type Noun, nouns } from './nouns'
import { registry } from './registry'
import { json } from './save'

const AT_ONCE = 200

/**
 * Gives every row that was written past the desk (the seed, psql) its record, with the content that stands in the
 * noun's tables as the first revision. Parents come first, as the order of `nouns` has it. Returns how many it adopted.
 */
export async function adoptRows(): Promise<number> {
  let adopted = 0
  for (const noun of nouns) {
    for (;;) {
      const batch = await unknownRows(noun)
      if (!batch.length) break
      await adoptBatch(noun, batch)
      adopted += batch.length
    }
  }
  return adopted
}

type Unknown = {
  id: string
  state: 'draft' | 'in_review' | 'published' | 'withdrawn'
  public_id: string | null
  created_at: Date
  updated_at: Date
}

/** A table's name cannot be a parameter; `noun` is one of eight words of ours. */
const tables: Record<Noun, Prisma.Sql> = {
  forum: Prisma.sql`(SELECT *, NULL::text AS public_id FROM forum)`,
  edition: Prisma.sql`(SELECT *, NULL::text AS public_id FROM edition)`,
  session: Prisma.sql`(SELECT *, NULL::text AS public_id FROM session)`,
  person: Prisma.sql`(SELECT *, NULL::text AS public_id FROM person)`,
  organisation: Prisma.sql`(SELECT *, NULL::text AS public_id FROM organisation)`,
  topic: Prisma.sql`(SELECT *, NULL::text AS public_id FROM topic)`,
  statement: Prisma.sql`statement`,
  source: Prisma.sql`source`,
}

const unknownRows = (noun: Noun) => db.$queryRaw<Unknown[]>`
  SELECT r.id, r.state, r.public_id, r.created_at, r.updated_at FROM ${tables[noun]} r
  WHERE NOT EXISTS (SELECT FROM record WHERE record.id = r.id) ORDER BY r.id LIMIT ${AT_ONCE}`

async function adoptBatch(noun: Noun, batch: Unknown[]) {
  const contents = new Map(
    (await registry[noun].read(batch.map(({ id }) => id))).map((each) => [each.id, each.content]),
  )
  await db.$transaction(
    async (tx) => {
      const records = await Promise.all(
        batch.map(async (row) => {
          const { content, errors } = registry[noun].parse(contents.get(row.id))
          if (errors) throw new Error(`The ${noun} ${row.id} cannot be read: ${JSON.stringify(errors)}`)
          return { ...row, noun, content, ...(await namesOf(tx, noun, content)) }
        }),
      )
      await tx.record.createMany({
        data: records.map(({ id, state, public_id, created_at, updated_at, content, parentId, titles, sortName }) => ({
          ...{ id, noun, parentId, titles, sortName, publicId: public_id, content: json(content) },
          ...(state === 'published' || state === 'withdrawn' ? { state, publishedVersion: 1 } : {}),
          createdAt: created_at,
          updatedAt: updated_at,
        })),
      })
      await tx.revision.createMany({
        data: records.map(({ id, content, updated_at }) => ({
          ...{ recordId: id, version: 1, lock: 1, content: json(content), act: 'adopt', createdAt: updated_at },
        })),
      })
      await keepWords(tx, records)
    },
    { timeout: 60_000, maxWait: 10_000 },
  )
}
