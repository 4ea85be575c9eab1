import 'server-only'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { env } from '@/lib/env'

/** A search that would have taken too long, or found too many others at work. The page says so and suggests less. */
export class SearchTooSlow extends Error {
  override name = 'SearchTooSlow'
}

const CONNECTIONS = 4
const MILLISECONDS = 2_000

/**
 * Searches have connections of their own: many slow ones cannot take the connections that pages need. The settings
 * are what short, always indexed queries want: no sequential scans, nothing compiled, no second process.
 */
function connect() {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: CONNECTIONS,
    connectionTimeoutMillis: MILLISECONDS,
    idleTimeoutMillis: 30_000,
    application_name: 'plenary-search',
    options: `-c statement_timeout=${MILLISECONDS} -c enable_seqscan=off -c jit=off -c max_parallel_workers_per_gather=0 -c work_mem=16MB -c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan`,
  })
  // A connection that is lost while idle is replaced at the next search.
  pool.on('error', () => {})
  return pool
}

/**
 * Most searches are of a few shapes. Their statements are prepared, which saves planning them again, a third of the
 * work; the first so many, as a connection keeps each for as long as it lives.
 */
const MOST_PREPARED = 200
const prepared = new Map<string, string>()

function nameOf(sql: string): string | undefined {
  const known = prepared.get(sql)
  if (known || prepared.size >= MOST_PREPARED) return known
  const name = createHash('sha1').update(sql).digest('base64url')
  prepared.set(sql, name)
  return name
}

const kept = globalThis as unknown as { plenarySearchPool?: pg.Pool }

/** Runs a query of a search. Throws `SearchTooSlow` when the time is up. */
export async function ask<T extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<T[]> {
  kept.plenarySearchPool ??= connect()
  try {
    return (await kept.plenarySearchPool.query<T>({ name: nameOf(sql), text: sql, values })).rows
  } catch (error) {
    // 57014: the statement timeout; the other is how pg says that no connection came free.
    const isSlow =
      (error as { code?: string }).code === '57014' ||
      /timeout exceeded when trying to connect/.test((error as Error).message)
    throw isSlow ? new SearchTooSlow('The search took too long', { cause: error }) : error
  }
}

/** Closes the connections: for tests and programs that end. */
export async function closeSearch(): Promise<void> {
  await kept.plenarySearchPool?.end()
  kept.plenarySearchPool = undefined
}
