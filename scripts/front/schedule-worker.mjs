import pg from 'pg'

/**
 * Sees to it that what is to be published or withdrawn at a time is: asks every few seconds whether anything is due,
 * one look into an index, and has the application carry it out. What fell due while nothing ran is due at the start.
 * Several processes may do so; each act is done once. While the database is away it just looks again.
 * @param {string} connectionString
 * @param {{ carryOut: () => Promise<number>, everyMs?: number, log?: (entry: Record<string, unknown>, message: string) => void }} options
 */
export function carryOutSchedule(connectionString, { carryOut, everyMs = 3000, log = () => {} }) {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    application_name: 'plenary-schedule',
    connectionTimeoutMillis: 2000,
    statement_timeout: 5_000,
  })
  pool.on('error', () => {})
  let isWorking = false
  /** @type {Promise<void>} */
  let working = Promise.resolve()

  const isAnythingDue = () =>
    pool.query('SELECT FROM record WHERE scheduled_at <= now() AND scheduled_error IS NULL LIMIT 1').then(
      ({ rowCount }) => rowCount !== 0,
      () => false, // the database is away, which the front says
    )
  const work = async () => {
    if (await isAnythingDue()) await carryOut()
  }
  const look = () => {
    if (isWorking) return
    isWorking = true
    working = work()
      .catch((error) => log({ err: error }, 'what is scheduled could not be carried out'))
      .finally(() => {
        isWorking = false
      })
  }
  look()
  const timer = setInterval(look, everyMs)
  timer.unref()

  return {
    async close() {
      clearInterval(timer)
      await working
      await pool.end()
    },
  }
}
