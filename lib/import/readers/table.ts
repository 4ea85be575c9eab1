import { readClock, readSpan } from '@/lib/programme/read-time'
import { readDateTime, readDuration, wallTime } from '../file-times'
import { languageCode } from '../languages'
import type { FileAppearance, FileEvent, FilePlace, FileTime } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import { type Reading, roleOf } from '../reading'
import { columnOf, guessColumns, type TableColumn, type TableMapping } from '../table/columns'
import { countryCode } from '../table/country-names'
import { asciiDigits, cellDay, dateOrderOf } from '../table/days'
import { csvRows, excelRows, type TableRow } from '../table/rows'

export type TableSettings = {
  format: 'csv' | 'excel'
  mapping?: TableMapping
  /** First day of the programme, for days without a date ("Friday", "Day 2", "3 May"). */
  firstDay: string | null
}

/** Rows that are looked at before anything is said of the columns. */
const LOOKED_AT = 200
/** A heading may stand under a title and a date. */
const MOST_ABOVE = 15

export type TableStart = { headings: string[]; rows: TableRow[]; mapping: TableMapping; isOrderSure: boolean }

/** The heading row of a table and some rows under it, with the mapping that is said or guessed. */
export async function startOfTable(rows: AsyncIterator<TableRow>, said?: TableMapping): Promise<TableStart> {
  const first: TableRow[] = []
  while (first.length < LOOKED_AT) {
    const next = await rows.next()
    if (next.done) break
    first.push(next.value)
  }
  if (!first.length) throw new UnreadableFile('empty')
  const known = ({ cells }: TableRow) =>
    cells.filter((cell) => (said ? said.columns[cell.trim()] : columnOf(cell))).length
  const above = first.slice(0, MOST_ABOVE)
  const most = Math.max(...above.map(known))
  const at = most > 0 ? above.findIndex((row) => known(row) === most) : 0
  const headings = uniqueNames(first[at]?.cells ?? [])
  const under = first.slice(at + 1)
  const columns =
    said?.columns ??
    guessColumns(
      headings,
      under.map(({ cells }) => cells),
    )
  const dates = headings.flatMap((heading, n) =>
    ['day', 'start', 'end'].includes(columns[heading] ?? '') ? under.map(({ cells }) => cells[n] ?? '') : [],
  )
  const { order, isSure } = dateOrderOf(dates)
  return {
    headings,
    rows: under,
    mapping: { dateOrder: order, ...said, columns },
    isOrderSure: isSure || !!said?.dateOrder,
  }
}

const uniqueNames = (cells: string[]) => {
  const seen = new Map<string, number>()
  return cells.map((cell) => {
    const name = cell.replace(/\s+/g, ' ').trim().slice(0, 200)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count > 1 ? `${name} (${count})` : name
  })
}

/** Rows under headings, of a CSV file or a sheet: one session a row. */
export async function* readTableFile(
  path: string,
  settings: TableSettings,
  reading: Reading,
): AsyncGenerator<FileEvent> {
  const { format, firstDay } = settings
  const rows = format === 'csv' ? csvRows(path, reading) : excelRows(path, settings.mapping?.sheet, reading)
  try {
    const { headings, rows: first, mapping, isOrderSure } = await startOfTable(rows, settings.mapping)
    const columns = Object.values(mapping.columns)
    if (!columns.includes('title') && !columns.includes('speakers'))
      throw new UnreadableFile('noTitleColumn', first[0]?.place ?? {}, {
        headings: headings.filter(Boolean).slice(0, 12).join(', '),
      })
    reading.add({
      kind: 'head',
      head: {
        ...{ format, title: null, startsOn: null, endsOn: null, timeZone: reading.timeZone },
        ...{ city: null, venue: null, url: null, language: null, rooms: [], tracks: [] },
      },
    })
    const unknown = headings.filter((heading) => heading && !mapping.columns[heading])
    if (unknown.length) reading.note('columnsLeftOut', {}, { names: unknown.slice(0, 20).join(', ') })
    if (!isOrderSure) reading.note('dateOrderGuessed', {})
    reading.areRowsOfPeople = true
    const one = new TableReader(headings, mapping, firstDay, reading)
    for (const row of first) one.row(row)
    yield* reading.take()
    for await (const row of { [Symbol.asyncIterator]: () => rows }) {
      one.row(row)
      yield* reading.take()
    }
  } finally {
    await rows.return(undefined)
  }
}

class TableReader {
  private readonly order: 'dayFirst' | 'monthFirst'

  constructor(
    private readonly headings: string[],
    private readonly mapping: TableMapping,
    private readonly firstDay: string | null,
    private readonly reading: Reading,
  ) {
    this.order = mapping.dateOrder ?? 'dayFirst'
  }

