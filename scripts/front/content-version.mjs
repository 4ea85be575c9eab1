import pg from 'pg'

/**
 * What this process knows of the archive's content version: a number in Postgres that a trigger raises with every
 * committed change to what readers see. A kept page carries the version it was rendered under and is served only
 * while that is still the version.
 *
 * It is asked for at most once in `maxAgeMs`, and only when somebody reads, so that a change made by any instance
 * (or by hand in psql) reaches every other within that time, a lost connection heals by itself, and a frozen process
 * that wakes up asks before it answers. While the database is away nobody waits for it.
 *
 * @param {string} connectionString
 * @param {{ maxAgeMs?: number, timeoutMs?: number }} [options]
 */
export function watchContentVersion(connectionString, { maxAgeMs = 1000, timeoutMs = 1000 } = {}) {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    application_name: 'plenary-front',
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
  })
  pool.on('error', () => {}) // an idle connection that broke; the next question opens another

  let version = ''
  let isAway = false
  let askedAt = Number.NEGATIVE_INFINITY
  /** @type {Promise<void> | null} */
  let asking = null

  const ask = () => {
    asking ??= pool
      .query('SELECT version FROM content_version WHERE id = 1')
      .then(({ rows }) => {
        version = String(rows[0]?.version ?? '')
        isAway = rows.length === 0
      })
      .catch(() => {
        isAway = true
      })
      .finally(() => {
        askedAt = performance.now()
        asking = null
      })
    return asking
  }

  return {
    /**
     * The version as last heard, no older than `maxAgeMs` unless the database is away.
     * @returns {Promise<{ version: string, isAway: boolean }>}
     */
    async current() {
      if (performance.now() - askedAt >= maxAgeMs) {
        const answer = ask()
        if (!isAway) await answer
      }
      return { version, isAway }
    },
    /** Asks now, whatever was heard before: after a write of our own, and to learn why a page failed. */
    async ask() {
      if (asking) await asking
      await ask()
      return { version, isAway }
    },
    close: () => pool.end(),
  }
}
