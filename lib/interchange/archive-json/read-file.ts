import { z } from 'zod'
import {
  FILE_VERSION,
  fileCounts,
  fileHead,
  fileOrder,
  type MediaLine,
  mediaLine,
  type RecordLine,
  recordLine,
} from './record-line'

/** Why a file cannot be read, in one sentence for whoever gave it. */
export class UnreadableArchive extends Error {
  override name = 'UnreadableArchive'
}

const at = (line: number, what: string) => new UnreadableArchive(`Line ${line} of the file ${what}`)

export type FilePart = { line: number } & ({ kind: 'media'; media: MediaLine } | { kind: 'record'; record: RecordLine })

/** A line may be as long as a record with all its versions. */
const LONGEST_LINE = 256 * 1024 * 1024

/** The lines of a file in UTF-8. Throws `UnreadableArchive`. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let left = ''
  let count = 0
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw at(count + 1, 'is not in UTF-8: it is damaged, or not an archive that Plenary wrote.')
    }
  }
  for await (const chunk of chunks) {
    const parts = `${left}${decode(chunk)}`.split('\n')
    left = parts.pop() ?? ''
    for (const line of parts) {
      count++
      yield line
    }
    if (left.length > LONGEST_LINE) throw at(count + 1, 'is too long: this is not an archive that Plenary wrote.')
  }
  left += decode()
  if (left) yield left
}

/**
 * What stands in a file of an archive, in its order, each checked for its form. That nothing is missing is known only
 * at its end. Throws `UnreadableArchive` with the place and the reason.
 */
export async function* readParts(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<FilePart> {
  let line = 0
  let within: 'head' | 'media' | 'between' | 'records' | 'counts' | 'end' = 'head'
  const found: Record<string, number> = Object.fromEntries(fileOrder.map((noun) => [noun, 0]))
  for await (const text of lines) {
    line++
    if (within === 'head') {
      readHead(text)
      within = 'media'
    } else if (within === 'media' && text === '"media":[' && line === 2) continue
    else if (within === 'media' && text === '],') within = 'between'
    else if (within === 'between' && text === '"records":[') within = 'records'
    else if (within === 'records' && text === '],') within = 'counts'
    else if (within === 'media' && line > 2) yield { line, kind: 'media', media: parsed(mediaLine, text, line) }
    else if (within === 'records') {
      const record = parsed(recordLine, text, line)
      found[record.noun] = (found[record.noun] ?? 0) + 1
      yield { line, kind: 'record', record }
    } else if (within === 'counts' && text.startsWith('"counts":') && text.endsWith('}')) {
      const counts = parsed(fileCounts, text.slice('"counts":'.length, -1), line)
      for (const noun of fileOrder)
        if ((counts[noun] ?? 0) !== found[noun])
          throw at(line, `counts ${counts[noun] ?? 0} of ${noun}, but ${found[noun]} stand above: records are missing.`)
      within = 'end'
    } else
      throw at(line, 'is not what an archive that Plenary wrote has there: the file is damaged or was laid out anew.')
  }
  if (within === 'head') throw new UnreadableArchive('The file is empty.')
  if (within !== 'end') throw new UnreadableArchive(`The file ends after line ${line}, in the middle: it was cut off.`)
}

function readHead(text: string) {
  const foreign = new UnreadableArchive('This is not an archive that Plenary wrote: its first line does not say so.')
  const [, head = ''] = /^\{"plenary":(\{.*\}),$/.exec(text) ?? []
  if (!head) throw foreign
  const stated = z.object({ version: z.number() }).safeParse(asJson(head))
  if (!stated.success) throw foreign
  if (stated.data.version !== FILE_VERSION)
    throw new UnreadableArchive(
      `The file has version ${stated.data.version} of the layout; this program reads version ${FILE_VERSION}.`,
    )
  parsed(fileHead, head, 1)
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parsed<T>(schema: z.ZodType<T>, text: string, line: number): T {
  const json = asJson(text.replace(/,$/, ''))
  if (json === undefined) throw at(line, 'is not whole JSON: the file is damaged or was cut off.')
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.length ? ` at ${issue.path.join('.')}` : ''
  throw at(line, `does not hold what it should${where}: ${issue?.message ?? 'it is damaged'}.`)
}
