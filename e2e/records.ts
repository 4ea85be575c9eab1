import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

const PROJECT = path.resolve(import.meta.dirname, '..')

/** What a journey wants done with records, by the desk's own functions: names of what was made stand for their ids. */
export type RecordStep =
  | { do: 'create'; as: string; noun: string; raw: object; by: string }
  | { do: 'save'; as: string; raw: object; by: string; noun?: string }
  | { do: 'publish'; as: string; by: string }
  | { do: 'withdraw'; as: string; by: string; reasons: Record<string, string> }
  | { do: 'schedule'; as: string; by: string; at: string }

export type MadeRecord = { id: string; lock: number; version: number; publicId: string | null }

/**
 * Takes steps with records in a process of its own, as the desk would, and tells what they are then. A step names a
 * record by what `create` called it, or by its id; in a raw content `"$name"` stands for its id.
 */
export async function writeRecords(databaseUrl: string, steps: RecordStep[]): Promise<Record<string, MadeRecord>> {
  const writer = writers.get(databaseUrl) ?? startWriter(databaseUrl)
  writers.set(databaseUrl, writer)
  return await writer(steps)
}

/** Loading the desk takes seconds: one writer of a database does for all journeys of a worker. */
const writers = new Map<string, ReturnType<typeof startWriter>>()

function startWriter(databaseUrl: string) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', path.join(import.meta.dirname, 'write-records.ts')],
    {
      cwd: PROJECT,
      env: { ...process.env, DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: 'a secret of the journeys, long enough' },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  /** The next line after a mark, as something may have been logged before. */
  async function answer(): Promise<Record<string, MadeRecord>> {
    for (;;) {
      const { done, value } = await lines.next()
      if (done) throw new Error(`The records could not be written:\n${said}`)
      if (value.startsWith('\u0001')) return JSON.parse(value.slice(1))
    }
  }
  let before: Promise<unknown> = Promise.resolve()
  return (steps: RecordStep[]) => {
    const mine = before.then(() => {
      child.stdin.write(`${JSON.stringify(steps)}\n`)
      return answer()
    })
    before = mine.catch(() => writers.delete(databaseUrl))
    return mine
  }
}
