import { migrate } from '../migrations/migrate.mjs'
import { ensurePostgres } from '../postgres/postgres.mjs'
import { createDatabase } from './database.mjs'
import { generateClientIfNeeded } from './prisma-client.mjs'

/**
 * Runs a command on the archive that DATABASE_URL names, else on the embedded one, which is started and made if need
 * be; its tables are brought up to date. What it tells goes to stderr, as the command may write its own to stdout.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withArchiveDatabase(work) {
  const log = (/** @type {string} */ line) => console.error(line)
  const own = process.env.DATABASE_URL ? null : await ensurePostgres({ log })
  try {
    if (own) {
      await createDatabase(own.url('postgres'), 'plenary')
      process.env.DATABASE_URL = own.url('plenary')
    }
    await migrate(process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL || '', { log })
    await generateClientIfNeeded({ log })
    return await work()
  } finally {
    await own?.stop()
  }
}
