// npm run import -- FILE… --forum F --edition E: imports a programme into an edition. Exit codes: 0 done (or, with
// --dry-run, rehearsed), 1 failed, 2 not understood, 3 something must be decided.
import { db } from '@/lib/db'
import { importCommand } from './import-command'
import { ensurePostgres } from './postgres/postgres.mjs'
import { dataFolder } from './program/data-folder.mjs'

await importCommand(process.argv.slice(2), withDatabase)

/** The database that DATABASE_URL names, else the archive's own. */
async function withDatabase(work: () => Promise<void>) {
  process.env.PLENARY_DATA = dataFolder()
  const own = process.env.DATABASE_URL ? null : await ensurePostgres({ log: (line: string) => console.error(line) })
  process.env.DATABASE_URL ||= own?.url('plenary')
  try {
    await work()
  } finally {
    await db.$disconnect()
    await own?.stop()
  }
}
