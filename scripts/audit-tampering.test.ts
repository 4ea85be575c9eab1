import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asApplication, grantToApplication } from './program/application-role.mjs'

const run = promisify(execFile)
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL })
let application: pg.Client

/** Runs the program as an operator does. */
const check = (...words: string[]) =>
  run(process.execPath, ['scripts/audit-check.mjs', ...words], { env: { ...process.env } }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
  )
const printed = (said: string) => /(\d+) entries, the last with hash ([0-9a-f]{64})/.exec(said)?.slice(1) ?? []

beforeAll(async () => {
  await owner.connect()
  application = new pg.Client({ connectionString: await asApplication(process.env.DATABASE_URL ?? '') })
  await application.connect()
  for (const act of ['one', 'two', 'three']) await application.query('INSERT INTO audit_entry (act) VALUES ($1)', [act])
})

afterAll(async () => {
  await application.end()
  await owner.end()
})

test('the archive runs as a role that is no superuser and owns nothing', async () => {
  const { rows } = await application.query(`
    SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
      (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned,
      (SELECT count(*)::int FROM pg_auth_members WHERE member = pg_roles.oid) AS roles
    FROM pg_roles WHERE rolname = current_user`)
  expect(rows).toEqual([
    {
      ...{ rolname: 'plenary_application', rolsuper: false, rolcreaterole: false, rolcreatedb: false },
      ...{ rolbypassrls: false, rolreplication: false, owned: 0, roles: 0 },
    },
  ])
  await application.query(
    `INSERT INTO "user" (id, email, name, role, updated_at) VALUES ($1, 'a@example.org', 'A', 'editor', now())`,
    [randomUUID()],
  )
})

test.each([
  `UPDATE audit_entry SET act = 'other' WHERE id = 1`,
  'DELETE FROM audit_entry WHERE id = 2',
  'TRUNCATE audit_entry',
  'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
  'ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_unchanged',
  'DROP TRIGGER audit_entry_unchanged ON audit_entry',
  'DROP TABLE audit_entry',
  'DROP FUNCTION chain_audit_entry() CASCADE',
  `CREATE OR REPLACE FUNCTION audit_entry_hash(entry audit_entry) RETURNS text LANGUAGE sql STABLE AS $$ SELECT '' $$`,
  `SET session_replication_role = 'replica'`,
  'GRANT UPDATE ON audit_entry TO plenary_application',
  'SET ROLE postgres',
  'ALTER ROLE plenary_application SUPERUSER',
  `UPDATE _prisma_migrations SET checksum = ''`,
  'UPDATE publication SET version = 1',
  'DELETE FROM redaction',
])('as its own role, the archive cannot: %s', async (sql) => {
  await application.query('BEGIN')
  // GRANT without the right to it warns and does nothing; all else is refused.
  const refused = await application.query(sql).then(
    () => sql.startsWith('GRANT'),
    ({ code }: { code: string }) => code === '42501' || code === '42809',
  )
  await application.query('ROLLBACK')
  expect(refused).toBe(true)
  const { rows } = await owner.query('SELECT act FROM audit_entry ORDER BY id')
  expect(rows).toEqual([{ act: 'one' }, { act: 'two' }, { act: 'three' }])
})

test('an entry that says what number, time and hash it has is given its own', async () => {
  await application.query('BEGIN')
  const { rows } = await application.query(
    `INSERT INTO audit_entry (id, at, act, previous_hash, hash) VALUES (77, '2001-01-01', 'four', repeat('a', 64), repeat('b', 64))
     RETURNING id, at > now() - interval '1 minute' AS "isNow", hash = audit_entry_hash(audit_entry) AS "isOwn"`,
  )
  expect(rows).toEqual([{ id: '4', isNow: true, isOwn: true }])
  await application.query('ROLLBACK')
})

test('a superuser who changes it is found out, and with a noted hash also one who makes it anew', async () => {
  const before = await check()
  const [id = '', hash = ''] = printed(before.said)
  expect(await check(id, hash)).toMatchObject({ code: 0 })
  const tamper = async (...sqls: string[]) => {
    await owner.query(`SET session_replication_role = 'replica'`) // no trigger runs
    for (const sql of sqls) await owner.query(sql)
    await owner.query(`SET session_replication_role = 'origin'`)
  }
  await tamper(`UPDATE audit_entry SET act = 'other' WHERE id = 2`)
  expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('broken at entry 2') })
  await tamper(`UPDATE audit_entry SET act = 'two' WHERE id = 2`)
  expect((await check()).code).toBe(0)
  // The whole chain made anew from there is a chain like any other, but not the one that was noted.
  await tamper(
    `UPDATE audit_entry SET act = 'other' WHERE id = 2`,
    'UPDATE audit_entry SET hash = audit_entry_hash(audit_entry) WHERE id = 2',
    'UPDATE audit_entry SET previous_hash = (SELECT hash FROM audit_entry WHERE id = 2) WHERE id = 3',
    'UPDATE audit_entry SET hash = audit_entry_hash(audit_entry) WHERE id = 3',
  )
  expect((await check()).code).toBe(0)
  expect(await check(id, hash)).toMatchObject({ code: 1, said: expect.stringContaining('was rewritten: entry 3') })
  await tamper('DELETE FROM audit_entry WHERE id = 3')
  expect((await check()).code).toBe(0)
  expect(await check(id, hash)).toMatchObject({ code: 1, said: expect.stringContaining('was cut off: entry 3') })
  expect(await check('3')).toMatchObject({ code: 1, said: expect.stringContaining('number and the hash') })
}, 60_000)

test('a role that owns the tables is not taken for a plain one', async () => {
  await expect(grantToApplication(process.env.DATABASE_URL ?? '', 'postgres')).rejects.toThrow(/must name a plain role/)
  await expect(grantToApplication(process.env.DATABASE_URL ?? '', 'nobody_at_all')).rejects.toThrow(/has no role/)
})
