// Applies prisma/migrations with nothing but `pg`: the same table, checksums and lock as `prisma migrate deploy`, so
// that either may be used on a database. Unlike Prisma's it applies each migration whole or not at all.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectDir } from '../program/data-folder.mjs'
import { connect, describeUrl } from '../program/database.mjs'
import { asPlainError, PlainError, runMain } from '../program/plain-error.mjs'
import { lineOfCharacter, lineOfStatement } from './sql-lines.mjs'

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */
/** @typedef {import('pg').Client} Client */

const prismaLock = 72707369

const migrationsTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

/**
 * Brings a database to the newest schema. Several programs may try at once: one does it, the others wait.
 * @param {string} connectionString
 * @param {object} [options]
 * @param {string} [options.dir]
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<string[]>} the migrations applied now
 */
export async function migrate(
  connectionString,
  { dir = path.join(projectDir, 'prisma/migrations'), log = console.log } = {},
) {
  const migrations = readMigrations(dir)
  const client = await connect(connectionString, 'plenary-migrate')
  try {
    await requireSupportedServer(client, describeUrl(connectionString).database)
    await takeLock(client)
    const pending = await findPending(client, migrations, log)
    for (const migration of pending) {
      await apply(client, migration)
      log(`Applied migration ${migration.name}`)
    }
    return pending.map(({ name }) => name)
  } catch (error) {
    throw asPlainError(error) ?? error
  } finally {
    // The lock belongs to the session and goes with it.
    await client.end().catch(() => {})
  }
}

/**
 * @param {string} dir
 * @returns {Migration[]}
 */
function readMigrations(dir) {
  const names = readdirSync(dir).filter((name) => existsSync(path.join(dir, name, 'migration.sql')))
  return names.sort().map((name) => {
    const bytes = readFileSync(path.join(dir, name, 'migration.sql'))
    return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
  })
}

/**
 * @param {Client} client
 * @param {string} database
 */
async function requireSupportedServer(client, database) {
  const { rows } = await client.query(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
            current_setting('server_encoding') AS encoding`,
  )
  const { version, number, encoding } = rows[0]
  if (number < 150_000) throw new PlainError(`This PostgreSQL is version ${version}; Plenary needs 15 or newer.`)
  if (encoding !== 'UTF8') {
    throw new PlainError(
      `The database ${database} is encoded in ${encoding}; Plenary needs one in UTF8, for example: createdb --encoding=UTF8 --template=template0 ${database}`,
    )
  }
}

/** @param {Client} client */
async function takeLock(client) {
  // A migration may take long; waiting for somebody else's may not.
  await client.query("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '60s'")
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== '55P03') throw error
    throw new PlainError(
      'Another program has been migrating this database for a minute: wait until it is done and start again.',
      { cause: error },
    )
  }
}

/**
 * @param {Client} client
 * @param {Migration[]} migrations
 * @param {(line: string) => void} log
 */
async function findPending(client, migrations, log) {
  await client.query(migrationsTable)
  const { rows } = await client.query(
    'SELECT migration_name AS name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )
  const failed = rows.find((row) => !row.finished_at)
  if (failed) {
    throw new PlainError(
      `Migration ${failed.name} was begun by another program and did not finish: finish or undo it by hand, then set its finished_at or rolled_back_at in _prisma_migrations.`,
    )
  }
  const applied = new Map(rows.map((row) => [row.name, row.checksum]))
  const pending = migrations.filter(({ name }) => !applied.has(name))
  for (const { name, checksum } of migrations) {
    if (applied.has(name) && applied.get(name) !== checksum)
      log(`Warning: migration ${name} was changed after it was applied here.`)
    applied.delete(name)
  }
  for (const name of applied.keys())
    log(`Warning: this database has migration ${name}, which this version of Plenary does not know.`)
  return pending
}

/**
 * @param {Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, sql, checksum }) {
  // For what PostgreSQL refuses inside a transaction, such as CREATE INDEX CONCURRENTLY: one statement to a file.
  const isTransaction = !/^--\s*no-transaction\b/m.test(sql.slice(0, 300))
  const done = countStatements(client)
  try {
    if (isTransaction) await client.query('BEGIN')
    done.count = 0
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, started_at, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), clock_timestamp(), $3, 1)`,
      [randomUUID(), checksum, name],
    )
    if (isTransaction) await client.query('COMMIT')
  } catch (error) {
    const statements = done.count
    if (isTransaction) await client.query('ROLLBACK').catch(() => {})
    throw asPlainError(error) ?? migrationFailure(error, name, sql, statements)
  } finally {
    done.stop()
  }
}

/**
 * PostgreSQL tells the place of some errors only; of the others it is known how many statements had passed.
 * @param {unknown} error
 * @param {string} name
 * @param {string} sql
 * @param {number} statements
 */
function migrationFailure(error, name, sql, statements) {
  const { message, detail, position } = /** @type {import('pg').DatabaseError} */ (error)
  const line = position ? lineOfCharacter(sql, Number(position)) : lineOfStatement(sql, statements)
  return new PlainError(`${name}/migration.sql:${line}: ${message}${detail ? ` (${detail})` : ''}`, { cause: error })
}

/**
 * Counts the statements a connection completes, which `pg` tells only when all of a script went well.
 * @param {Client} client
 */
function countStatements(client) {
  const { connection } = /** @type {{ connection: import('node:events').EventEmitter }} */ (
    /** @type {unknown} */ (client)
  )
  const add = () => {
    counter.count++
  }
  const counter = { count: 0, stop: () => connection.off('commandComplete', add) }
  connection.on('commandComplete', add)
  return counter
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    if (!process.env.DATABASE_URL) throw new PlainError('DATABASE_URL is not set: it names the database to migrate.')
    const applied = await migrate(process.env.DATABASE_URL)
    if (!applied.length) console.log('The database is up to date')
  })
}
