import { formatDate, formatDates, formatDay } from '@/lib/dates'
import type { I18n } from '@/lib/i18n/translator'
import type { CitedDate } from '@/lib/interchange/cite'
import type { EditionDates } from './card'

/**
 * When something of an edition was, for a citation: on its day (`2025-10-15`) where that is known, else as exactly as
 * all days of the edition agree.
 */
export function whenHeld(
  heldOn: string | null,
  { startsOn, endsOn, datePrecision }: Omit<EditionDates, 'note'>,
  context: I18n,
): { date: CitedDate | null; dateInWords: string } {
  const first = heldOn ? new Date(heldOn) : startsOn
  if (!first) return { date: null, dateInWords: context.t('statements.dateNotRecorded') }
  const last = heldOn ? first : (endsOn ?? first)
  const year = first.getUTCFullYear()
  const month = first.getUTCMonth() + 1
  const isOneYear = last.getUTCFullYear() === year
  const isOneMonth = isOneYear && last.getUTCMonth() + 1 === month
  const isDay = heldOn !== null || (datePrecision === 'day' && last.getTime() === first.getTime() && endsOn !== null)
  if (isDay) return { date: { year, month, day: first.getUTCDate() }, dateInWords: formatDay(first, context) }
  const isMonth = isOneMonth && datePrecision !== 'year'
  return {
    date: isMonth ? { year, month } : { year },
    dateInWords: formatDate(first, isMonth ? 'month' : 'year', context) ?? '',
  }
}

/** The days of an edition itself, of which a citation names the first where they are known. */
export function whenMet(dates: Omit<EditionDates, 'note'>, context: I18n): ReturnType<typeof whenHeld> {
  const { startsOn, datePrecision } = dates
  const inWords = formatDates(dates, context)
  if (!startsOn || !inWords) return whenHeld(null, { ...dates, startsOn: null }, context)
  const parts = startsOn.toISOString().slice(0, 10).split('-').map(Number)
  const [year = 0, month, day] = parts
  return {
    date: { year, ...(datePrecision !== 'year' ? { month } : {}), ...(datePrecision === 'day' ? { day } : {}) },
    dateInWords: inWords,
  }
}
