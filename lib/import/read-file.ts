import { stat } from 'node:fs/promises'
import { knownZone, readDate } from './file-times'
import type { FileEvent, FileFormat } from './programme-file'
import { UnreadableFile } from './programme-file'
import { readJson } from './read-json'
import { readICalendar } from './readers/icalendar'
import { readIndico } from './readers/indico'
import { readOpass } from './readers/opass'
import { readPlenary } from './readers/plenary'
import { readPretalxApi } from './readers/pretalx-api'
import { filesOfFolder, readPyvideo } from './readers/pyvideo'
import { readScheduleJson } from './readers/schedule-json'
import { readScheduleXml } from './readers/schedule-xml'
import { readSessionize } from './readers/sessionize'
import { readTableFile, startOfTable } from './readers/table'
import { type Limits, limits, Reading } from './reading'
import { recogniseStart, startOf } from './recognise'
import { recogniseJson } from './recognise-json'
import type { TableMapping } from './table/columns'
import { csvRows, excelRows, sheetsOf } from './table/rows'

export type NamedFile = { path: string; name: string }
/** A file on disk; for pyvideo also a folder, or several files that were uploaded with their names. */
export type ProgrammeInput = string | NamedFile[]

export type ReadOptions = {
  /** Said by the user; without it the content tells. */
  format?: FileFormat
  /** IANA name of the zone of times that do not say theirs. */
  timeZone?: string
  /** Of a table; without it the headings tell. */
  mapping?: TableMapping
  /** First day of the programme (`YYYY-MM-DD`), for tables whose days have no date ("Friday", "Day 2"). */
  firstDay?: string
  limits?: Partial<Limits>
}

const jsonReaders: { [F in FileFormat]?: (value: unknown, reading: Reading) => Generator<FileEvent> } = {
  'schedule-json': readScheduleJson,
  'pretalx-api': readPretalxApi,
  sessionize: readSessionize,
  opass: readOpass,
  indico: readIndico,
}

/**
 * Reads a programme's file, whatever its format: a head, then sessions and people as they stand in the file, and notices.
 * Throws `UnreadableFile` when it cannot be read, perhaps after it has yielded much: nothing may be written before the end.
 */
export async function* readProgrammeFile(input: ProgrammeInput, options: ReadOptions = {}): AsyncGenerator<FileEvent> {
  const timeZone = options.timeZone ? knownZone(options.timeZone) : null
  if (options.timeZone && !timeZone) throw new UnreadableFile('unknownZone', {}, { zone: options.timeZone })
  const reading = new Reading({ ...limits, ...options.limits }, timeZone)
  yield* headFirst(readInput(input, options, reading))
  reading.countNotices()
  yield* reading.take()
}

/** What a reader notices before it knows the head comes right after it. */
async function* headFirst(events: AsyncGenerator<FileEvent>): AsyncGenerator<FileEvent> {
  const before: FileEvent[] = []
  let hasHead = false
  for await (const event of events) {
    if (!hasHead && event.kind !== 'head') before.push(event)
    else yield event
    if (!hasHead && event.kind === 'head') {
      hasHead = true
      yield* before.splice(0)
    }
  }
}

async function* readInput(input: ProgrammeInput, options: ReadOptions, reading: Reading): AsyncGenerator<FileEvent> {
  if (typeof input !== 'string' && input.length !== 1) {
    if (!input.length || (options.format && options.format !== 'pyvideo')) throw new UnreadableFile('severalFiles')
    return yield* readPyvideo(input, reading)
  }
  const file = typeof input === 'string' ? input : (input[0]?.path ?? '')
  if ((await stat(file)).isDirectory()) return yield* readPyvideo(await filesOfFolder(file, reading), reading)
  await checkSize(file, reading.limits.bytes)
  const found = options.format ?? recogniseStart(await startOf(file))
  if (found === 'schedule-xml') return yield* readScheduleXml(file, reading)
  if (found === 'icalendar') return yield* readICalendar(file, reading)
  if (found === 'plenary') return yield* readPlenary(file, reading)
  const firstDay = readDate(options.firstDay)
  if (found === 'csv') return yield* readTableFile(file, { format: found, mapping: options.mapping, firstDay }, reading)
  await checkSize(file, reading.limits.wholeBytes)
  if (found === 'excel')
    return yield* readTableFile(file, { format: found, mapping: options.mapping, firstDay }, reading)
  const value = await readJson(file, reading)
  const format = options.format ?? recogniseJson(value)
  const read = format && jsonReaders[format]
  if (read) return yield* read(value, reading)
  if (format === 'pyvideo')
    return yield* readPyvideo(typeof input === 'string' ? [{ path: file, name: 'upload.json' }] : input, reading)
  throw new UnreadableFile(format ? 'notReadHere' : 'otherJson', {}, { format: format ?? '' })
}

/** The format of a file by its content; throws `UnreadableFile` for one that is none. */
export async function recogniseFile(input: ProgrammeInput): Promise<FileFormat> {
  if (typeof input !== 'string' && input.length !== 1) return 'pyvideo'
  const file = typeof input === 'string' ? input : (input[0]?.path ?? '')
  if ((await stat(file)).isDirectory()) return 'pyvideo'
  const found = recogniseStart(await startOf(file))
  if (found !== 'json') return found
  await checkSize(file, limits.wholeBytes)
  const format = recogniseJson(await readJson(file, new Reading(limits, null)))
  if (!format) throw new UnreadableFile('otherJson')
  return format
}

/** What somebody needs to say which column is what: the headings, some rows, and what was guessed (or is kept). */
export async function lookAtTable(file: string, kept?: TableMapping) {
  const reading = new Reading(limits, null)
  const format = recogniseStart(await startOf(file))
  if (format !== 'csv' && format !== 'excel') throw new UnreadableFile('notTable')
  await checkSize(file, format === 'csv' ? limits.bytes : limits.wholeBytes)
  const sheets = format === 'excel' ? await sheetsOf(file, reading) : []
  const rows = format === 'csv' ? csvRows(file, reading) : excelRows(file, kept?.sheet, reading)
  try {
    const { headings, rows: first, mapping } = await startOfTable(rows, kept)
    return {
      format,
      sheets,
      headings,
      rows: first.slice(0, 5).map(({ cells }) => cells.map((cell) => cell.slice(0, 200))),
      mapping,
    }
  } finally {
    await rows.return(undefined)
  }
}

async function checkSize(file: string, most: number): Promise<void> {
  const { size } = await stat(file)
  if (size > most) throw new UnreadableFile('tooLarge', {}, { most: String(Math.floor(most / 1024 / 1024)) })
}
