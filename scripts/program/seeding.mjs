import { connect } from './database.mjs'
import { PlainError } from './plain-error.mjs'
import { runNode } from './run-node.mjs'

// Any number, as long as nobody else uses it on this database.
const seedLock = 72707370

/**
 * Fills an archive that holds no forum with the one it comes with. Of several programs that come to that at once
 * one does it and the others wait.
 * @param {string} databaseUrl
 * @param {{ log: (line: string) => void, signal?: AbortSignal }} options
 */
export async function seedIfEmpty(databaseUrl, { log, signal }) {
  const client = await connect(databaseUrl, 'plenary-seed-lock')
  try {
    if (!(await isEmpty(client))) return
    await client.query('SELECT pg_advisory_lock($1)', [seedLock])
    if (!(await isEmpty(client))) return
    log('Filling the empty archive')
    const { code } = await runNode(['--conditions=react-server', '--import', 'tsx', 'scripts/seed.ts'], {
      env: { DATABASE_URL: databaseUrl },
      signal,
    })
    if (code !== 0) throw new PlainError('The empty archive could not be filled; what went wrong is said above.')
  } finally {
    await client.end().catch(() => {})
  }
}

/** @param {import('pg').Client} client */
async function isEmpty(client) {
  const { rowCount } = await client.query('SELECT 1 FROM forum LIMIT 1')
  return rowCount === 0
}
