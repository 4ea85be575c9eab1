import { connect, describeUrl } from './database.mjs'
import { PlainError } from './plain-error.mjs'

/** The role that the embedded database has for the program once it runs. */
const ROLE = 'plenary_application'
// Any number, as long as nobody else uses it on this database.
const GRANT_LOCK = 72707371

/** Tables of which rows are only ever added: the audit, what was published when, what was redacted. */
const ADDED_TO = ['audit_entry', 'publication', 'redaction']

/**
 * The address under which the archive runs on the embedded database: as a role that owns nothing there, so that
 * whatever goes wrong in the program, it can change neither the audit nor the triggers that chain it.
 * @param {string} ownerUrl
 */
export async function asApplication(ownerUrl) {
  const url = new URL(ownerUrl)
  const client = await connect(ownerUrl, 'plenary-start')
  try {
    // Where others can reach the server's port, the owner has a password; the role then has the same, from the same file.
    const password = url.password ? ` PASSWORD ${client.escapeLiteral(decodeURIComponent(url.password))}` : ''
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [ROLE])
    if (!rowCount) await client.query(`CREATE ROLE ${ROLE} LOGIN NOINHERIT${password}`).catch(unlessThere)
  } finally {
    await client.end()
  }
  await grantToApplication(ownerUrl, ROLE)
  url.username = ROLE
  return url.href
}

/** @param {NodeJS.ErrnoException} error */
function unlessThere(error) {
  // Somebody else was faster.
  if (!['42710', '23505'].includes(error.code ?? '')) throw error
}

/**
 * Gives a role what the archive needs of its tables, and no more: rows of the audit and its like can be read and added.
 * @param {string} ownerUrl
 * @param {string} role
 */
export async function grantToApplication(ownerUrl, role) {
  const client = await connect(ownerUrl, 'plenary-start')
  const name = client.escapeIdentifier(role)
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [GRANT_LOCK])
    const { rows } = await client.query(
      `SELECT rolsuper OR pg_has_role(rolname, tableowner, 'MEMBER') AS "isOwner" FROM pg_roles, pg_tables
       WHERE rolname = $1 AND tablename = 'audit_entry' AND schemaname = current_schema()`,
      [role],
    )
    if (!rows[0]) throw new PlainError(`The database has no role ${role}: create it, with LOGIN and nothing else.`)
    if (rows[0].isOwner)
      throw new PlainError(`The role ${role} owns the tables or is a superuser: DATABASE_URL must name a plain role.`)
    await client.query(`GRANT USAGE ON SCHEMA public TO ${name}`)
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name}`)
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name}`)
    await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${ADDED_TO.join(', ')} FROM ${name}`)
    await client.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _prisma_migrations FROM ${name}`)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

/**
 * What the archive runs with on a database of the operator's: DATABASE_URL as it is, with its rights given to it first
 * where DATABASE_OWNER_URL names who owns the tables.
 * @param {string} url @param {string | null} ownerUrl
 */
export async function prepareGiven(url, ownerUrl) {
  if (!ownerUrl) return
  const [own, owners] = [describeUrl(url), describeUrl(ownerUrl)]
  if (own.host !== owners.host || own.database !== owners.database)
    throw new PlainError('DATABASE_URL and DATABASE_OWNER_URL name different databases.')
  await grantToApplication(ownerUrl, decodeURIComponent(new URL(url).username))
}
