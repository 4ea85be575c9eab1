import { readFileSync, rmSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createFile } from './atomic-file.mjs'
import { isAlive, startMark } from './processes.mjs'

/** @typedef {{ pid: number, mark: string | null, port?: number, url?: string }} Holder */

/**
 * Claims a file that says which process holds something (the data folder, the build). Exactly one of several
 * claimants gets it; a file left by a process that is gone is taken over.
 * @param {string} file
 * @param {{ port?: number, url?: string }} [details]
 * @returns {Promise<{ release: () => void, holder?: undefined } | { holder: Holder, release?: undefined }>}
 */
export async function claim(file, details = {}) {
  const content = `${JSON.stringify({ pid: process.pid, mark: startMark(process.pid), ...details })}\n`
  for (;;) {
    if (createFile(file, content)) return { release: () => release(file, content) }
    const holder = readHolder(file)
    if (holder) return { holder }
    await removeLeftover(file)
  }
}

/**
 * Who holds the file now; null when nobody does.
 * @param {string} file
 * @returns {Holder | null}
 */
export function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'))
    const runs = Number.isInteger(holder.pid) && isAlive(holder.pid) && startMark(holder.pid) === holder.mark
    return runs ? holder : null
  } catch {
    return null
  }
}

/**
 * Removes a file whose holder is gone. Two programs may come to that at once, and the slower must not remove the
 * file the faster has just made: they take turns, and each looks again.
 * @param {string} file
 */
async function removeLeftover(file) {
  const turn = `${file}.turn`
  if (createFile(turn, '')) {
    try {
      if (!readHolder(file)) rmSync(file, { force: true })
    } finally {
      rmSync(turn, { force: true })
    }
    return
  }
  // A turn takes a few system calls; one that is older was left by a program killed in the middle of it.
  const age = Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  if (Math.abs(age) > 10_000) rmSync(turn, { force: true })
  else await sleep(20)
}

/**
 * @param {string} file
 * @param {string} content
 */
function release(file, content) {
  try {
    if (readFileSync(file, 'utf8') === content) rmSync(file, { force: true })
  } catch {
    // Already gone.
  }
}
