// npm run build, and what `npm start` does when there is no build of the sources as they are now.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { projectDir } from './program/data-folder.mjs'
import { asPlainError, PlainError, runMain } from './program/plain-error.mjs'
import { generateClientIfNeeded } from './program/prisma-client.mjs'
import { claim } from './program/run-file.mjs'
import { runNode, withProgress } from './program/run-node.mjs'

/** Everything a build is made of. What is absent counts too: a proxy.ts may come. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

const stamp = path.join(projectDir, '.next/plenary-build.json')

/**
 * @typedef {object} BuildOptions
 * @property {(line: string) => void} [log]
 * @property {AbortSignal} [signal]
 */

/**
 * Builds unless the build that is there was made from exactly these sources.
 * @param {BuildOptions} [options]
 * @returns {Promise<boolean>} whether it built
 */
export async function buildIfNeeded({ log = console.log, signal } = {}) {
  if (isCurrent()) return false
  return await inTurn(log, signal, async () => {
    if (isCurrent()) return false
    await withProgress('Building the site', log, () => build({ signal, quiet: true }))
    return true
  })
}

/** Whether the build was made from the sources as they are now. */
export function isCurrent() {
  try {
    const { sourceHash, buildId } = JSON.parse(readFileSync(stamp, 'utf8'))
    // A build made by hand has another id, one that was broken off has none.
    return buildId === readBuildId() && sourceHash === hashSources()
  } catch {
    return false
  }
}

/** @param {{ signal?: AbortSignal, quiet?: boolean }} options */
async function build({ signal, quiet = false }) {
  await generateClientIfNeeded({ signal })
  rmSync(stamp, { force: true })
  // Taken before: what is edited meanwhile is not surely in this build.
  const sourceHash = hashSources()
  const { code, output } = await runNode(['node_modules/next/dist/bin/next', 'build'], {
    // Nothing of the database goes into a build.
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: undefined },
    signal,
    quiet,
  })
  if (code !== 0) {
    throw asPlainError(new Error(output)) ?? new PlainError(`${output.trim()}\nThe site could not be built.`.trim())
  }
  writeFileSync(stamp, JSON.stringify({ sourceHash, buildId: readBuildId() }))
}

function readBuildId() {
  return readFileSync(path.join(projectDir, '.next/BUILD_ID'), 'utf8')
}

/**
 * Lets one build of this folder run at a time; who waited finds it done.
 * @template T
 * @param {(line: string) => void} log
 * @param {AbortSignal | undefined} signal
 * @param {() => Promise<T>} work
 */
async function inTurn(log, signal, work) {
  const folder = path.join(projectDir, 'node_modules/.cache')
  mkdirSync(folder, { recursive: true })
  for (let isFirst = true; ; isFirst = false) {
    const { release, holder } = await claim(path.join(folder, 'plenary-build.json'))
    if (release) {
      try {
        return await work()
      } finally {
        release()
      }
    }
    if (isFirst) log(`Waiting for another build (process ${holder?.pid})`)
    await sleep(250, undefined, { signal })
  }
}

/** One hash over the contents of all sources, and over what Next puts into a build from the environment. */
export function hashSources() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(listFiles))
    hash.update(`${file}\0`).update(readFileSync(path.join(projectDir, file)))
  const inlined = Object.keys(process.env).filter((name) => name.startsWith('NEXT_PUBLIC_'))
  for (const name of inlined.sort()) hash.update(`${name}=${process.env[name]}\0`)
  return hash.digest('hex')
}

/**
 * @param {string} source relative to the project
 * @returns {string[]}
 */
function listFiles(source) {
  const full = path.join(projectDir, source)
  if (!existsSync(full)) return []
  if (path.extname(source)) return [source]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectDir, path.join(entry.parentPath, entry.name)))
    .sort()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(() => inTurn(console.log, undefined, () => build({})))
}
