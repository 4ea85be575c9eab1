import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createFile } from './atomic-file.mjs'

/**
 * The secret that signs sign-in cookies: made once and kept in the data folder.
 * @param {string} folder
 */
export function readAuthSecret(folder) {
  const file = path.join(folder, 'auth-secret')
  createFile(file, randomBytes(32).toString('base64url'), 0o600)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= 32) return secret
  // Cut short by a full disk or a power failure.
  rmSync(file)
  return readAuthSecret(folder)
}
