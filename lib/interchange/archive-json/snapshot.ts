import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'

/** What is read in pages is read so many at a time, after the id before; so many of them are in memory. */
export const PAGE = 50
export const FIRST = '00000000-0000-0000-0000-000000000000'

/** The whole archive is being read by as many as may at once. */
export class TooManyReaders extends Error {
  override name = 'TooManyReaders'
}

const AT_ONCE = 3
let open = 0

export type Snapshot = {
  rows<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

/**
 * The archive as it is at one moment, on a connection of its own: a reader who takes minutes takes none of those that
 * pages need. One who stops reading loses it after half a minute. Throws `TooManyReaders`.
 */
export async function openSnapshot(): Promise<Snapshot> {
  if (open >= AT_ONCE) throw new TooManyReaders(`${AT_ONCE} others are reading the archive`)
  open++
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    application_name: 'plenary-export',
    options: '-c statement_timeout=30s -c idle_in_transaction_session_timeout=30s -c jit=off',
  })
  // A connection that is lost between two questions is told by the next one.
  client.on('error', () => {})
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    open--
    await client.end().catch(() => {})
  }
  try {
    await client.connect()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  } catch (error) {
    await close()
    throw error
  }
  return {
    rows: async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await client.query<T>(sql, values)).rows,
    close,
  }
}
