import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code

/**
 * Creates a file with its whole content, or leaves the one that is there: nobody ever sees half of it, and of
 * several programs that try at once exactly one succeeds.
 * @param {string} file
 * @param {string} content
 * @param {number} [mode]
 * @returns {boolean} whether this call created it
 */
export function createFile(file, content, mode = 0o644) {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    writeThrough(draft, content, mode)
    linkSync(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // File systems without hard links (exFAT, some network and container mounts).
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error) ?? '')) {
      return createDirectly(file, content, mode)
    }
    // The draft's name would tell nobody anything.
    throw Object.assign(/** @type {Error} */ (error), { path: path.dirname(file) })
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * @param {string} file
 * @param {string} content
 * @param {number} mode
 */
function createDirectly(file, content, mode) {
  try {
    writeFileSync(file, content, { mode, flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/**
 * @param {string} file
 * @param {string} content
 * @param {number} mode
 */
function writeThrough(file, content, mode) {
  const handle = openSync(file, 'wx', mode)
  try {
    writeSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
