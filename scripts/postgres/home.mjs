import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureDataFolder } from '../program/data-folder.mjs'
import { PlainError } from '../program/plain-error.mjs'
import { findBinaries, idsOf, makePassable, sharedRoot } from './binaries.mjs'

/** @typedef {import('./binaries.mjs').ServiceUser} ServiceUser */

/**
 * Where one database cluster lives and as whom its server runs.
 * @typedef {{ native: string, user: ServiceUser | null, dataDir: string, socketDir: string }} PostgresHome
 */

/**
 * Finds or makes the places for the cluster that is wanted at `wantedDir`.
 * @param {string} wantedDir
 * @param {(line: string) => void} log
 * @returns {PostgresHome}
 */
export function preparePostgresHome(wantedDir, log) {
  ensureDataFolder(path.dirname(wantedDir))
  const user = serviceUser(wantedDir)
  const { native, major } = findBinaries(user)
  const dataDir = user ? reachableDataDir(wantedDir, user) : wantedDir
  if (dataDir !== wantedDir) log(`The database is kept in ${dataDir}, where user ${user?.name} can reach it`)
  if (user) ownCluster(dataDir, user)
  requireSameMajor(dataDir, major)
  return { native, user, dataDir, socketDir: process.platform === 'win32' ? '' : ensureSocketDir(dataDir, user) }
}

/** @param {string} dataDir */
export function hasCluster(dataDir) {
  return existsSync(path.join(dataDir, 'PG_VERSION'))
}

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of the cluster that is there; else as the system's
 * account for it, which is made where there is none; else as nobody.
 * @param {string} dataDir
 * @returns {ServiceUser | null} null: as ourselves
 */
function serviceUser(dataDir) {
  if (process.getuid?.() !== 0) return null
  if (hasCluster(dataDir)) {
    const { uid, gid } = lstatSync(dataDir)
    if (uid !== 0) return { uid, gid, name: `number ${uid}` }
  }
  const existing = lookUpUser('postgres')
  if (existing) return existing
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  const user = lookUpUser('postgres') ?? lookUpUser('nobody')
  if (user) return user
  throw new PlainError(
    'PostgreSQL refuses to run as root and this system has no other user: start Plenary as an ordinary user, or set DATABASE_URL.',
  )
}

/**
 * @param {string} name
 * @returns {ServiceUser | null}
 */
function lookUpUser(name) {
  const { status, stdout } = spawnSync('id', [name], { encoding: 'utf8' })
  const [, uid, gid] = (status === 0 && stdout.match(/uid=(\d+).*?gid=(\d+)/)) || []
  return uid && gid ? { uid: Number(uid), gid: Number(gid), name } : null
}

/**
 * The wanted folder, or a substitute that the user can enter. A cluster that exists is never left behind for an
 * empty one, even when permissions have changed since, or the project was moved.
 * @param {string} wantedDir
 * @param {ServiceUser} user
 */
function reachableDataDir(wantedDir, user) {
  const parent = path.dirname(wantedDir)
  const substitute = path.join(sharedRoot, 'data', shortHash(realPath(wantedDir)))
  if (hasCluster(wantedDir)) {
    if (canEnter(parent, user)) return wantedDir
    throw new PlainError(
      `User ${user.name} cannot enter ${parent}, where the database is: let others pass through the folders above it (chmod o+x).`,
    )
  }
  const note = `${wantedDir}.location`
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : substitute
  if (noted !== substitute && hasCluster(noted)) {
    throw new PlainError(
      `This folder was moved or copied, and its database is still in ${noted}: move that to ${substitute}, or remove ${note} to begin with an empty archive.`,
    )
  }
  if (!hasCluster(substitute) && canEnter(parent, user)) return wantedDir
  makePassable(path.dirname(substitute))
  writeFileSync(note, `${substitute}\n`)
  return substitute
}

/**
 * @param {string} folder
 * @param {ServiceUser} user
 */
function canEnter(folder, user) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...idsOf(user), cwd: '/' }).status === 0
}

/**
 * A cluster that root restored from a copy belongs to root, and its server could not read it.
 * @param {string} dataDir
 * @param {ServiceUser} user
 */
function ownCluster(dataDir, user) {
  if (!hasCluster(dataDir) || lstatSync(dataDir).uid === user.uid) return
  chownSync(dataDir, user.uid, user.gid)
  chmodSync(dataDir, 0o700)
  for (const entry of readdirSync(dataDir, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chownSync(path.join(entry.parentPath, entry.name), user.uid, user.gid)
  }
}

/**
 * @param {string} dataDir
 * @param {string} major
 */
function requireSameMajor(dataDir, major) {
  if (!hasCluster(dataDir)) return
  const had = readFileSync(path.join(dataDir, 'PG_VERSION'), 'utf8').trim()
  if (had === major) return
  throw new PlainError(
    `The database in ${dataDir} was made by PostgreSQL ${had} and this Plenary brings ${major}: start it with the version of Plenary that made it, and take the data out there first.`,
  )
}

/**
 * A folder for the server's socket. A socket's path may have about a hundred characters, too few for a folder deep
 * in somebody's home, so it stands in /tmp, closed to everybody else, under a name of its own for every cluster.
 * @param {string} dataDir
 * @param {ServiceUser | null} user
 */
function ensureSocketDir(dataDir, user) {
  const owner = user?.uid ?? process.getuid?.() ?? 0
  const name = `plenary-${shortHash(realPath(dataDir))}`
  const socketDir = path.join(canWriteTo('/tmp') ? '/tmp' : os.tmpdir(), name)
  mkdirSync(socketDir, { recursive: true, mode: 0o700 })
  const found = lstatSync(socketDir)
  // Anybody may make a folder of this name in /tmp: never trust one that is not ours.
  if (!found.isDirectory() || (found.uid !== owner && found.uid !== process.getuid?.())) {
    throw new PlainError(`${socketDir} belongs to somebody else; remove it and start again.`)
  }
  chmodSync(socketDir, 0o700)
  if (user) chownSync(socketDir, user.uid, user.gid)
  return socketDir
}

/** @param {string} folder */
function canWriteTo(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The same folder by whichever way it is reached; it need not exist yet.
 * @param {string} folder
 */
function realPath(folder) {
  return path.join(realpathSync(path.dirname(folder)), path.basename(folder))
}

/** @param {string} text */
function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
