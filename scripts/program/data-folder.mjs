import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

export const projectDir = path.resolve(import.meta.dirname, '../..')

/**
 * Where everything lives that an installation owns and the program does not bring: `.data`, or PLENARY_DATA.
 * @param {string} [project]
 */
export function dataFolder(project = projectDir) {
  return path.resolve(project, process.env.PLENARY_DATA || '.data')
}

/**
 * Makes the data folder. Others may pass through it (PostgreSQL runs as a user of its own when we are root) but
 * not list it; what is secret in it has its own permissions.
 * @param {string} [folder]
 */
export function ensureDataFolder(folder = dataFolder()) {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o711)
  }
  return folder
}
