/** A day as a programme names it: its date, its day and month, or its number. */
export type ReadDay =
  | { kind: 'date'; date: string }
  | { kind: 'monthDay'; month: number; day: number }
  | { kind: 'number'; number: number }

/** How the months begin in English, Russian and Kazakh. */
const months = [
  'jan янв қаңтар',
  'feb фев ақпан',
  'mar март наурыз',
  'apr апр сәуір',
  'may май мая мамыр',
  'jun июн маусым',
  'jul июл шілде',
  'aug авг тамыз',
  'sep сен қыркүйек',
  'oct окт қазан',
  'nov ноя қараша',
  'dec дек желтоқсан',
].map((each) => each.split(' '))

const iso = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 1800 && year <= 2200 ? date.toISOString().slice(0, 10) : null
}

const asDate = (year: number, month: number, day: number): ReadDay | null => {
  const date = iso(year, month, day)
  return date ? { kind: 'date', date } : null
}

/** A day in figures (the day before the month, as in Europe and Asia) or words of the three languages; null for else. */
export function readDay(text: string): ReadDay | null {
  const said = text.toLowerCase().normalize('NFC').trim()
  const year = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(said)
  if (year) return asDate(Number(year[1]), Number(year[2]), Number(year[3]))
  const figures = /^\D*(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?(?!\d)/.exec(said)
  if (figures) {
    const [day, month] = [Number(figures[1]), Number(figures[2])]
    if (!figures[3]) return iso(2000, month, day) ? { kind: 'monthDay', month, day } : null
    return asDate(Number(figures[3].padStart(4, '20')), month, day)
  }
  const word = said.match(/\p{L}{3,}/gu)?.find((each) => monthOf(each))
  const numbers = (said.match(/\d+/g) ?? []).map(Number)
  if (word) {
    const month = monthOf(word)
    const [day, found] = [numbers.find((n) => n >= 1 && n <= 31), numbers.find((n) => n >= 1800)]
    if (day === undefined || !iso(2000, month, day)) return null
    return found ? asDate(found, month, day) : { kind: 'monthDay', month, day }
  }
  const [number, another] = numbers
  const isNumber = /^(?:day|день|күн)?\s*\d{1,3}(?:\s*-?\s*(?:day|й|ый|ой|день|й день|күн|ші күн|күні))?$/u.test(said)
  return number !== undefined && another === undefined && number >= 1 && number <= 366 && isNumber
    ? { kind: 'number', number }
    : null
}

const monthOf = (word: string) => months.findIndex((begins) => begins.some((each) => word.startsWith(each))) + 1

/** Minutes since midnight of "9:00", "9.00", "09h00", "9", "2:30 pm"; null for anything else. */
export function readClock(text: string): number | null {
  const found = /^(\d{1,2})(?:\s*[:.hч]\s*(\d{2}))?(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?$/u.exec(
    text.toLowerCase().trim(),
  )
  if (!found) return null
  let hours = Number(found[1])
  const minutes = Number(found[2] ?? 0)
  const half = found[3]?.[0]
  if (half && (hours < 1 || hours > 12)) return null
  if (half) hours = (hours % 12) + (half === 'p' ? 12 : 0)
  return hours > 24 || minutes > 59 || (hours === 24 && minutes > 0) ? null : hours * 60 + minutes
}

/** A beginning and perhaps an end in one cell: "10:00–11:30", "с 10.00 до 11.30", "10:00". */
export function readSpan(text: string): { start: number; end: number | null } | null {
  const parts = text
    .replace(/^\s*(?:from|с)\s+/iu, '')
    .split(/\s*(?:[-–—−]|\bto\b|\buntil\b|(?<=\s)до(?=\s)|\n)\s*/u)
    .filter(Boolean)
  if (parts.length < 1 || parts.length > 2) return null
  const [start = null, end = null] = parts.map(readClock)
  if (start === null || (parts.length === 2 && end === null)) return null
  return { start, end }
}
