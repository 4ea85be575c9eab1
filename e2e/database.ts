import path from 'node:path'
import pg from 'pg'
import { ensurePostgres } from '../scripts/postgres/postgres.mjs'

const DATA = path.resolve(import.meta.dirname, '../.data/e2e/postgres')

/** Where the database of the archive under test is. */
export const databaseUrl = async () => (await ensurePostgres({ dataDir: DATA })).url('plenary')

/** Talks to the database of the archive under test, which is up. */
export async function withDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await ensurePostgres({ dataDir: DATA })
  const client = new pg.Client({ connectionString: server.url('plenary') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
