import pg from 'pg'

const AT_ONCE = 500

/**
 * Works off what a very large change left over for the search index: a transaction writes at most two thousand
 * documents itself and notes the rest (see the search migration). Looks every few seconds; several processes may, as
 * search_apply takes turns. While the database is away it just looks again.
 * @param {string} connectionString
 * @param {{ everyMs?: number, log?: (entry: Record<string, unknown>, message: string) => void }} [options]
 */
export function keepIndex(connectionString, { everyMs = 5000, log = () => {} } = {}) {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    application_name: 'plenary-index',
    connectionTimeoutMillis: 2000,
    statement_timeout: 60_000,
  })
  pool.on('error', () => {})
  let isClosed = false
  /** @type {Promise<void>} */
  let working = Promise.resolve()

  const work = async () => {
    while (!isClosed) {
      const { rowCount } = await pool.query('SELECT FROM search_stale LIMIT 1')
      if (!rowCount) return
      await pool.query('SELECT search_apply($1)', [AT_ONCE])
    }
  }
  let isWorking = false
  const timer = setInterval(() => {
    if (isWorking) return
    isWorking = true
    working = work()
      .catch((error) => log({ err: error }, 'the search index could not be worked on'))
      .finally(() => {
        isWorking = false
      })
  }, everyMs)
  timer.unref()

  return {
    async close() {
      isClosed = true
      clearInterval(timer)
      await working
      await pool.end()
    },
  }
}
