// npm test: everything that must hold before a change may land, on a machine with nothing but Node and `npm ci`.
// Ends with one line, "N passed, N failed", and a non-zero exit when anything failed or nothing was tested.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildIfNeeded } from './build.mjs'
import { PlainError, runMain } from './program/plain-error.mjs'
import { generateClientIfNeeded } from './program/prisma-client.mjs'
import { runNode } from './program/run-node.mjs'

const bin = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  next: 'node_modules/next/dist/bin/next',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
}
const quietly = { CI: '1', NEXT_TELEMETRY_DISABLED: '1' }

/** @typedef {{ passed: number, failed: number }} Count */

await runMain(async () => {
  const reports = mkdtempSync(path.join(os.tmpdir(), 'plenary-test-'))
  /** @type {Count} */
  const sum = { passed: 0, failed: 0 }
  /** @param {Count} count */
  const add = ({ passed, failed }) => {
    sum.passed += passed
    sum.failed += failed
  }
  try {
    await generateClientIfNeeded({ log: console.log })
    add(await check('Formatting and lint', [bin.biome, 'check', '--error-on-warnings']))
    add(await check('Types of routes', [bin.next, 'typegen']))
    const types = await check('Types', [bin.tsc, '--noEmit', '--incremental', 'false'])
    add(types)
    // next.config.ts: whoever builds from here on, some unit test or this program, need not check them again.
    if (types.passed) process.env.PLENARY_TYPES_CHECKED = '1'
    add(await unitTests(path.join(reports, 'unit.json')))
    console.log('\n— Production build')
    await buildIfNeeded()
    add({ passed: 1, failed: 0 })
    add(await journeys(path.join(reports, 'journeys.json')))
  } finally {
    rmSync(reports, { recursive: true, force: true })
    console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
  }
  if (sum.failed > 0) process.exitCode = 1
})

/**
 * A step that holds or does not.
 * @param {string} label
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function check(label, args) {
  console.log(`\n— ${label}`)
  const { code } = await runNode(args, { env: quietly })
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** @param {string} report @returns {Promise<Count>} */
async function unitTests(report) {
  console.log('\n— Unit tests and tests against Postgres')
  await runNode([bin.vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    env: { ...quietly, NODE_ENV: 'test' },
  })
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = readReport(report)
  // A file that cannot be loaded fails without a failed test of its own.
  const failed = numFailedTests || (success ? 0 : numFailedTestSuites || 1)
  return { passed: numPassedTests, failed }
}

/** @param {string} report @returns {Promise<Count>} */
async function journeys(report) {
  console.log('\n— Journeys in the browser')
  const { code } = await runNode([bin.playwright, 'test'], { env: { ...quietly, E2E_JSON: report } })
  const { expected, unexpected, flaky } = readReport(report).stats
  return { passed: expected, failed: unexpected + flaky || (code === 0 ? 0 : 1) }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new PlainError('A part of the tests ended without a report; what went wrong is said above.', { cause: error })
  }
}
