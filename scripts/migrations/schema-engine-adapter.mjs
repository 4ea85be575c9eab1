import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parse } from 'pg-connection-string'

/** PostgreSQL's types by number: "char" as the catalog uses it, and text. */
const charType = 18
const textType = 25

/**
 * Prisma's adapter for `pg`, made fit for the schema engine. As it comes in 7.10
 *  - executeScript() splits at every semicolon, which breaks functions, DO blocks and texts;
 *  - it refuses columns of the catalog's type "char", so that no database can be described;
 *  - it opens ten connections, but the engine's lock belongs to one session;
 *  - a connection string wins over the name of the throw-away database, so that migrations would be replayed in the
 *    REAL one; and that database is dropped before its connections are closed.
 */
export class EngineAdapter extends PrismaPg {
  /** @type {pg.PoolConfig} */
  #config
  /** @type {(() => Promise<void>)[]} */
  #disposals = []

  /** @param {string} url */
  constructor(url) {
    const { host, port, user, password, database } = parse(url)
    /** @type {pg.PoolConfig} */
    const config = {
      host: host ?? undefined,
      port: Number(port || 5432),
      user,
      password,
      database: database ?? undefined,
      max: 1,
    }
    super(config)
    this.#config = config
  }

  connect() {
    return this.#open(this.#config.database)
  }

  async connectToShadowDb() {
    const name = `plenary_shadow_${randomUUID()}`
    await this.#administer(`CREATE DATABASE "${name}" TEMPLATE template0`)
    return this.#open(name, () => this.#administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
  }

  /** Closes every connection and drops every throw-away database; the engine forgets some. */
  async close() {
    for (const dispose of this.#disposals) await dispose()
  }

  /**
   * @param {string | undefined} database
   * @param {() => Promise<void>} [afterwards]
   */
  async #open(database, afterwards) {
    const pool = new pg.Pool({ ...this.#config, database })
    /** @type {Promise<void> | undefined} */
    let disposal
    const dispose = () => {
      disposal ??= pool.end().then(afterwards)
      return disposal
    }
    this.#disposals.push(dispose)
    const adapter = await new PrismaPg(pool).connect()
    return Object.assign(adapter, {
      dispose,
      queryRaw: readCharColumns(adapter),
      /** @param {string} sql */
      executeScript: async (sql) => {
        try {
          await pool.query(sql)
        } catch (error) {
          internalsOf(adapter).onError(error)
        }
      },
    })
  }

  /** @param {string} sql */
  async #administer(sql) {
    const client = new pg.Client(this.#config)
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
}

/**
 * The adapter's queryRaw, which also reads columns of type "char": they are passed through as text and named
 * characters in the result.
 * @param {import('@prisma/driver-adapter-utils').SqlQueryable} adapter
 */
function readCharColumns(adapter) {
  const original = adapter.queryRaw
  /** @param {import('@prisma/driver-adapter-utils').SqlQuery} query */
  return async (query) => {
    const result = await internalsOf(adapter).performIO(query)
    const isChar = result.fields.map((field) => field.dataTypeID === charType)
    for (const field of result.fields) if (field.dataTypeID === charType) field.dataTypeID = textType
    const set = await original.call(/** @type {any} */ ({ performIO: async () => result }), query)
    set.columnTypes = set.columnTypes.map((type, index) => (isChar[index] ? ColumnTypeEnum.Character : type))
    return set
  }
}

/**
 * What Prisma's adapter has and does not declare.
 * @param {unknown} adapter
 */
function internalsOf(adapter) {
  return /** @type {{ performIO: (query: unknown) => Promise<pg.QueryResult>, onError: (error: unknown) => never }} */ (
    adapter
  )
}