  row({ place, cells }: TableRow): void {
    const { reading } = this
    const all = (column: TableColumn) =>
      this.headings.flatMap((heading, at) =>
        this.mapping.columns[heading] === column && cells[at]?.trim() ? [undefused(cells[at])] : [],
      )
    const line = (column: TableColumn) => reading.line(all(column)[0], place)
    if (!cells.some((cell) => cell.trim())) return
    const id = line('id')
    const language = languageCode(all('language')[0])
    const title = line('title')
    const people = this.people(all, place)
    if (!title && !people.length) {
      reading.note('sessionWithoutTitle', place)
      return
    }
    reading.session(
      {
        place,
        ids: id ? [`id:${id}`] : [],
        language,
        ...{ format: line('format'), track: line('track'), room: line('room') },
        ...this.times(all, place),
        people,
        isCancelled: all('cancelled').some((cell) => /^\s*(?:yes|true|1|x|да|иә|cancell?ed)\s*$/iu.test(cell)),
        topics: all('topics').flatMap((cell) => split(cell).flatMap((each) => reading.line(each, place) ?? [])),
        links: reading.links(
          all('link').flatMap((cell) => cell.split(/\s+/).map((url) => ({ url }))),
          place,
        ),
      },
      {
        [language ?? '']: {
          title: title ?? '',
          subtitle: line('subtitle') ?? undefined,
          abstract: reading.prose(all('abstract'), place),
        },
      },
    )
  }

  private people(all: (column: TableColumn) => string[], place: FilePlace): FileAppearance[] {
    const { reading } = this
    const named = (column: 'speakers' | 'moderators') =>
      all(column).flatMap((cell) =>
        split(cell, this.mapping.separator).flatMap((each) => {
          const name = reading.line(each, place)
          return name ? [{ name, role: column === 'moderators' ? roleOf('moderator') : roleOf(null) }] : []
        }),
      )
    const people = [...named('speakers'), ...named('moderators')]
    // What a cell says of several people it says in their order, or it is not clear of whom.
    const ofEach = (column: TableColumn) => {
      const [cell] = all(column)
      const parts = people.length > 1 ? (cell?.split(/;|\n/) ?? []) : [cell]
      return (at: number) => (parts.length === people.length ? reading.line(parts[at], place) : null)
    }
    const [affiliation, position, country] = [ofEach('affiliation'), ofEach('position'), ofEach('country')]
    return people.map(({ name, role }, at) => ({
      ...{ ids: [], name, role },
      ...{ affiliation: affiliation(at), position: position(at), country: countryCode(country(at)) },
    }))
  }

  private times(
    all: (column: TableColumn) => string[],
    place: FilePlace,
  ): { day: string | null; starts: FileTime | null; ends: FileTime | null; minutes: number | null } {
    const cell = (column: TableColumn) => asciiDigits(all(column)[0] ?? '').trim()
    const day = this.day(cell('day'), place) ?? this.dayIn(cell('start'))
    const span = cell('time') ? readSpan(cell('time')) : null
    const starts = span && day ? wallTime(day, span.start) : this.time(cell('start') || cell('time'), day, place)
    const minutes = readDuration(cell('duration'))
    let ends =
      span?.end !== undefined && span.end !== null && day
        ? wallTime(day, span.end)
        : this.time(cell('end'), this.dayIn(cell('end')) ?? day, place)
    // A clock that is earlier than the beginning is that of the next morning.
    if (
      ends &&
      starts &&
      ends.kind === 'wall' &&
      starts.kind === 'wall' &&
      ends.at < starts.at &&
      !this.dayIn(cell('end'))
    )
      ends = { kind: 'wall', at: new Date(Date.parse(`${ends.at}Z`) + 86_400_000).toISOString().slice(0, 19) }
    return { day, starts: starts ?? (day ? { kind: 'day', at: day } : null), ends, minutes }
  }

  private day(text: string, place: FilePlace): string | null {
    if (!text) return null
    const day = this.mapping.days?.[text] ?? cellDay(text, this.order, this.firstDay)
    if (!day) this.reading.note('dayNotUnderstood', place, { text })
    return day
  }

  /** Of a cell that has a date and a time. */
  private dayIn(text: string): string | null {
    return /\d[./-]\d|^\d{4}-/.test(text) ? cellDay(text, this.order, null) : null
  }

  private time(text: string, day: string | null, place: FilePlace): FileTime | null {
    if (!text) return null
    const whole = readDateTime(text)
    if (whole) return whole
    const own = this.dayIn(text)
    const clock = readClock(own ? text.replace(/^\S+\s+/, '') : fraction(text))
    if (clock === null) this.reading.note('timeNotUnderstood', place, { text })
    const on = own ?? day
    return clock === null || !on ? null : wallTime(on, clock)
  }
}

/** Without the sign that was put before a cell so that spreadsheets do not take it for a formula. */
const undefused = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '')

/** Excel keeps a time as a part of a day. */
function fraction(text: string): string {
  const part = /^0?\.\d+$/.test(text) ? Number(text) : null
  if (part === null) return text
  const minutes = Math.round(part * 1440)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** What follows a name behind a comma: "MP", "PhD", "Jr.". */
const afterName = /^(?:[A-Z]{2,5}|Ph\.?\s?D\.?|M\.\s?D\.?|Jr\.?|Sr\.?|Esq\.?|[IVX]+)$/

/** Several in one cell: between semicolons, line ends or bars, else commas. "Doe, John" is one, and so is "Jane Doe, MP". */
function split(cell: string, separator?: string): string[] {
  if (separator) return cell.split(separator)
  if (/[;\n|]/.test(cell)) return cell.split(/[;\n|]/)
  const parts: string[] = []
  for (const part of cell.split(',')) {
    const before = afterName.test(part.trim()) ? parts.pop() : undefined
    parts.push(before === undefined ? part : `${before},${part}`)
  }
  const isOneName = parts.length === 2 && parts.every((part) => /^\S+$/.test(part.trim()))
  return isOneName ? [cell] : parts
}
