import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../program/processes.mjs'

/** What a running server says of itself in postmaster.pid: the lines are PostgreSQL's own format. */
/** @typedef {{ pid: number, port: number, socketDir: string, status: string }} RunningServer */

/**
 * The server that holds this cluster, once it is ready; null when there is none. Waits for one that is starting or
 * stopping, and removes what a server that is gone left behind where PostgreSQL itself would be misled by it.
 * @param {string} dataDir
 * @returns {Promise<RunningServer | null>}
 */
export async function findServer(dataDir) {
  for (;;) {
    const server = readLock(dataDir)
    if (!server) return null
    if (!isServerOf(server.pid, dataDir)) {
      // PostgreSQL sees for itself that a process is gone. It does not see through a zombie, nor through another
      // program that has the old number now, as is common in containers.
      if (readLock(dataDir)?.pid === server.pid) rmSync(path.join(dataDir, 'postmaster.pid'), { force: true })
      return null
    }
    if (server.status === 'ready') return server
    await sleep(50)
  }
}

/**
 * @param {string} dataDir
 * @returns {RunningServer | null}
 */
export function readLock(dataDir) {
  try {
    const lines = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, , , port, socketDir = '', , , status = ''] = lines.map((line) => line.trim())
    return Number(pid) > 0 ? { pid: Number(pid), port: Number(port), socketDir, status } : null
  } catch {
    return null
  }
}

/**
 * @param {number} pid
 * @param {string} dataDir
 */
function isServerOf(pid, dataDir) {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true
  try {
    // The server works in its data folder.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
  } catch {
    // Not ours to look at: ask for its name instead.
  }
  const { stdout } = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
  return !stdout || /postgres/.test(stdout)
}
