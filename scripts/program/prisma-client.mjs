import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectDir } from './data-folder.mjs'
import { PlainError } from './plain-error.mjs'
import { runNode } from './run-node.mjs'

const clientDir = path.join(projectDir, 'prisma/client')
const stamp = path.join(clientDir, 'generated-from.txt')

/**
 * Generates Prisma's client where it is missing or was made from another schema or by another Prisma.
 * @param {{ log?: (line: string) => void, signal?: AbortSignal }} [options]
 */
export async function generateClientIfNeeded({ log = () => {}, signal } = {}) {
  const wanted = fingerprint()
  if (existsSync(path.join(clientDir, 'client.ts')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted)
    return
  log('Generating the database client')
  const { code, output } = await runNode(['node_modules/prisma/build/index.js', 'generate'], {
    env: { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    signal,
    quiet: true,
  })
  if (code !== 0) throw new PlainError(`Prisma could not generate the database client:\n${output.trim()}`)
  writeFileSync(stamp, wanted)
}

function fingerprint() {
  const { version } = JSON.parse(readFileSync(path.join(projectDir, 'node_modules/prisma/package.json'), 'utf8'))
  const schema = readFileSync(path.join(projectDir, 'prisma/schema.prisma'))
  return createHash('sha256').update(version).update(schema).digest('hex')
}
