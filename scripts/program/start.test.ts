import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { get } from 'node:http'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { buildIfNeeded } from '../build.mjs'
import { ensurePostgres } from '../postgres/postgres.mjs'
import { isAlive } from './processes.mjs'
import { freePort, listenSomewhere, runStart } from './start-program.ts'
import { makeTemporaryFolder, temporaryFolder } from './temporary-folder.ts'

beforeAll(() => buildIfNeeded({ log: () => {} }), 600_000)

/** Starts it, and never leaves it behind. */
function start(env: Record<string, string>) {
  const program = runStart(env)
  onTestFinished(async () => {
    await program.kill('SIGKILL')
  })
  return program
}

const serverPid = (data: string) =>
  Number(readFileSync(path.join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
const untilGone = (pid: number) => vi.waitUntil(() => !isAlive(pid), { timeout: 30_000 })

function answers(port: number) {
  return new Promise<number | undefined>((resolve, reject) => {
    get({ port, path: '/' }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).once('error', reject)
  })
}

describe('says in one sentence why it cannot start', () => {
  const secret = 'the-secret-word'

  test('a port that is taken, before anything else is begun', async () => {
    const { port, close } = await listenSomewhere()
    const data = temporaryFolder()
    const { code, output } = await start({ PORT: String(port), PLENARY_DATA: data }).exit
    await close()
    expect(code).toBe(1)
    expect(output).toBe(
      `Port ${port} is already in use. Stop the other program or choose another port, for example: PORT=${port + 1} npm start\n`,
    )
    expect(existsSync(path.join(data, 'postgres'))).toBe(false)
  })

  test.each([
    ['abc', 'PORT is not a port number'],
    ['70000', 'PORT is not a port number'],
  ])('a port that is none (%s)', async (port, sentence) => {
    const { code, output } = await start({ PORT: port, PLENARY_DATA: temporaryFolder() }).exit
    expect(code).toBe(1)
    expect(output).toMatch(new RegExp(`^${sentence}.*\n$`))
  })

  test('a data folder that cannot be', async () => {
    const { code, output } = await start({ PORT: String(await freePort()), PLENARY_DATA: '/dev/null/data' }).exit
    expect(code).toBe(1)
    expect(output).toMatch(/^Plenary cannot use \/dev\/null\/data: .*\n$/)
  })

  test.each([
    ['no address', secret, 'DATABASE_URL is not the address of a PostgreSQL database'],
    ['no database in it', `postgresql://user:${secret}@localhost`, 'DATABASE_URL names no database'],
    ['a password with a slash', `postgresql://user:12/${secret}@localhost/plenary`, 'percent-encoded'],
    [
      'an unknown host',
      `postgresql://user:${secret}@no-such-host.invalid/plenary`,
      'no-such-host.invalid is not known',
    ],
    ['a port where nothing listens', `postgresql://user:${secret}@127.0.0.1:1/plenary`, '127.0.0.1:1 does not answer'],
  ])('DATABASE_URL: %s', async (_, url, sentence) => {
    const env = { PORT: String(await freePort()), PLENARY_DATA: temporaryFolder(), DATABASE_URL: url }
    const { code, output } = await start(env).exit
    expect(code).toBe(1)
    expect(output).toContain(sentence)
    expect(output).not.toContain(secret)
    expect(output.trim().split('\n').at(-1)).toMatch(/\.$/)
    expect(output).not.toMatch(/\n\s+at /)
  })

  test('DATABASE_URL: a host that takes the call and says nothing', async () => {
    const mute = await listenSomewhere(() => {})
    const url = `postgresql://user:${secret}@127.0.0.1:${mute.port}/plenary`
    const env = { PORT: String(await freePort()), PLENARY_DATA: temporaryFolder(), DATABASE_URL: url }
    const { code, output } = await start(env).exit
    expect(code).toBe(1)
    expect(output).toContain(`127.0.0.1:${mute.port} does not answer`)
    expect(output).not.toContain(secret)
  })

  test('DATABASE_URL: a database that does not exist, a password that is wrong', async () => {
    const folder = temporaryFolder()
    const server = await ensurePostgres({ dataDir: path.join(folder, 'postgres'), test: true })
    const client = new pg.Client({ connectionString: server.url('postgres') })
    await client.connect()
    await client.query(`CREATE USER locked PASSWORD 'right'`)
    const rules = `local all locked scram-sha-256\nlocal all postgres trust\n`
    await client.query(
      `COPY (SELECT unnest(string_to_array(trim(E'${rules}'), E'\\n'))) TO '${server.dataDir}/pg_hba.conf'`,
    )
    await client.query('SELECT pg_reload_conf()')
    await client.end()
    const env = { PORT: String(await freePort()), PLENARY_DATA: temporaryFolder() }

    const absent = await start({ ...env, DATABASE_URL: server.url('nowhere') }).exit
    const locked = server.url('postgres').replace('postgres@', `locked:${secret}@`)
    const refused = await start({ ...env, DATABASE_URL: locked }).exit
    await server.stop()
    expect(absent.code).toBe(1)
    expect(absent.output).toContain('The database nowhere does not exist')
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('refused the user or password')
    expect(refused.output).not.toContain(secret)
  })
})

describe('a life in one data folder', () => {
  const data = makeTemporaryFolder()
  const runFile = path.join(data, 'run.json')

  afterAll(() => rmSync(data, { recursive: true }))

  test('of two that start at once on no data at all one serves and the other says so', async () => {
    const ports = [await freePort(), await freePort()]
    const programs = ports.map((port) => start({ PORT: String(port), PLENARY_DATA: data }))
    const loser = await Promise.race(programs.map(async (program, index) => ({ index, ...(await program.exit) })))
    const winner = 1 - loser.index
    const port = ports[winner] ?? 0
    expect(loser.code).toBe(1)
    expect(loser.output).toBe(
      `Plenary is already running on this data at http://localhost:${port} (process ${programs[winner]?.pid}).\n`,
    )
    await programs[winner]?.until(/Plenary is ready at http:\/\/localhost:(\d+)\n/)
    expect(await answers(port)).toBe(200)
    await programs[winner]?.kill('SIGTERM')
  }, 90_000)

  test('a second start leaves the first alone; SIGTERM ends the site and its database', async () => {
    const port = await freePort()
    const first = start({ PORT: String(port), PLENARY_DATA: data })
    await first.until(/Plenary is ready/)
    const database = serverPid(data)
    for (const other of [port, await freePort()]) {
      const second = await start({ PORT: String(other), PLENARY_DATA: data }).exit
      expect(second.code).toBe(1)
      expect(second.output).toBe(
        `Plenary is already running on this data at http://localhost:${port} (process ${first.pid}).\n`,
      )
    }
    expect(await answers(port)).toBe(200)

    expect((await first.kill('SIGTERM')).code).toBe(0)
    expect(isAlive(database)).toBe(false)
    expect(existsSync(runFile)).toBe(false)
    expect(statSync(path.join(data, 'auth-secret')).mode & 0o777).toBe(0o600)
  })

  test('after kill -9 the next start works without help, and its link replaces the last', async () => {
    const port = await freePort()
    const first = start({ PORT: String(port), PLENARY_DATA: data })
    await first.until(/token=[\w-]{43}\n/)
    await first.kill('SIGKILL')
    expect(existsSync(runFile)).toBe(true)

    const second = start({ PORT: String(port), PLENARY_DATA: data })
    const [link, token = ''] = await second.until(
      /http:\/\/localhost:\d+\/admin\/first-administrator\?token=([\w-]{43})\n/,
    )
    expect(link).toContain(`http://localhost:${port}/`)
    const database = await ensurePostgres({ dataDir: path.join(data, 'postgres') })
    const client = new pg.Client({ connectionString: database.url('plenary') })
    await client.connect()
    const { rows } = await client.query(
      `SELECT token_hash, expires_at BETWEEN now() + '23 hours' AND now() + '24 hours' AS for_a_day FROM one_time_link`,
    )
    await client.end()
    expect(rows).toEqual([{ token_hash: createHash('sha256').update(token).digest('hex'), for_a_day: true }])
    expect((await second.kill('SIGINT')).code).toBe(0)
  })

  test('a database that dies is started again; kill -9 of the site takes it down', async () => {
    const port = await freePort()
    const program = start({ PORT: String(port), PLENARY_DATA: data })
    await program.until(/Plenary is ready/)
    const before = serverPid(data)
    process.kill(before, 'SIGKILL')
    await program.until(/The database stopped by itself/)
    await vi.waitUntil(() => existsSync(path.join(data, 'postgres/postmaster.pid')) && serverPid(data) !== before, {
      timeout: 60_000,
    })
    const after = serverPid(data)
    await program.kill('SIGKILL')
    await untilGone(after)
  }, 120_000)
})
