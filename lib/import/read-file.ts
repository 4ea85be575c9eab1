import { stat } from 'node:fs/promises'
import { knownZone } from './file-times'
import type { FileEvent, FileFormat } from './programme-file'
import { UnreadableFile } from './programme-file'
import { readJson } from './read-json'
import { readIndico } from './readers/indico'
import { readPretalxApi } from './readers/pretalx-api'
import { readScheduleJson } from './readers/schedule-json'
import { readScheduleXml } from './readers/schedule-xml'
import { readSessionize } from './readers/sessionize'
import { type Limits, limits, Reading } from './reading'
import { recogniseStart, startOf } from './recognise'
import { recogniseJson } from './recognise-json'

export type NamedFile = { path: string; name: string }
/** A file on disk; for pyvideo also a folder, or several files that were uploaded with their names. */
export type ProgrammeInput = string | NamedFile[]

export type ReadOptions = {
  /** Said by the user; without it the content tells. */
  format?: FileFormat
  /** IANA name of the zone of times that do not say theirs. */
  timeZone?: string
  limits?: Partial<Limits>
}

/**
 * Reads a programme's file, whatever its format: a head, then sessions and people as they stand in the file, and notices.
 * Throws `UnreadableFile` when it cannot be read, perhaps after it has yielded much: nothing may be written before the end.
 */
export async function* readProgrammeFile(input: ProgrammeInput, options: ReadOptions = {}): AsyncGenerator<FileEvent> {
  const timeZone = options.timeZone ? knownZone(options.timeZone) : null
  if (options.timeZone && !timeZone) throw new UnreadableFile('unknownZone', {}, { zone: options.timeZone })
  const reading = new Reading({ ...limits, ...options.limits }, timeZone)
  const file = await oneFile(input)
  await checkSize(file, reading.limits.bytes)
  const found = options.format ?? recogniseStart(await startOf(file))
  if (found === 'schedule-xml') yield* readScheduleXml(file, reading)
  else {
    await checkSize(file, reading.limits.wholeBytes)
    yield* readJsonFormat(file, reading, options.format)
  }
  yield* reading.take()
}

const jsonReaders: { [F in FileFormat]?: (value: unknown, reading: Reading) => Generator<FileEvent> } = {
  'schedule-json': readScheduleJson,
  'pretalx-api': readPretalxApi,
  sessionize: readSessionize,
  indico: readIndico,
}

async function* readJsonFormat(file: string, reading: Reading, said?: FileFormat): AsyncGenerator<FileEvent> {
  const value = await readJson(file, reading)
  const format = said ?? recogniseJson(value)
  const read = format && jsonReaders[format]
  if (read) yield* read(value, reading)
  else throw new UnreadableFile(format ? 'notReadHere' : 'otherJson', {}, { format: format ?? '' })
}

async function checkSize(file: string, most: number): Promise<void> {
  const { size } = await stat(file)
  if (size > most) throw new UnreadableFile('tooLarge', {}, { most: String(Math.floor(most / 1024 / 1024)) })
}

async function oneFile(input: ProgrammeInput): Promise<string> {
  if (typeof input === 'string') return input
  if (input.length !== 1 || !input[0]) throw new UnreadableFile('severalFiles')
  return input[0].path
}
