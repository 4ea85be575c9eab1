import { createHash, randomBytes } from 'node:crypto'
import { connect } from './database.mjs'

/**
 * While nobody can administer the archive: the address at which the operator makes the first administrator. It
 * works once and for a day, and only its hash is kept, so that reading the database does not give it away.
 * @param {string} databaseUrl
 * @param {string} archiveUrl
 * @returns {Promise<string | null>}
 */
export async function offerFirstAdministrator(databaseUrl, archiveUrl) {
  const client = await connect(databaseUrl, 'plenary-start')
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM "user" WHERE role = 'administrator' LIMIT 1`)
    if (rowCount) return null
    const token = randomBytes(32).toString('base64url')
    await client.query('BEGIN')
    await client.query(`DELETE FROM one_time_link WHERE purpose = 'first_administrator' AND used_at IS NULL`)
    await client.query(
      `INSERT INTO one_time_link (id, token_hash, purpose, expires_at)
       VALUES (gen_random_uuid(), $1, 'first_administrator', now() + interval '24 hours')`,
      [createHash('sha256').update(token).digest('hex')],
    )
    await client.query('COMMIT')
    return `${archiveUrl}/admin/first-administrator?token=${token}`
  } finally {
    await client.end()
  }
}
