import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { expect, test } from 'vitest'

const run = promisify(execFile)
/** Runs the program as an operator does. */
const check = () =>
  run(process.execPath, ['scripts/audit-check.mjs'], { env: { ...process.env } }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
  )

test('a whole audit is said to be whole, a changed one where it breaks', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  expect(await check()).toMatchObject({ code: 0, said: expect.stringContaining('The audit is empty') })
  for (const act of ['one', 'two', 'three']) await client.query('INSERT INTO audit_entry (act) VALUES ($1)', [act])
  const { rows } = await client.query('SELECT hash FROM audit_entry WHERE id = 3')
  expect(await check()).toMatchObject({
    code: 0,
    said: expect.stringContaining(`3 entries, the last with hash ${rows[0].hash}`),
  })
  await client.query('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_unchanged')
  await client.query(`UPDATE audit_entry SET act = 'other' WHERE id = 2`)
  expect(await check()).toMatchObject({
    code: 1,
    said: expect.stringContaining('broken at entry 2: it is not what was written'),
  })
  await client.end()
}, 60_000)
