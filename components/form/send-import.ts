/** How far it is: what has been sent, then what has been read of the file and compared with the archive. */
export type ImportStep = { step: 'send' | 'read' | 'compare' | 'write' | 'index'; done: number; of: number | null }

export type ImportOutcome =
  | { kind: 'rehearsed'; at: string }
  /** Refused, for a reason in words. */
  | { kind: 'refused'; text: string }
  | { kind: 'signedOut' | 'failed' | 'stopped' }

type Line = Partial<ImportStep> & { at?: string; problem?: string | null }

/** Sends a form with files; `fetch` cannot tell how much has gone. The answer comes as lines of JSON. */
export function sendImport(
  action: string,
  body: FormData,
  { onStep, signal }: { onStep: (step: ImportStep) => void; signal: AbortSignal },
): Promise<ImportOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    let read = 0
    let last: Line = {}
    const readLines = () => {
      const end = request.responseText.lastIndexOf('\n')
      if (end < read) return
      const lines = request.responseText.slice(read, end).split('\n')
      read = end + 1
      last = JSON.parse(lines.at(-1) ?? '{}') as Line
      if (last.step) onStep({ step: last.step, done: last.done ?? 0, of: last.of ?? null })
    }
    request.open('POST', action)
    request.setRequestHeader('accept', 'application/x-ndjson')
    request.upload.onprogress = ({ loaded, total }) => onStep({ step: 'send', done: loaded, of: total || null })
    request.upload.onload = () => onStep({ step: 'read', done: 0, of: null })
    request.onprogress = () => request.status === 200 && readLines()
    request.onerror = () => resolve({ kind: 'failed' })
    request.onabort = () => resolve({ kind: 'stopped' })
    request.onload = () => {
      if (request.status === 401) return resolve({ kind: 'signedOut' })
      if (request.status !== 200) return resolve({ kind: 'failed' })
      readLines()
      if (last.at) resolve({ kind: 'rehearsed', at: last.at })
      else resolve(last.problem ? { kind: 'refused', text: last.problem } : { kind: 'failed' })
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}
