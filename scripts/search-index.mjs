// What search-rebuild.mjs and search-check.mjs share: the database they work on, and its records some at a time.

import { ensurePostgres } from './postgres/postgres.mjs'
import { connect } from './program/database.mjs'

const kinds = ['session', 'statement', 'person', 'organisation', 'topic', 'edition']
const AT_ONCE = 100

/**
 * Opens the database that DATABASE_URL names, else the archive's own.
 * @param {(client: import('pg').Client) => Promise<void>} work
 */
export async function withArchive(work) {
  const own = process.env.DATABASE_URL ? null : await ensurePostgres({ log: console.log })
  try {
    const client = await connect(process.env.DATABASE_URL ?? own?.url('plenary') ?? '', 'plenary-search-index')
    try {
      await work(client)
    } finally {
      await client.end()
    }
  } finally {
    await own?.stop()
  }
}

/**
 * Gives all public records to `work`, some of one kind at a time, and says how far it is.
 * @param {import('pg').Client} client
 * @param {(kind: string, ids: string[]) => Promise<void>} work
 * @param {(line: string) => void} log
 */
export async function forAllRecords(client, work, log) {
  for (const kind of kinds) {
    const { rows: counted } = await client.query('SELECT count(*)::int AS n FROM search_public WHERE kind = $1', [kind])
    const total = counted[0].n
    let after = '00000000-0000-0000-0000-000000000000'
    let done = 0
    let said = Date.now()
    for (;;) {
      // By the table's own order, then what of it is public: the view would be sorted as a whole for every page.
      const { rows } = await client.query(`SELECT id FROM ${kind} WHERE id > $1 ORDER BY id LIMIT $2`, [after, AT_ONCE])
      const page = rows.map(({ id }) => id)
      if (!page.length) break
      after = page[page.length - 1]
      const { rows: readable } = await client.query('SELECT id FROM search_public WHERE kind = $1 AND id = ANY($2)', [
        kind,
        page,
      ])
      const ids = readable.map(({ id }) => id)
      if (ids.length) await work(kind, ids)
      done += ids.length
      if (Date.now() - said > 5000) {
        log(`${kind}: ${done} of ${total}`)
        said = Date.now()
      }
    }
    log(`${kind}: ${done}`)
  }
}
