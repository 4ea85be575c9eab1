import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensurePostgres } from '../postgres/postgres.mjs'
import { makeTemporaryFolder, temporaryFolder } from '../program/temporary-folder.ts'
import { openEngine } from './schema-engine.mjs'

const clusterFolder = makeTemporaryFolder()
let server: Awaited<ReturnType<typeof ensurePostgres>>

beforeAll(async () => {
  server = await ensurePostgres({ dataDir: path.join(clusterFolder, 'postgres'), test: true })
})

afterAll(async () => {
  await server.stop()
  rmSync(clusterFolder, { recursive: true })
})

test('prisma/migrations lead to exactly what prisma/schema.prisma says', async () => {
  const engine = await openEngine(server.url('postgres'))
  try {
    expect(await engine.drift()).toBe('')
  } finally {
    await engine.close()
  }
})

test('a migration is written for what differs, and then nothing differs', async () => {
  const folder = temporaryFolder()
  const schemaFile = path.join(folder, 'schema.prisma')
  const migrationsDir = path.join(folder, 'migrations')
  writeFileSync(
    schemaFile,
    'datasource db {\n  provider = "postgresql"\n}\nmodel Thing {\n  id Int @id\n  name String @unique\n}\n',
  )
  // A body with semicolons, which Prisma's own adapter would cut in pieces.
  mkdirSync(path.join(migrationsDir, '1_function'), { recursive: true })
  writeFileSync(
    path.join(migrationsDir, '1_function', 'migration.sql'),
    'CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END $$;',
  )
  const engine = await openEngine(server.url('postgres'), { schemaFile, migrationsDir })
  try {
    expect(await engine.create('Add a thing')).toMatch(/\d{14}_add_a_thing\/migration\.sql$/)
    expect(await engine.drift()).toBe('')
    expect(await engine.create('nothing')).toBeNull()
  } finally {
    await engine.close()
  }
})
