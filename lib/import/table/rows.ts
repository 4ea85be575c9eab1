import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { readSheet, default as readWorkbook } from 'read-excel-file/universal'
import { bytesOf, findEncoding, textOf } from '../decode'
import type { FilePlace } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import type { Reading } from '../reading'
import { checkUnpacked } from './zip-size'

export type TableRow = { place: FilePlace; cells: string[] }

const MOST_COLUMNS = 200
const MOST_RECORD = 1024 * 1024

/** The rows of a CSV file as they come; the separator is that of the first line. */
export async function* csvRows(path: string, reading: Reading): AsyncGenerator<TableRow> {
  const encoding = await findEncoding(bytesOf(path))
  if (encoding.isGuessed) reading.noteOnce('guessedEncoding', {}, { name: encoding.name })
  let start = ''
  for await (const piece of textOf(bytesOf(path), encoding)) {
    start += piece
    if (start.length > 20_000) break
  }
  const said = /^sep=(.)\r?\n/i.exec(start)
  const parser = parse({
    ...{ bom: true, info: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true },
    ...{ delimiter: said?.[1] ?? separatorOf(start), max_record_size: MOST_RECORD, from_line: said ? 2 : 1 },
  })
  const feeding = feed(parser, textOf(bytesOf(path), encoding))
  let line = said ? 2 : 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { place: { line }, cells: record.slice(0, MOST_COLUMNS) }
      line = info.lines + 1
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw new UnreadableFile('cutOff', { line })
    throw new UnreadableFile(error.code === 'CSV_MAX_RECORD_SIZE' ? 'tooLong' : 'notTable', { line })
  } finally {
    parser.destroy()
    await feeding
  }
}

async function feed(parser: ReturnType<typeof parse>, pieces: AsyncIterable<string>): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (parser.destroyed) return
      if (!parser.write(piece)) await once(parser)
    }
    if (!parser.destroyed) parser.end()
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

const once = (parser: ReturnType<typeof parse>) =>
  new Promise<void>((resolve) => {
    parser.once('drain', resolve).once('close', resolve)
  })

/** By the first line that says anything: outside of quotes, what there is most of. */
function separatorOf(text: string): string {
  const first =
    text
      .replace(/^\ufeff/, '')
      .split(/[\r\n]/)
      .find((line) => line.trim()) ?? ''
  const outside = first.replace(/"[^"]*"/g, '')
  const counts = ['\t', ';', ',', '|'].map((separator) => [separator, outside.split(separator).length] as const)
  return counts.reduce((most, each) => (each[1] > most[1] ? each : most))[0]
}

/** The rows of one sheet of a workbook, whose unpacked size is looked at first. */
export async function* excelRows(path: string, sheet: string | undefined, reading: Reading): AsyncGenerator<TableRow> {
  const file = await unpackable(path, reading)
  let rows: unknown[][]
  try {
    rows = (await readSheet(file, sheet ?? 1)) as unknown[][]
  } catch {
    throw new UnreadableFile(sheet ? 'noSheet' : 'damagedExcel', {}, { sheet: sheet ?? '' })
  }
  for (const [at, row] of rows.entries()) {
    const cells = row.slice(0, MOST_COLUMNS).map(cellText)
    if (cells.some(Boolean)) yield { place: { row: at + 1 }, cells }
  }
}

/** The names of the sheets of a workbook. */
export async function sheetsOf(path: string, reading: Reading): Promise<string[]> {
  try {
    return (await readWorkbook(await unpackable(path, reading))).map(({ sheet }) => sheet)
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('damagedExcel')
  }
}

async function unpackable(path: string, reading: Reading): Promise<ArrayBuffer> {
  const bytes = await readFile(path)
  checkUnpacked(bytes, reading.limits.wholeBytes)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}

/** A date as a day, a time without a date (which Excel counts from 1900) as a clock, both as ISO writes them. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return ''
    const iso = new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString()
    if (iso < '1901') return iso.slice(11, 16)
    return iso.slice(11, 16) === '00:00' ? iso.slice(0, 10) : iso.slice(0, 19)
  }
  return cell === null || cell === undefined ? '' : String(cell)
}
