import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { isAlive } from '../program/processes.mjs'
import { makeTemporaryFolder } from '../program/temporary-folder.ts'
import { ensurePostgres } from './postgres.mjs'

const folder = makeTemporaryFolder()
const dataDir = path.join(folder, 'postgres')

afterAll(() => rmSync(folder, { recursive: true }))

async function connect(url: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function query(url: string, sql: string) {
  const client = await connect(url)
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another process that brings up the same server and stays until it is killed. */
async function inAnotherProcess() {
  const program = `
    import { ensurePostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'postgres.mjs'))}
    const { pid, reused, url } = await ensurePostgres({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(JSON.stringify({ pid, reused, url: url('postgres') }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = new Promise((resolve) => child.once('exit', resolve))
  const line = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))))
  return {
    ...(JSON.parse(line) as { pid: number; reused: boolean; url: string }),
    kill: () => {
      child.kill('SIGKILL')
      return exit
    },
  }
}

const untilGone = (pid: number) => vi.waitUntil(() => !isAlive(pid), { timeout: 30_000 })

test('two processes that start at once, on no data at all, get the same server', async () => {
  const [first, second] = await Promise.all([inAnotherProcess(), inAnotherProcess()])
  expect(second.pid).toBe(first.pid)
  expect([first.reused, second.reused].sort()).toEqual([false, true])
  expect(await query(second.url, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  await Promise.all([first.kill(), second.kill()])
  await untilGone(first.pid)
})

test('the data are closed to others, and so is the socket', async () => {
  const server = await ensurePostgres({ dataDir })
  const socketDir = new URL(server.url('postgres')).searchParams.get('host') ?? ''
  expect(statSync(server.dataDir).mode & 0o777).toBe(0o700)
  expect(statSync(socketDir).mode & 0o777).toBe(0o700)
  expect(await query(server.url('postgres'), 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
  await server.stop()
  expect(isAlive(server.pid)).toBe(false)
})

test('a second process uses the server that runs, and leaves it running', async () => {
  const server = await ensurePostgres({ dataDir })
  expect(server.reused).toBe(false)
  const second = await inAnotherProcess()
  expect(second).toMatchObject({ pid: server.pid, reused: true, url: server.url('postgres') })
  await second.kill()
  expect(await query(server.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await server.stop()
})

/** Writes rows one by one until the server is gone; `kill` comes in the middle. Gives how many were acknowledged. */
async function writeUntilGone(url: string, kill: () => void): Promise<number> {
  const client = await connect(url)
  await client.query('DROP TABLE IF EXISTS written')
  await client.query('CREATE TABLE written (n int)')
  for (let n = 1; ; n++) {
    // Not waited for: the server dies with a statement under way.
    if (n === 200) kill()
    try {
      await client.query('INSERT INTO written VALUES ($1)', [n])
    } catch {
      return n - 1
    }
  }
}

test.each(['the process that started it', 'the server'])(
  'kill -9 of %s during writes loses nothing acknowledged, and the next start works',
  async (killed) => {
    const owner = await inAnotherProcess()
    const acknowledged = await writeUntilGone(owner.url, () =>
      killed === 'the server' ? process.kill(owner.pid, 'SIGKILL') : void owner.kill(),
    )
    await untilGone(owner.pid)

    const server = await ensurePostgres({ dataDir })
    expect(server.reused).toBe(false)
    expect(server.pid).not.toBe(owner.pid)
    const [row] = await query(server.url('postgres'), 'SELECT count(DISTINCT n)::int AS count FROM written')
    expect(acknowledged).toBeGreaterThanOrEqual(199)
    expect(row?.count).toBeGreaterThanOrEqual(acknowledged)
    await server.stop()
    await owner.kill()
  },
)

test('a lock left by a server whose number another process has now is no obstacle', async () => {
  const server = await ensurePostgres({ dataDir })
  const lock = path.join(server.dataDir, 'postmaster.pid')
  const lines = readFileSync(lock, 'utf8').split('\n')
  await server.stop()
  writeFileSync(lock, [process.pid, ...lines.slice(1)].join('\n'), { mode: 0o644 })

  const next = await ensurePostgres({ dataDir })
  expect(next.reused).toBe(false)
  await next.stop()
})

test('who holds the data folder replaces a server that was left behind', async () => {
  const left = await inAnotherProcess()
  const server = await ensurePostgres({ dataDir, takeOver: true })
  expect(server.reused).toBe(false)
  expect(server.pid).not.toBe(left.pid)
  expect(isAlive(left.pid)).toBe(false)
  await server.stop()
  await left.kill()
})

test('two clusters of one project do not share a socket', async () => {
  const [one, other] = await Promise.all(
    ['postgres', 'other'].map((name) =>
      ensurePostgres({ projectDir: folder, dataDir: path.join(folder, name), test: true }),
    ),
  )
  expect(one?.url('postgres')).not.toBe(other?.url('postgres'))
  await Promise.all([one?.stop(), other?.stop()])
})

test.skipIf(process.getuid?.() !== 0)('root may keep the project where nobody else can enter', async () => {
  const closed = path.join(folder, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const options = { dataDir: path.join(closed, 'data/postgres'), test: true }
  const lines: string[] = []
  const server = await ensurePostgres({ ...options, log: (line) => lines.push(line) })
  onTestFinished(() => rmSync(server.dataDir, { recursive: true, force: true }))
  expect(server.dataDir).toMatch(/^\/var\/lib\/plenary-postgres\/data\//)
  expect(lines.join()).toContain(server.dataDir)
  await query(server.url('postgres'), 'CREATE TABLE kept ()')
  await server.stop()

  renameSync(closed, `${closed}-moved`)
  const moved = { dataDir: path.join(`${closed}-moved`, 'data/postgres'), test: true }
  await expect(ensurePostgres(moved)).rejects.toThrow(`its database is still in ${server.dataDir}`)
  renameSync(`${closed}-moved`, closed)

  // Open now, yet the data stay where they are.
  chmodSync(closed, 0o755)
  const again = await ensurePostgres(options)
  expect(again.dataDir).toBe(server.dataDir)
  expect(await query(again.url('postgres'), 'SELECT * FROM kept')).toEqual([])
  await again.stop()
})

test.skipIf(process.getuid?.() !== 0)('root may bring back a cluster from a copy', async () => {
  const server = await ensurePostgres({ dataDir, test: true })
  await server.stop()
  const { uid } = statSync(server.dataDir)
  expect(uid).not.toBe(0)
  const given = path.join(folder, 'given')
  cpSync(server.dataDir, given, { recursive: true })
  expect(statSync(given).uid).toBe(0)
  const again = await ensurePostgres({ dataDir: given, test: true })
  expect(statSync(given).uid).toBe(uid)
  expect(await query(again.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await again.stop()
})

test('a folder that holds something else is not touched', async () => {
  const occupied = path.join(folder, 'occupied')
  mkdirSync(occupied)
  writeFileSync(path.join(occupied, 'letter.txt'), 'mine')
  await expect(ensurePostgres({ dataDir: occupied, test: true })).rejects.toThrow(
    `${occupied} holds files but no database: move it away and start again.`,
  )
  expect(readFileSync(path.join(occupied, 'letter.txt'), 'utf8')).toBe('mine')
})

test('data of another major version are named, not touched', async () => {
  const old = path.join(folder, 'old')
  mkdirSync(old, { mode: 0o700 })
  writeFileSync(path.join(old, 'PG_VERSION'), '14\n')
  await expect(ensurePostgres({ dataDir: old })).rejects.toThrow('was made by PostgreSQL 14')
})
