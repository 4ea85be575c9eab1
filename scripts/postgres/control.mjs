import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { tether, waitForExit } from '../program/processes.mjs'
import { idsOf } from './binaries.mjs'
import { readLock } from './lock.mjs'
import { program, spawnOptions } from './programs.mjs'

/** @typedef {import('./home.mjs').PostgresHome} PostgresHome */

const isWindows = process.platform === 'win32'

// For throw-away data: nothing has to survive a power cut.
const testSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
}

/**
 * Starts the server and waits until it takes connections, however long it has to recover first.
 * @param {PostgresHome} home
 * @param {boolean} test
 * @returns {Promise<{ untie?: () => void, failure?: string }>} the words of its log when it did not start
 */
export async function startServer(home, test) {
  const log = path.join(home.dataDir, 'server.log')
  const before = limitLog(log)
  const settings = {
    listen_addresses: isWindows ? '127.0.0.1' : '',
    timezone: 'UTC',
    max_wal_size: '256MB',
    log_checkpoints: 'off',
    ...(isWindows ? {} : { unix_socket_directories: home.socketDir, unix_socket_permissions: '0700' }),
    ...(test ? testSettings : {}),
  }
  const args = ['-D', home.dataDir, '-p', String(isWindows ? await choosePort(home.dataDir) : 5432)]
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
  return isWindows ? startOnWindows(home, args, log) : await startOnUnix(home, args, log, before)
}

/**
 * @param {PostgresHome} home
 * @param {string[]} args
 * @param {string} log
 * @param {number} before
 */
async function startOnUnix(home, args, log, before) {
  // The shell opens the log as the server's user (root must not write where another user could place a link) and
  // then becomes the server. Detached, so that Ctrl-C at a terminal reaches only us and we stop things in order.
  const child = spawn('/bin/sh', ['-c', 'exec "$@" >>"$0" 2>&1', log, program(home, 'postgres'), ...args], {
    ...spawnOptions(home),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const untie = child.pid ? tether(child.pid, 'INT', idsOf(home.user)) : () => {}
  let failed = false
  let words = ''
  child.stderr?.on('data', (chunk) => {
    words += chunk
  })
  child.once('error', (error) => {
    failed = true
    words += error.message
  })
  child.once('exit', () => {
    failed = true
  })
  child.unref()
  for (;;) {
    const server = readLock(home.dataDir)
    if (server?.pid === child.pid && server?.status === 'ready') return { untie }
    if (failed) break
    await sleep(10)
  }
  untie()
  return { failure: words + readFrom(log, before) }
}

/**
 * Windows has neither this shell nor users to change to; pg_ctl drops an administrator's rights itself.
 * @param {PostgresHome} home
 * @param {string[]} args
 * @param {string} log
 */
function startOnWindows(home, args, log) {
  const options = args
    .slice(2)
    .map((word) => `"${word}"`)
    .join(' ')
  const { status, stderr } = spawnSync(
    program(home, 'pg_ctl'),
    ['start', '-w', '-t', '600', '-D', home.dataDir, '-l', log, '-o', options],
    { ...spawnOptions(home), encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  return status === 0 ? {} : { failure: stderr + readFrom(log, 0) }
}

/**
 * Stops a server: it ends its sessions, writes everything down and goes. One that does not within a minute is told
 * to go at once, and recovers at its next start.
 * @param {PostgresHome} home
 * @param {number} pid
 */
export async function stopServer(home, pid) {
  if (isWindows) {
    spawnSync(program(home, 'pg_ctl'), ['stop', '-m', 'fast', '-w', '-D', home.dataDir], { stdio: 'ignore' })
    return
  }
  for (const [signal, seconds] of /** @type {const} */ ([
    ['SIGINT', 60],
    ['SIGQUIT', 10],
    ['SIGKILL', 10],
  ])) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await waitForExit(pid, seconds)) return
  }
}

/**
 * The port of last time where it is free, so that addresses handed out before stay right.
 * @param {string} dataDir
 */
async function choosePort(dataDir) {
  const options = path.join(dataDir, 'postmaster.opts')
  const last = existsSync(options) && readFileSync(options, 'utf8').match(/"-p" "(\d+)"/)?.[1]
  return (last && (await freePort(Number(last)))) || (await freePort(0))
}

/**
 * @param {number} wanted
 * @returns {Promise<number>} 0 when it is taken
 */
function freePort(wanted) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(0))
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address())
      server.close(() => resolve(port))
    })
  })
}

/**
 * Keeps one old log when it has grown; returns where new lines will begin.
 * @param {string} log
 */
function limitLog(log) {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size < 10_000_000) return size
  renameSync(log, `${log}.1`)
  return 0
}

/**
 * @param {string} file
 * @param {number} start
 */
function readFrom(file, start) {
  return existsSync(file) ? readFileSync(file).subarray(start).toString('utf8') : ''
}
