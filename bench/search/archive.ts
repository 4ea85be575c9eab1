import path from 'node:path'
import pg from 'pg'
import { migrate } from '../../scripts/migrations/migrate.mjs'
import { ensurePostgres } from '../../scripts/postgres/postgres.mjs'
import { dataFolder } from '../../scripts/program/data-folder.mjs'
import { forAllRecords } from '../../scripts/search-index.mjs'
import { loadTalks } from './load'
import type { Talk } from './talk'

export type BenchArchive = {
  client: pg.Client
  /** Of the sessions, in the order of the talks. */
  ids: string[]
  url: string
  close: () => Promise<void>
}

const MEMORY = '2GB'

/** A database with these talks in it, indexed; the one that an earlier run left where it has the same size. */
export async function openBenchArchive(size: number, talks: () => Iterable<Talk>): Promise<BenchArchive> {
  const server = await startServer()
  const name = `bench_${size}`
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  await admin.connect()
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  const url = server.url(name)
  if (!rowCount) {
    await admin.query(`DROP DATABASE IF EXISTS ${name}_new`)
    await admin.query(`CREATE DATABASE ${name}_new`)
    await fill(server.url(`${name}_new`), talks())
    await admin.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`)
  }
  await admin.end()
  await migrate(url) // one of an earlier run may be of an earlier state
  process.env.DATABASE_URL = url
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('SELECT id FROM session ORDER BY substr(slug, 3)::int')
  return {
    client,
    ids: rows.map(({ id }) => id),
    url,
    async close() {
      const { closeSearch } = await import('@/lib/search/pool')
      const { db } = await import('@/lib/db')
      await closeSearch()
      await db.$disconnect()
      await client.end()
      await server.stop()
    },
  }
}

/** A server whose memory holds a large index, as that of a large archive would be told to. */
async function startServer() {
  const options = { dataDir: path.join(dataFolder(), 'bench-search'), test: true, log: console.log }
  const server = await ensurePostgres(options)
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  await admin.connect()
  const { rows } = await admin.query<{ shared_buffers: string }>('SHOW shared_buffers')
  const isSet = rows[0]?.shared_buffers === MEMORY
  if (!isSet) await admin.query(`ALTER SYSTEM SET shared_buffers = '${MEMORY}'`)
  await admin.end()
  if (isSet || server.reused) return server
  await server.stop()
  return ensurePostgres(options)
}

async function fill(url: string, talks: Iterable<Talk>) {
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("SET maintenance_work_mem = '512MB'; SET work_mem = '64MB'; SET synchronous_commit = off")
  let since = performance.now()
  const step = (label: string) => {
    console.log(`${label}: ${((performance.now() - since) / 1000).toFixed(1)} s`)
    since = performance.now()
  }
  await loadTalks(client, talks, console.log)
  step('records written')
  // As a first rebuild would, but on every processor, with the indexes made and the words counted at the end.
  await client.query(
    'DROP INDEX search_document_match_idx; DROP INDEX search_document_day_id_idx; DROP INDEX search_passage_tsv_idx',
  )
  await addDocuments(client, url)
  step('documents')
  await client.query('CREATE INDEX search_document_match_idx ON search_document USING gin (match)')
  await client.query('CREATE INDEX search_document_day_id_idx ON search_document (day DESC, id DESC)')
  await client.query('CREATE INDEX search_passage_tsv_idx ON search_passage USING gin (tsv)')
  step('indexes')
  await client.query('SELECT search_recount()')
  step('words counted')
  await client.query('VACUUM ANALYZE')
  step('vacuum')
  await client.end()
}

/** The documents of all records; each connection takes the next part that nobody has. */
async function addDocuments(client: pg.Client, url: string) {
  const parts: { kind: string; ids: string[] }[] = []
  await forAllRecords(
    client,
    async (kind, ids) => {
      parts.push({ kind, ids })
    },
    () => {},
  )
  let done = 0
  const work = async () => {
    const own = new pg.Client({ connectionString: url })
    await own.connect()
    await own.query('SET synchronous_commit = off')
    for (let part = parts.shift(); part; part = parts.shift()) {
      await addPart(own, part)
      if (++done % 1000 === 0) console.log(`${done} parts written, ${parts.length} left`)
    }
    await own.end()
  }
  await Promise.all([work(), work()])
}

/** Two connections may make the same facet value: the later one tries once more. */
async function addPart(client: pg.Client, { kind, ids }: { kind: string; ids: string[] }): Promise<void> {
  for (;;) {
    try {
      await client.query('SELECT search_add($1, $2::uuid[])', [kind, ids])
      return
    } catch (error) {
      if (!['23505', '40P01'].includes((error as { code?: string }).code ?? '')) throw error
    }
  }
}
