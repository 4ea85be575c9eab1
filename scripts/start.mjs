// npm start, and with --dev npm run dev: one command from a fresh checkout to a site that answers.
// Only what every Node understands and has may be imported here: the first thing it does is to see which one it is.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describeFailure, PlainError } from './program/plain-error.mjs'

const stopping = new AbortController()
/** @type {(() => void | Promise<void>)[]} */
const undo = []
let firstSignalAt = 0

// Whoever read our lines has gone; that is no reason to stop serving.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop)

watchShell()

const finished = start().catch((error) => {
  // A step that was broken off because we are to stop has not failed.
  if (stopping.signal.aborted) return
  console.error(describeFailure(error))
  process.exitCode = 1
  return close()
})

async function start() {
  requireNode()
  const { launch } = await import('./program/launch.mjs')
  const dev = process.argv.includes('--dev')
  await launch({ dev, signal: stopping.signal, onClose: (step) => undo.push(step), log: console.log })
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new PlainError(
      `This is Node.js ${process.versions.node}; Plenary needs 20.19 or newer: install it from https://nodejs.org.`,
    )
  }
  if (!existsSync(path.join(import.meta.dirname, '../node_modules/pg'))) {
    throw new PlainError('The packages Plenary needs are not installed: run npm ci first.')
  }
}

/** npm hands SIGTERM to the shell between us, which goes without passing it on: its end is our signal. */
function watchShell() {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    stop()
  }, 500)
  timer.unref()
}

async function stop() {
  if (firstSignalAt) {
    // npm passes Ctrl-C on although the terminal has sent it to us already: that is one wish, not two.
    if (Date.now() - firstSignalAt > 500) process.exit(1)
    return
  }
  firstSignalAt = Date.now()
  console.log('Stopping')
  stopping.abort()
  await finished
  await close()
}

/** Undoes what was started, last things first, and ends the program whatever Next left open. */
async function close() {
  for (const step of undo.splice(0).reverse()) {
    try {
      await step()
    } catch (error) {
      console.error(describeFailure(error))
      process.exitCode = 1
    }
  }
  process.exit()
}
