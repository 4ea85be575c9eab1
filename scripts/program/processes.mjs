import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Whether a process runs. A zombie does not, though it answers signal 0: in containers whose first process reaps
 * nothing, a killed PostgreSQL would otherwise look alive for ever.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
  return process.platform !== 'linux' || !['Z', 'X', undefined].includes(statOf(pid)?.[0])
}

/**
 * When a process started, as an opaque mark: with the pid it names one process, also after the number was given to
 * another one or the machine was started again. Null where the system does not tell.
 * @param {number} pid
 * @returns {string | null}
 */
export function startMark(pid) {
  if (process.platform === 'win32') return null
  if (process.platform === 'linux') {
    const ticks = statOf(pid)?.[19]
    return ticks ? `${bootId()} ${ticks}` : null
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

/**
 * The fields of /proc/PID/stat from the state on; the name before them may hold spaces and parentheses.
 * @param {number} pid
 */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    return null
  }
}

/**
 * Waits until a process is gone; false when it is still there after `seconds`.
 * @param {number} pid
 * @param {number} seconds
 */
export async function waitForExit(pid, seconds) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(20)) {
    if (!isAlive(pid)) return true
  }
  return !isAlive(pid)
}

/**
 * Ties a process (or, with a negative number, a process group) to this one: when this one is gone, however it went,
 * the other gets `signal`. A shell waits at a pipe that only we hold open; even `kill -9` closes it.
 * @param {number} target
 * @param {'INT' | 'TERM'} signal
 * @param {{ uid?: number, gid?: number }} [ids]
 * @returns {() => void} lifts the tie
 */
export function tether(target, signal, ids = {}) {
  if (process.platform === 'win32') return () => {}
  const shell = spawn('/bin/sh', ['-c', 'cat >/dev/null; kill -s "$1" -- "$2"', 'tether', signal, String(target)], {
    ...ids,
    cwd: '/',
    env: bareEnvironment(),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  shell.on('error', () => {})
  shell.unref()
  const pipe = /** @type {import('node:net').Socket} */ (shell.stdin)
  pipe.on('error', () => {})
  pipe.unref()
  return () => {
    shell.kill('SIGKILL')
    pipe.destroy()
  }
}

/**
 * An environment for a program that needs nothing of ours.
 * @param {Record<string, string>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function bareEnvironment(more = {}) {
  // Next declares NODE_ENV as always there, which it is not.
  return /** @type {NodeJS.ProcessEnv} */ (/** @type {unknown} */ ({ PATH: process.env.PATH, ...more }))
}
