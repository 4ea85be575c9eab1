import path from 'node:path'
import pg from 'pg'
import { ensurePostgres } from '../scripts/postgres/postgres.mjs'

const DATA = path.resolve(import.meta.dirname, '../.data/e2e/postgres')
let url: Promise<string> | undefined

/** Where the database of the archive under test is; it is up as long as the journeys are. */
export function databaseUrl(): Promise<string> {
  url ??= ensurePostgres({ dataDir: DATA }).then((server) => server.url('plenary'))
  return url
}

/** Talks to the database of the archive under test. */
export async function withDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: await databaseUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
