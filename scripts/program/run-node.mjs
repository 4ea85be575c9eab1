import { spawn } from 'node:child_process'
import { projectDir } from './data-folder.mjs'
import { tether } from './processes.mjs'

/**
 * Runs a Node program of the project. It ends when `signal` says so, and when this process is gone.
 * @param {string[]} args
 * @param {object} [options]
 * @param {Record<string, string | undefined>} [options.env] added to ours; undefined removes a variable
 * @param {AbortSignal} [options.signal]
 * @param {boolean} [options.quiet] keeps what it prints instead of passing it on
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function runNode(args, { env = {}, signal, quiet = false } = {}) {
  signal?.throwIfAborted()
  const hasGroups = process.platform !== 'win32'
  const child = spawn(process.execPath, args, {
    cwd: projectDir,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    // A group of its own: it may have children (`next build` does), and all of them are to end together.
    detached: hasGroups,
  })
  const target = hasGroups ? -Number(child.pid) : Number(child.pid)
  const untie = child.pid ? tether(target, 'TERM') : () => {}
  const stop = () => {
    try {
      process.kill(target, 'SIGTERM')
    } catch {
      // Gone already.
    }
  }
  signal?.addEventListener('abort', stop)
  try {
    const output = collect(child)
    /** @type {number | null} */
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
    signal?.throwIfAborted()
    return { code, output: output() }
  } finally {
    signal?.removeEventListener('abort', stop)
    untie()
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function collect(child) {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      text += chunk
    })
  }
  return () => text
}

/**
 * Tells how long something takes: in one line that counts at a terminal, else in a line every ten seconds.
 * @template T
 * @param {string} label
 * @param {(line: string) => void} log
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(label, log, work) {
  const begun = performance.now()
  const elapsed = () => `${label}: ${Math.round((performance.now() - begun) / 1000)} s`
  const isTerminal = process.stdout.isTTY
  const tell = isTerminal ? () => process.stdout.write(`\r${elapsed()}`) : () => log(elapsed())
  if (!isTerminal) log(label)
  const timer = setInterval(tell, isTerminal ? 1000 : 10_000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    tell()
    if (isTerminal) process.stdout.write('\n')
  }
}
