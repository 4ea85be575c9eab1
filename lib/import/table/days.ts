import { readDay } from '@/lib/programme/read-time'

/** Digits of other scripts as those that are counted with here. */
export const asciiDigits = (text: string) =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 10))

const DAY = 86_400_000
const iso = (at: number) => new Date(at).toISOString().slice(0, 10)

let weekdays: Map<string, number> | undefined

function weekdayOf(text: string): number | null {
  weekdays ??= new Map(
    ['en', 'ru', 'kk', 'de', 'fr', 'es', 'uk'].flatMap((locale) =>
      (['long', 'short'] as const).flatMap((weekday) => {
        const { format } = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
        return [0, 1, 2, 3, 4, 5, 6].map((day): [string, number] => [bare(format(Date.UTC(2023, 0, 1 + day))), day])
      }),
    ),
  )
  return weekdays.get(bare(text)) ?? null
}

const bare = (text: string) => text.toLowerCase().replace(/[.,]/g, '').trim()

const figures = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})(?!\d)/

/** The day of a cell; one that names no date needs the first day of the programme. Null where it is not understood. */
export function cellDay(text: string, order: 'dayFirst' | 'monthFirst', firstDay: string | null): string | null {
  const said = asciiDigits(text).trim()
  const found = figures.exec(said)
  const [, one = '', two = '', year = ''] = found ?? []
  const written = found ? (order === 'monthFirst' ? `${two}.${one}.${year}` : `${one}.${two}.${year}`) : said
  const day = readDay(written)
  if (day?.kind === 'date') return day.date
  if (!firstDay) return null
  const first = Date.parse(firstDay)
  const weekday = weekdayOf(said)
  if (weekday !== null) return iso(first + ((weekday - new Date(first).getUTCDay() + 7) % 7) * DAY)
  if (day?.kind === 'number') return iso(first + (day.number - 1) * DAY)
  if (day?.kind !== 'monthDay') return null
  const at = Date.UTC(new Date(first).getUTCFullYear(), day.month - 1, day.day)
  // A programme of the turn of the year goes on in January.
  return iso(at < first - 180 * DAY ? Date.UTC(new Date(first).getUTCFullYear() + 1, day.month - 1, day.day) : at)
}

/** Whether dates in figures begin with the day or the month; `isSure` when one of them can only be read so. */
export function dateOrderOf(cells: string[]): { order: 'dayFirst' | 'monthFirst'; isSure: boolean } {
  const pairs = cells.flatMap((cell) => {
    const found = figures.exec(asciiDigits(cell).trim())
    return found ? [[Number(found[1]), Number(found[2])] as const] : []
  })
  if (pairs.some(([first]) => first > 12)) return { order: 'dayFirst', isSure: true }
  if (pairs.some(([, second]) => second > 12)) return { order: 'monthFirst', isSure: true }
  return { order: 'dayFirst', isSure: !pairs.some(([first, second]) => first !== second) }
}
