import { PrismaPg } from '@prisma/adapter-pg'
import { type ArchiveSize, fillArchive } from '../lib/testing/factory.ts'
import { PrismaClient } from '../prisma/client/client.ts'
import { ownPostgres } from './server.ts'

/** The record above, which some nouns must have. */
const parents: Record<string, string> = { edition: 'forum_id', session: 'edition_id', statement: 'edition_id' }

/** A Postgres of the test's own with a made-up archive in it, whose search index is built or, where it says so, is not. */
export async function madeArchive(size: ArchiveSize, { isIndexed = true } = {}) {
  const postgres = await ownPostgres({ isSeeded: false })
  if (!isIndexed) await postgres.query('ALTER TABLE search_stale DISABLE TRIGGER search_stale_is_applied')
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: postgres.url }) })
  await fillArchive(db, size)
  await db.$disconnect()
  // Public pages read nothing of the desk: bare records spare the start from reading all these contents.
  for (const noun of ['forum', 'edition', 'session', 'person', 'organisation', 'topic', 'statement', 'source'])
    await postgres.query(`INSERT INTO record (id, noun, content, state, published_version, parent_id, public_id)
      SELECT id, '${noun}', '{}', 'published', 1, ${parents[noun] ?? 'NULL'}, ${/^s(t|o)/.test(noun) ? 'public_id' : 'NULL'} FROM ${noun}`)
  return postgres
}
