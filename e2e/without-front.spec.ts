import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, request as requests, test } from '@playwright/test'
import { ensurePostgres } from '../scripts/postgres/postgres.mjs'
import { createAccount, signInCookie } from './accounts.ts'
import { withDatabase } from './database.ts'
import { freePort } from './server.ts'

/** The same build and database, served by Next alone: the guard of the front is a guard, not the authorisation. */
const PROJECT = path.resolve(import.meta.dirname, '..')
const DATA = path.join(PROJECT, '.data/e2e')
let server: ChildProcess | undefined
let url = ''

test.describe.configure({ mode: 'serial', timeout: 240_000 })
test.beforeAll(async () => {
  const port = await freePort()
  url = `http://localhost:${port}`
  const postgres = await ensurePostgres({ dataDir: path.join(DATA, 'postgres') })
  server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
    cwd: PROJECT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: postgres.url('plenary'),
      NEXTAUTH_SECRET: readFileSync(path.join(DATA, 'auth-secret'), 'utf8').trim(),
      PLENARY_URL: url,
      PLENARY_URL_CONFIGURED: '1',
    },
    stdio: 'ignore',
  })
  await expect
    .poll(
      () =>
        fetch(`${url}/healthz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200)
})
test.afterAll(() => {
  server?.kill('SIGKILL')
})

/** The id of an action in the build. */
function actionId(name: string): string {
  const { node } = JSON.parse(readFileSync(path.join(PROJECT, '.next/server/server-reference-manifest.json'), 'utf8'))
  const [id] = Object.entries(node as Record<string, { exportedName: string }>).find(
    ([, { exportedName }]) => exportedName === name,
  ) ?? ['']
  return id
}

/** What React sends for an action of a form: the fields first, then the arguments (its state before, the form). */
function actionForm(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value)
  form.append('0', '[{},"$K1"]')
  return form
}

test('a form from elsewhere, or from nowhere, changes nothing', async () => {
  await withDatabase(async (database) => {
    const account = await createAccount(database, 'administrator')
    const { name, value } = await signInCookie(database, account)
    const request = await requests.newContext({ baseURL: url })
    const changeName = (headers: Record<string, string>) =>
      request.post('/admin/account', {
        headers: { cookie: `${name}=${value}`, 'next-action': actionId('changeProfileAction'), ...headers },
        multipart: actionForm({ name: 'Changed', locale: 'ru' }),
        maxRedirects: 0,
      })
    const nameNow = async () =>
      (await database.query('SELECT name FROM "user" WHERE id = $1', [account.id])).rows[0].name
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      { origin: 'null' },
      { origin: 'file://' },
      { origin: url, 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[]) {
      expect((await changeName(headers)).status(), JSON.stringify(headers)).toBeGreaterThanOrEqual(400)
      expect(await nameNow(), JSON.stringify(headers)).toBe(account.name)
    }
    expect((await changeName({ origin: url })).status()).toBeLessThan(400)
    expect(await nameNow()).toBe('Changed')
    await request.dispose()
  })
})

test('nobody and too low a role are kept out', async () => {
  await withDatabase(async (database) => {
    const { name, value } = await signInCookie(database, await createAccount(database, 'editor'))
    const request = await requests.newContext({ baseURL: url })
    const nobody = await request.get('/admin/users', { maxRedirects: 0 })
    expect([nobody.status(), nobody.headers().location]).toEqual([307, '/sign-in'])
    expect((await request.get('/admin/users', { headers: { cookie: `${name}=${value}` } })).status()).toBe(403)
    const forged = await request.get('/admin', {
      headers: { cookie: `${name}=${value.slice(0, -4)}AAAA`, 'x-middleware-subrequest': 'middleware' },
      maxRedirects: 0,
    })
    expect(forged.status()).toBe(307)
    await request.dispose()
  })
})

test('forged addresses get no more password checks', async () => {
  await withDatabase(async (database) => {
    const { email } = await createAccount(database, 'editor')
    const request = await requests.newContext({ baseURL: url })
    for (let i = 0; i < 16; i++) {
      await request.post('/sign-in', {
        headers: { origin: url, 'next-action': actionId('signInAction'), 'x-forwarded-for': `203.0.113.${i}` },
        multipart: actionForm({ email, password: `guess ${i}` }),
      })
      await database.query(`UPDATE sign_in_attempt SET at = at - interval '30 minutes' WHERE address = 'unknown'`)
    }
    const { rows } = await database.query(
      `SELECT count(*)::int AS n FROM sign_in_attempt
       WHERE account = encode(sha256(convert_to($1, 'UTF8')), 'hex') AND address = 'unknown'`,
      [email],
    )
    expect(rows).toEqual([{ n: 10 }])
    await request.dispose()
  })
})
