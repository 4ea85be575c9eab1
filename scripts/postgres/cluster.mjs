import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createFile } from '../program/atomic-file.mjs'
import { PlainError } from '../program/plain-error.mjs'
import { isAlive } from '../program/processes.mjs'
import { hasCluster } from './home.mjs'
import { failure, program, spawnOptions } from './programs.mjs'

/** @typedef {import('./home.mjs').PostgresHome} PostgresHome */

const isWindows = process.platform === 'win32'

/**
 * Makes an empty cluster, beside its place and moved there when it is complete: a half-made one never counts.
 * @param {PostgresHome} home
 * @param {boolean} test
 */
export async function createCluster(home, test) {
  const { dataDir, user } = home
  removeAbandonedDrafts(dataDir)
  const draft = `${dataDir}.${process.pid}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  if (user) chownSync(draft, user.uid, user.gid)
  try {
    await initialise(home, draft, test)
    moveIntoPlace(draft, dataDir)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/**
 * @param {PostgresHome} home
 * @param {string} folder
 * @param {boolean} test
 */
async function initialise(home, folder, test) {
  const args = ['-D', folder, '-U', 'postgres', '--encoding=UTF8', '--no-instructions']
  // Not by the machine's language: the archive must sort and compare alike everywhere.
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C')
  // Who may enter the socket's folder may come in; on Windows there is none, only a port that every user can reach.
  args.push(...(isWindows ? ['--auth=scram-sha-256', `--pwfile=${passwordFile(home.dataDir)}`] : ['--auth=trust']))
  if (test) args.push('--no-sync')
  const child = spawn(program(home, 'initdb'), args, { ...spawnOptions(home), stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr?.on('data', (chunk) => {
    errors += chunk
  })
  /** @type {number | null} */
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw failure('The database could not be created', errors)
}

/**
 * @param {string} draft
 * @param {string} dataDir
 */
function moveIntoPlace(draft, dataDir) {
  try {
    if (existsSync(dataDir)) rmdirSync(dataDir)
    renameSync(draft, dataDir)
  } catch (error) {
    // Somebody else was faster: theirs is as good.
    if (hasCluster(dataDir)) return
    if (!existsSync(dataDir)) throw error
    throw new PlainError(`${dataDir} holds files but no database: move it away and start again.`, { cause: error })
  }
}

/** @param {string} dataDir */
function removeAbandonedDrafts(dataDir) {
  const name = path.basename(dataDir)
  for (const entry of readdirSync(path.dirname(dataDir))) {
    const pid = Number(entry.startsWith(`${name}.`) && entry.match(/\.(\d+)\.new$/)?.[1])
    if (pid && !isAlive(pid)) rmSync(path.join(path.dirname(dataDir), entry), { recursive: true, force: true })
  }
}

/**
 * Where the password of a server stands that is reached by a port.
 * @param {string} dataDir
 */
export function passwordFile(dataDir) {
  const file = `${dataDir}.password`
  createFile(file, randomBytes(24).toString('base64url'), 0o600)
  return file
}
