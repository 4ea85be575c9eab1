import { connect } from './database.mjs'
import { PlainError } from './plain-error.mjs'
import { runNode } from './run-node.mjs'

// Any number, as long as nobody else uses it on this database.
const seedLock = 72707370

/**
 * Fills an archive that holds no forum with the one it comes with, and gives rows that were written past the desk their
 * records. Of several programs that come to that at once one does it and the others wait.
 * @param {string} databaseUrl
 * @param {{ log: (line: string) => void, signal?: AbortSignal }} options
 */
export async function seedIfEmpty(databaseUrl, { log, signal }) {
  const client = await connect(databaseUrl, 'plenary-seed-lock')
  try {
    if (await isComplete(client)) return
    await client.query('SELECT pg_advisory_lock($1)', [seedLock])
    if (await isComplete(client)) return
    log((await isEmpty(client)) ? 'Filling the empty archive' : 'Bringing every record to the desk')
    const { code } = await runNode(['--conditions=react-server', '--import', 'tsx', 'scripts/seed.ts'], {
      env: { DATABASE_URL: databaseUrl },
      signal,
    })
    if (code !== 0) throw new PlainError('The archive could not be filled; what went wrong is said above.')
  } finally {
    await client.end().catch(() => {})
  }
}

/** @param {import('pg').Client} client */
async function isEmpty(client) {
  const { rowCount } = await client.query('SELECT 1 FROM forum LIMIT 1')
  return rowCount === 0
}

const NOUNS = ['forum', 'edition', 'session', 'person', 'organisation', 'topic', 'statement', 'source']

/** @param {import('pg').Client} client */
async function isComplete(client) {
  if (await isEmpty(client)) return false
  const unknown = NOUNS.map(
    (noun) => `EXISTS (SELECT FROM ${noun} r WHERE NOT EXISTS (SELECT FROM record WHERE record.id = r.id))`,
  )
  const { rows } = await client.query(`SELECT ${unknown.join(' OR ')} AS "isAny"`)
  return !rows[0].isAny
}
