import { clockAt, type ProgrammeDay } from './place'
import { readTable } from './read-table'
import { readClock, readDay, readSpan } from './read-time'

/** More rows than these are pasted in parts. */
export const MOST_ROWS = 200

/** What a row says, as it was typed: the names of the fields in which it can be put right. */
export type PastedRow = {
  day: string
  start: string
  end: string
  title: string
  room: string
  speakers: string
}

export const rowFields = ['day', 'start', 'end', 'title', 'room', 'speakers'] as const satisfies (keyof PastedRow)[]

type Column = keyof PastedRow | 'time'

/** Headings in the three languages, as words that a heading is or begins with. */
export const headings: Record<Column, string> = {
  day: 'day|date|day/date|дата|день|күні|күн',
  start: 'start|starts|from|begin|begins|beginning|start time|начало|время начала|басталуы|басталу уақыты|басы',
  end: 'end|ends|to|until|finish|end time|конец|окончание|время окончания|аяқталуы|аяқталу уақыты|соңы',
  time: 'time|when|hours|время|уақыты|уақыт|сағаты',
  title:
    'title|session|session title|name|event|название|название сессии|тема|сессия|мероприятие|атауы|сессия атауы|тақырыбы|іс-шара',
  room: 'room|hall|venue|place|location|зал|место|помещение|аудитория|залы|орны|бөлме',
  speakers:
    'speaker|speakers|participants|panellists|presenters|спикер|спикеры|докладчик|докладчики|участники|выступающие|спикерлер|баяндамашылар|қатысушылар|сөйлеушілер',
}
const columnByHeading = new Map(
  Object.entries(headings).flatMap(([column, words]) => words.split('|').map((word) => [word, column as Column])),
)

const columnOf = (heading: string): Column | null =>
  columnByHeading.get(
    heading
      .toLowerCase()
      .normalize('NFC')
      .replace(/\(.*?\)|[.:*]/gu, '')
      .trim(),
  ) ?? null

export type Pasted =
  | {
      kind: 'rows'
      rows: PastedRow[] /** Headings that say nothing to us; their cells are left out. */
      unknown: string[]
    }
  | { kind: 'empty' | 'noHeading' | 'tooMany' }

/** Rows under a heading row, in whatever order of columns. Never throws, whatever the text is. */
export function readPaste(text: string): Pasted {
  const [first, ...rest] = readTable(text)
  if (!first) return { kind: 'empty' }
  const columns = first.map(columnOf)
  if (!columns.includes('title')) return { kind: 'noHeading' }
  if (!rest.length) return { kind: 'empty' }
  if (rest.length > MOST_ROWS) return { kind: 'tooMany' }
  let day = ''
  const rows = rest.map((cells): PastedRow => {
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''
    // Spreadsheets write a day once, and leave the cells below it empty.
    day = cell('day') || day
    const time = readSpan(cell('time'))
    const start = cell('start') || (time ? clock(time.start) : cell('time'))
    const end = cell('end') || (time?.end == null ? '' : clock(time.end))
    return { day, start, end, title: cell('title'), room: cell('room'), speakers: cell('speakers') }
  })
  return { kind: 'rows', rows, unknown: first.filter((heading, at) => heading && !columns[at]) }
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export type RowError = {
  field: keyof PastedRow
  why:
    | 'dayNotUnderstood'
    | 'dayUnknown'
    | 'dayMissing'
    | 'timeNotUnderstood'
    | 'endsBeforeStart'
    | 'startMissing'
    | 'titleMissing'
    | 'tooLong'
}

/** Where a row puts its session: the date of its day where that has one, else the id of a day without a date. */
export type RowPlace = { date: string | null; dayId: string | null; startsAt: string | null; endsAt: string | null }

const [EVENING, MORNING, DAY] = [17 * 60, 7 * 60, 24 * 60]
const MOST_TITLE = 300

/** What a row means in an edition of these days, and what is wrong with it. */
export function readRow(
  row: PastedRow,
  edition: {
    days: readonly ProgrammeDay[]
    undated: readonly { id: string; number: number | null }[]
    year: number | null
  },
): { place: RowPlace; errors: RowError[] } {
  const errors: RowError[] = []
  const wrong = (field: keyof PastedRow, why: RowError['why']) => errors.push({ field, why })
  if (!row.title) wrong('title', 'titleMissing')
  if (row.title.length > MOST_TITLE) wrong('title', 'tooLong')
  const day = dayOfRow(row.day, edition, (why) => wrong('day', why))
  const start = row.start ? readClock(row.start) : null
  let end = row.end ? readClock(row.end) : null
  if (row.start && start === null) wrong('start', 'timeNotUnderstood')
  if (row.end && end === null) wrong('end', 'timeNotUnderstood')
  if (end !== null && !row.start) wrong('start', 'startMissing')
  if (start !== null && end !== null && end <= start) {
    if (start >= EVENING && end <= MORNING) end += DAY
    else wrong('end', 'endsBeforeStart')
  }
  const date = day?.date ?? null
  if (start !== null && !date && !errors.some(({ field }) => field === 'day')) wrong('day', 'dayMissing')
  const at = (minutes: number | null) => (date && minutes !== null ? clockAt(date, minutes) : null)
  return { place: { date, dayId: day?.id ?? null, startsAt: at(start), endsAt: at(end) }, errors }
}

function dayOfRow(
  text: string,
  { days, undated, year }: Parameters<typeof readRow>[1],
  wrong: (why: RowError['why']) => void,
): { date: string | null; id: string | null } | null {
  if (!text) return days.length === 1 && days[0] && undated.length === 0 ? days[0] : null
  const read = readDay(text)
  const found =
    read?.kind === 'number'
      ? (days.find(({ number }) => number === read.number) ?? undated.find(({ number }) => number === read.number))
      : read?.kind === 'monthDay'
        ? days.find(({ date }) => date.endsWith(`-${two(read.month)}-${two(read.day)}`))
        : read && days.find(({ date }) => date === read.date)
  if (found) return { date: 'date' in found ? found.date : null, id: found.id }
  // An edition whose days nobody has entered takes them from the rows.
  if (!days.length && read?.kind === 'date') return { date: read.date, id: null }
  if (!days.length && read?.kind === 'monthDay' && year)
    return { date: `${year}-${two(read.month)}-${two(read.day)}`, id: null }
  wrong(read ? 'dayUnknown' : 'dayNotUnderstood')
  return null
}

const two = (number: number) => String(number).padStart(2, '0')

/** A name in a cell of speakers, without what stands in brackets after it. */
export type PastedSpeaker = { name: string; role: 'speaker' | 'moderator' }

const MOST_SPEAKERS = 40

/** The names in a cell, each once: parted by semicolons where there are any, else by commas. */
export function readSpeakers(cell: string): PastedSpeaker[] {
  const parts = cell.split(/[;\n]|\s\/\s/.test(cell) ? /[;\n]|\s\/\s/ : /,/)
  const speakers = parts.flatMap((part): PastedSpeaker[] => {
    const found = /^\s*(?:(moderator|модератор)\s*[:–-]\s*)?(.*?)\s*(?:\(([^)]*)\)?\s*)?$/isu.exec(part)
    const isModerator = Boolean(found?.[1]) || /^(?:moderator|модератор)$/iu.test(found?.[3]?.trim() ?? '')
    const name = (found?.[2] ?? part).normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MOST_TITLE)
    return /\p{L}/u.test(name) ? [{ name, role: isModerator ? 'moderator' : 'speaker' }] : []
  })
  const seen = new Set<string>()
  return speakers
    .filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()))
    .slice(0, MOST_SPEAKERS)
}
