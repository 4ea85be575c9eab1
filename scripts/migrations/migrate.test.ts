import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ensurePostgres } from '../postgres/postgres.mjs'
import { PlainError } from '../program/plain-error.mjs'
import { makeTemporaryFolder, temporaryFolder } from '../program/temporary-folder.ts'
import { migrate } from './migrate.mjs'
import { openEngine } from './schema-engine.mjs'

const clusterFolder = makeTemporaryFolder()
let server: Awaited<ReturnType<typeof ensurePostgres>>
let url: string
let databases = 0

beforeAll(async () => {
  server = await ensurePostgres({ dataDir: path.join(clusterFolder, 'postgres'), test: true })
})

afterAll(async () => {
  await server.stop()
  rmSync(clusterFolder, { recursive: true })
})

beforeEach(async () => {
  databases += 1
  await query(server.url('postgres'), `CREATE DATABASE test${databases}`)
  url = server.url(`test${databases}`)
})

async function query(address: string, sql: string) {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function migrationsFolder(migrations: Record<string, string>) {
  const dir = temporaryFolder()
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(path.join(dir, name))
    writeFileSync(path.join(dir, name, 'migration.sql'), sql)
  }
  return dir
}

const quiet = { log: () => {} }

test("the project's migrations apply once, and Prisma agrees that they did", async () => {
  const applied = await migrate(url, quiet)
  expect(applied.length).toBeGreaterThan(0)
  expect(await migrate(url, quiet)).toEqual([])

  const engine = await openEngine(url)
  try {
    const status = await engine.status()
    expect(status.history).toBeNull()
    expect(status.failedMigrationNames).toEqual([])
    expect(status.editedMigrationNames).toEqual([])
    expect((await engine.deploy()).appliedMigrationNames).toEqual([])
  } finally {
    await engine.close()
  }
})

test('what Prisma applied is not applied again', async () => {
  const engine = await openEngine(url)
  try {
    expect((await engine.deploy()).appliedMigrationNames.length).toBeGreaterThan(0)
  } finally {
    await engine.close()
  }
  expect(await migrate(url, quiet)).toEqual([])
})

test('of several that migrate at once each migration is applied by one', async () => {
  const dir = migrationsFolder({ '1_a': 'CREATE TABLE a (); SELECT pg_sleep(0.05);', '2_b': 'CREATE TABLE b ();' })
  const results = await Promise.all([1, 2, 3, 4].map(() => migrate(url, { dir, ...quiet })))
  expect(results.flat().sort()).toEqual(['1_a', '2_b'])
  expect(await query(url, 'SELECT migration_name FROM _prisma_migrations ORDER BY 1')).toHaveLength(2)
})

test.each([
  ['a mistake in the language', 'CREATE TABLE b ();\n\nCREATE TABEL c ();', 3, 'syntax error at or near "TABEL"'],
  [
    'a table that is not there',
    'CREATE TABLE b ();\n-- ;\nSELECT * FROM nowhere;',
    3,
    'relation "nowhere" does not exist',
  ],
  [
    'data that break a new rule',
    `CREATE TABLE b (n int);\nINSERT INTO b VALUES (1);\nDO $$ BEGIN NULL; END $$;\nALTER TABLE b\n  ADD CONSTRAINT two CHECK (n = 2);\nSELECT 1;`,
    4,
    'check constraint "two" of relation "b" is violated by some row',
  ],
])('%s leaves nothing behind and names its line', async (_, sql, line, message) => {
  const dir = migrationsFolder({ '1_good': 'CREATE TABLE good ();', '2_bad': sql, '3_next': 'CREATE TABLE next ();' })
  const error = await migrate(url, { dir, ...quiet }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(PlainError)
  expect(String(error)).toContain(`2_bad/migration.sql:${line}: ${message}`)

  const tables = await query(url, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)
  expect(tables.map(({ name }) => name)).toEqual(['_prisma_migrations', 'good'])
  expect(await query(url, 'SELECT migration_name AS name FROM _prisma_migrations')).toEqual([{ name: '1_good' }])

  writeFileSync(path.join(dir, '2_bad', 'migration.sql'), 'CREATE TABLE b ();')
  expect(await migrate(url, { dir, ...quiet })).toEqual(['2_bad', '3_next'])
})

test('a migration that says so runs outside a transaction', async () => {
  const dir = migrationsFolder({
    '1_table': 'CREATE TABLE a (n int);',
    '2_index': '-- no-transaction\nCREATE INDEX CONCURRENTLY a_n ON a (n);',
  })
  expect(await migrate(url, { dir, ...quiet })).toEqual(['1_table', '2_index'])
})

test('a migration that was changed afterwards, or that is not known here, is mentioned', async () => {
  const dir = migrationsFolder({ '1_a': 'CREATE TABLE a ();', '2_b': 'CREATE TABLE b ();' })
  await migrate(url, { dir, ...quiet })
  writeFileSync(path.join(dir, '1_a', 'migration.sql'), 'CREATE TABLE a (n int);')
  rmSync(path.join(dir, '2_b'), { recursive: true })
  const lines: string[] = []
  expect(await migrate(url, { dir, log: (line) => lines.push(line) })).toEqual([])
  expect(lines).toEqual([expect.stringContaining('1_a was changed'), expect.stringContaining('2_b')])
})
