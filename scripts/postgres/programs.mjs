import path from 'node:path'
import { asPlainError, PlainError } from '../program/plain-error.mjs'
import { bareEnvironment } from '../program/processes.mjs'
import { idsOf } from './binaries.mjs'

/** @typedef {import('./home.mjs').PostgresHome} PostgresHome */

const isWindows = process.platform === 'win32'

/**
 * The path of one of PostgreSQL's programs.
 * @param {PostgresHome} home
 * @param {string} name
 */
export function program(home, name) {
  return path.join(home.native, 'bin', name)
}

/**
 * How to run such a program: as the right user, and with nothing of our environment, neither secrets nor PG…
 * variables that would change what the server does.
 * @param {PostgresHome} home
 */
export function spawnOptions(home) {
  const env = isWindows ? process.env : bareEnvironment({ LC_ALL: 'C', TZ: 'UTC' })
  return { ...idsOf(home.user), cwd: isWindows ? undefined : '/', env }
}

/**
 * The plain sentence for what a PostgreSQL program said when it failed.
 * @param {string} sentence
 * @param {string} words
 */
export function failure(sentence, words) {
  const lines = words.split('\n').map((line) => line.trim())
  const said =
    lines.findLast((line) => /FATAL|PANIC|error:/i.test(line)) ?? lines.findLast(Boolean) ?? 'it gave no reason'
  return (
    asPlainError(new Error(words)) ?? new PlainError(`${sentence}: ${said.replace(/^.*?(FATAL|PANIC|error): */i, '')}`)
  )
}
