import pg from 'pg'
import { asPlainError, PlainError } from './plain-error.mjs'

const example = 'such as postgresql://user:password@host:5432/database'

/**
 * Which host and database an address names: what may be shown of it. The password never is.
 * @param {string} url
 * @returns {{ host: string, database: string }}
 */
export function describeUrl(url) {
  const address = URL.canParse(url) ? new URL(url) : null
  if (!address || !['postgresql:', 'postgres:'].includes(address.protocol)) {
    throw new PlainError(`DATABASE_URL is not the address of a PostgreSQL database, ${example}.`)
  }
  // A password with a bare / or # in it ends up in the part that is taken for the database's name.
  const database = decode(address.pathname.slice(1))
  if (/@/.test(database + address.hash)) {
    throw new PlainError(
      'DATABASE_URL holds a character that must be percent-encoded in a password: write / as %2F, # as %23, ? as %3F.',
    )
  }
  if (!database) throw new PlainError(`DATABASE_URL names no database; it must be an address ${example}.`)
  const host = address.searchParams.get('host') ?? address.host
  return { host: host || 'localhost', database }
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Opens a connection, or says in a plain sentence why there is none.
 * @param {string} url
 * @param {string} applicationName
 */
export async function connect(url, applicationName) {
  const { host, database } = describeUrl(url)
  try {
    const client = new pg.Client({
      connectionString: url,
      application_name: applicationName,
      connectionTimeoutMillis: 5000,
    })
    // A connection that is lost while nothing is asked of it must not end the program; the next query says so.
    client.on('error', () => {})
    await client.connect()
    return client
  } catch (error) {
    throw connectionFailure(error, host, database)
  }
}

/**
 * @param {unknown} error
 * @param {string} host
 * @param {string} database
 */
function connectionFailure(error, host, database) {
  const { code = '', message } = /** @type {NodeJS.ErrnoException} */ (error)
  const reason = connectionReasons[code] ?? (/timeout/i.test(message) ? noAnswer : null)
  if (reason) return new PlainError(reason(host, database), { cause: error })
  return (
    asPlainError(error) ??
    new PlainError(`The database ${database} at ${host} cannot be used: ${message}.`, { cause: error })
  )
}

/** @type {(host: string) => string} */
const noAnswer = (host) =>
  `The database server at ${host} does not answer: check that it runs and that DATABASE_URL names it rightly.`
/** @type {(host: string) => string} */
const unknownHost = (host) => `The database server ${host} is not known: check the host name in DATABASE_URL.`
/** @type {(host: string, database: string) => string} */
const refused = (host, database) => `The database ${database} at ${host} refused the user or password in DATABASE_URL.`

/** @type {Record<string, (host: string, database: string) => string>} */
const connectionReasons = {
  ECONNREFUSED: noAnswer,
  ECONNRESET: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ENOENT: noAnswer,
  ETIMEDOUT: noAnswer,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  28000: refused,
  '28P01': refused,
  '3D000': (host, database) =>
    `The database ${database} does not exist on ${host}: create it there, for example with createdb ${database}.`,
  53300: (host) =>
    `The database server at ${host} has no connection left: close other programs or raise its max_connections.`,
  '57P03': (host) => `The database server at ${host} is starting or stopping: try again in a moment.`,
}

/**
 * Makes a database where there is none of that name.
 * @param {string} url of another database of the same server
 * @param {string} name
 */
export async function createDatabase(url, name) {
  const client = await connect(url, 'plenary-start')
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } catch (error) {
    // Somebody else was faster (42P04, or 23505 when it was in the very same moment).
    if (!['42P04', '23505'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) throw error
  } finally {
    await client.end()
  }
}
