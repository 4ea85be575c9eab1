// node --conditions=react-server --import tsx scripts/seed.ts: gives a new archive its first forum (prisma/seed).
import { db } from '@/lib/db'
import { writeSeed } from '@/prisma/seed/write-seed'
import { connect } from './program/database.mjs'
import { PlainError, runMain } from './program/plain-error.mjs'

await runMain(async () => {
  if (!process.env.DATABASE_URL) throw new PlainError('DATABASE_URL is not set: it names the database to seed.')
  await requireSchema(process.env.DATABASE_URL)
  try {
    console.log(
      (await writeSeed(db)) === 'written'
        ? 'Seeded the archive with the Astana Think Tank Forum'
        : 'The archive already holds the Astana Think Tank Forum: nothing was changed',
    )
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
