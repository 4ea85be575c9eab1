import { spawn } from 'node:child_process'
import path from 'node:path'

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
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', path.join(import.meta.dirname, 'write-records.ts')],
    {
      cwd: PROJECT,
      env: { ...process.env, DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: 'a secret of the journeys, long enough' },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
  child.stdin.end(JSON.stringify(steps))
  let [out, said] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`The records could not be written:\n${said}`)
  return JSON.parse(out.slice(out.indexOf('\u0001') + 1))
}
