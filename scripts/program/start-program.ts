import { spawn } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'

/** Runs the start program as npm does, with nothing of our environment that would tell it what to do. */
export function runStart(env: Record<string, string>) {
  const { NODE_ENV, DATABASE_URL, PORT, HOST, PLENARY_URL, PLENARY_DATA, NEXTAUTH_SECRET, DEBUG, ...ours } = process.env
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../start.mjs')], {
    env: { ...ours, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let hasEnded = false
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      tell()
    })
  }
  const exit = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => {
      hasEnded = true
      tell()
      resolve({ code, output })
    }),
  )
  return {
    pid: child.pid ?? 0,
    /** How it ended, with all it printed. */
    exit,
    kill: (signal: NodeJS.Signals) => {
      child.kill(signal)
      return exit
    },
    /** Waits until it has printed something. */
    until: (pattern: RegExp) =>
      new Promise<RegExpMatchArray>((resolve, reject) => {
        const look = () => {
          const match = output.match(pattern)
          if (!match && !hasEnded) return
          listeners.delete(look)
          if (match) resolve(match)
          else reject(new Error(`it ended without ${pattern}:\n${output}`))
        }
        listeners.add(look)
        look()
      }),
  }
}

/** A port on which something listens until it is closed. */
export async function listenSomewhere(onConnection: (socket: net.Socket) => void = (socket) => socket.destroy()) {
  const server = net.createServer(onConnection)
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as net.AddressInfo
  return { port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/** A port on which nothing listens. */
export async function freePort() {
  const { port, close } = await listenSomewhere()
  await close()
  return port
}
