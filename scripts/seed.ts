// node --conditions=react-server --import tsx scripts/seed.ts: gives a new archive its first forum (prisma/seed), and
// every row of the nouns' tables its record at the desk.
import { db } from '@/lib/db'
import { adoptRows } from '@/lib/revisions/adopt'
import { writeSeed } from '@/prisma/seed/write-seed'
import { connect } from './program/database.mjs'
import { PlainError, runMain } from './program/plain-error.mjs'

await runMain(async () => {
  if (!process.env.DATABASE_URL) throw new PlainError('DATABASE_URL is not set: it names the database to seed.')
  await requireSchema(process.env.DATABASE_URL)
  try {
    // Only an archive without any forum is given one: what editors made of it since is theirs.
    if ((await db.forum.count({ take: 1 })) === 0) {
      await writeSeed(db)
      console.log('Seeded the archive with the Astana Think Tank Forum')
    }
    const adopted = await adoptRows()
    console.log(adopted ? `Brought ${adopted} records to the desk` : 'Every record was at the desk already')
  } catch (error) {
    throw (error as { code?: string }).code === 'P2002' ? taken(error) : error
  } finally {
    await db.$disconnect()
  }
})

function taken(cause: unknown) {
  return new PlainError(
    'The archive holds a record at an address that the first forum would need: nothing was changed. Seed an archive before anything else is written into it.',
    { cause },
  )
}

/** Says in a plain sentence why a database cannot be seeded, before Prisma would say it in its own way. */
async function requireSchema(url: string) {
  const client = await connect(url, 'plenary-seed')
  try {
    const { rows } = await client.query("SELECT to_regclass('forum_slug') AS name")
    if (!rows[0]?.name) {
      throw new PlainError('This database has no tables yet: run node scripts/migrations/migrate.mjs first.')
    }
  } finally {
    await client.end()
  }
}
