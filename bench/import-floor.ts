import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '../scripts/migrations/migrate.mjs'

const TABLES =
  'batch record revision record_word record_link publication batch_record external_id imported session session_text session_slug session_topic session_link person person_link person_text person_slug appearance appearance_text citation source source_text organisation organisation_text topic topic_text search_document search_passage search_word search_facet'.split(
    ' ',
  )

/**
 * The least that writing the rows of an import can cost: all rows of a database copied by COPY into one that is like it
 * and empty, with its keys and indexes, without triggers. The server reads and writes the files itself.
 */
export async function copyFloor(from: string, admin: string): Promise<{ seconds: number; rows: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plenary-floor-'))
  const name = 'bench_import_floor'
  await chmod(folder, 0o777) // the server may run as somebody else
  const source = new pg.Client({ connectionString: from })
  const server = new pg.Client({ connectionString: admin })
  await Promise.all([source.connect(), server.connect()])
  try {
    for (const table of TABLES) await source.query(`COPY ${table} TO '${path.join(folder, table)}'`)
    const database = new URL(from).pathname.slice(1)
    const copy = from.replace(database, name)
    await source.end()
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server.query(`CREATE DATABASE ${name}`)
    await migrate(copy, { log: () => {} })
    const target = new pg.Client({ connectionString: copy })
    target.on('error', () => {})
    await target.connect()
    await target.query("SET session_replication_role = 'replica'")
    let rows = 0
    const since = performance.now()
    await target.query('BEGIN')
    for (const table of TABLES)
      rows += (await target.query(`COPY ${table} FROM '${path.join(folder, table)}'`)).rowCount ?? 0
    await target.query('COMMIT')
    const seconds = (performance.now() - since) / 1000
    await target.end()
    return { seconds, rows }
  } finally {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server.end()
    await rm(folder, { recursive: true, force: true })
  }
}
