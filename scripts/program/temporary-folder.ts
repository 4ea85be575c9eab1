import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that PostgreSQL's own user may pass through when the tests run as root. */
export function makeTemporaryFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'plenary-test-'))
  chmodSync(folder, 0o711)
  return folder
}

/** The same, removed when the test that asked for it is over. */
export function temporaryFolder() {
  const folder = makeTemporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
