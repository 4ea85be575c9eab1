// PostgreSQL from the programs that npm brings: makes a cluster, starts its server or finds one that runs, and
// recovers from whatever the last run left behind.
import { readFileSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataFolder, projectDir as thisProject } from '../program/data-folder.mjs'
import { createCluster, passwordFile } from './cluster.mjs'
import { startServer, stopServer } from './control.mjs'
import { hasCluster, preparePostgresHome } from './home.mjs'
import { findServer } from './lock.mjs'
import { failure } from './programs.mjs'

/**
 * @typedef {object} Postgres
 * @property {(database: string) => string} url an address for pg, Prisma and psql
 * @property {boolean} reused whether the server was already running
 * @property {number} pid
 * @property {string} dataDir
 * @property {() => Promise<void>} stop stops the server; does nothing when it is another's (`reused`)
 */

/**
 * Brings up the PostgreSQL server of a data folder. It goes down with this process, in whatever way that ends.
 * @param {object} [options]
 * @param {string} [options.projectDir]
 * @param {string} [options.dataDir] instead of `postgres` (for tests `postgres-test`) in the project's data folder
 * @param {boolean} [options.test] fast rather than safe
 * @param {boolean} [options.takeOver] for who holds the data folder: a server that runs is left over from a process
 *   that is gone, so it is stopped and started as ours
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<Postgres>}
 */
export async function ensurePostgres({
  projectDir = thisProject,
  dataDir,
  test = false,
  takeOver = false,
  log = () => {},
} = {}) {
  const wantedDir = path.resolve(dataDir ?? path.join(dataFolder(projectDir), test ? 'postgres-test' : 'postgres'))
  const home = preparePostgresHome(wantedDir, log)
  for (let attempt = 1; ; attempt++) {
    const running = await findServer(home.dataDir)
    if (running && !takeOver) return handle(home, running, null)
    if (running) {
      log('Stopping a PostgreSQL that an earlier run left behind')
      await stopServer(home, running.pid)
    }
    if (!hasCluster(home.dataDir)) await createCluster(home, test)
    const { untie = () => {}, failure: words } = await startServer(home, test)
    const started = words === undefined ? await findServer(home.dataDir) : null
    if (started) return handle(home, started, untie)
    // Another start was faster, or the children of a server that was killed have not noticed yet.
    const passes = words !== undefined && /lock file "postmaster.pid"|pre-existing shared memory block/.test(words)
    if (!passes || attempt === 100) throw failure('PostgreSQL did not start', words ?? 'it stopped again')
    await sleep(100)
  }
}

/**
 * @param {import('./home.mjs').PostgresHome} home
 * @param {import('./lock.mjs').RunningServer} server
 * @param {(() => void) | null} untie null when the server is another's
 * @returns {Postgres}
 */
function handle(home, { pid, port, socketDir }, untie) {
  return {
    url: (database) =>
      socketDir
        ? `postgresql://postgres@localhost:${port}/${database}?host=${encodeURIComponent(socketDir)}`
        : `postgresql://postgres:${readFileSync(passwordFile(home.dataDir), 'utf8')}@127.0.0.1:${port}/${database}`,
    reused: !untie,
    pid,
    dataDir: home.dataDir,
    async stop() {
      if (!untie) return
      await stopServer(home, pid)
      untie()
      removeIfEmpty(home.socketDir)
    },
  }
}

/** @param {string} folder */
function removeIfEmpty(folder) {
  try {
    if (folder) rmdirSync(folder)
  } catch {
    // In use again already.
  }
}
