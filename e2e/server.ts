import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { ensurePostgres } from '../scripts/postgres/postgres.mjs'
import { copySeededCluster, temporaryFolder } from './seeded-cluster.ts'

const PROJECT = path.resolve(import.meta.dirname, '..')

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/**
 * A Postgres of the test's own, whose server can be stopped and started at will, with the seed in it or, where it says
 * so, nothing but tables. One that is killed must be set up as operators have it (`isSafe`): the fast one of tests may
 * forget what it has acknowledged.
 */
export async function ownPostgres({ isSafe = false, isSeeded = true } = {}) {
  const folder = temporaryFolder()
  const dataDir = path.join(folder, 'postgres')
  await copySeededCluster(dataDir)
  let server = await ensurePostgres({ dataDir, test: !isSafe })
  const own = isSeeded ? 'plenary' : 'unseeded'
  const query = async (sql: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: server.url(own) })
    await client.connect()
    try {
      return await client.query(sql, values)
    } finally {
      await client.end()
    }
  }
  return {
    url: server.url(own),
    dataDir: server.dataDir,
    query,
    stop: () => server.stop(),
    start: async () => {
      server = await ensurePostgres({ dataDir, test: !isSafe })
    },
    remove: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The program as an operator starts it, on a database that is there already. */
export async function startArchive(databaseUrl: string, env: Record<string, string> = {}) {
  const port = await freePort()
  const data = mkdtempSync(path.join(os.tmpdir(), 'plenary-e2e-'))
  let output = ''
  let child: ChildProcess | undefined
  const exited = () =>
    new Promise((resolve) =>
      child?.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null),
    )
  const start = async () => {
    child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: PROJECT,
      env: {
        ...process.env,
        PORT: String(port),
        PLENARY_DATA: data,
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'fatal',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    output = ''
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk
        if (output.includes('Plenary is ready')) resolve()
      }
      child?.stdout?.on('data', read)
      child?.stderr?.on('data', read)
      child?.once('exit', () => reject(new Error(`The archive did not start:\n${output}`)))
    })
  }
  await start()
  return {
    url: `http://localhost:${port}`,
    data,
    /** What it has printed since its start. */
    get output() {
      return output
    },
    get pid() {
      return child?.pid
    },
    get: (address: string) => fetch(`http://localhost:${port}${address}`, { redirect: 'manual' }),
    start,
    /** Ends it in order, or as a power failure would. */
    stop: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child?.kill(signal)
      await exited()
    },
    freeze: () => child?.kill('SIGSTOP'),
    thaw: () => child?.kill('SIGCONT'),
    remove: async () => {
      child?.kill('SIGCONT')
      child?.kill('SIGKILL')
      await exited()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
