import type { DatePrecision } from '@/prisma/client/enums'
import type { I18n } from './i18n/translator'

/**
 * Days (`startsOn`) are dates without a time, held at UTC midnight; instants (`startsAt`) are shown in the zone of
 * their edition, never in the server's or the reader's.
 */

/** A day such as "15 October 2025". */
export const formatDay = (day: Date, { format }: I18n) => format.dateTime(day, { dateStyle: 'long', timeZone: 'UTC' })

/** A day within its week such as "Wed 15 Oct". */
export const formatWeekday = (day: Date, { format }: I18n) =>
  format.dateTime(day, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A date as exactly as it is known: "15 October 2025", "October 2025", "2025"; null when it is not. */
export function formatDate(date: Date | null, precision: DatePrecision, i18n: I18n): string | null {
  if (!date || precision === 'unknown') return null
  if (precision === 'year') return String(date.getUTCFullYear())
  if (precision === 'month') return i18n.format.dateTime(date, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return formatDay(date, i18n)
}

/** From the first day to the last, as exactly as known: "15–16 October 2025". Null when nothing is known. */
export function formatDates(
  { startsOn, endsOn, datePrecision }: { startsOn: Date | null; endsOn: Date | null; datePrecision: DatePrecision },
  i18n: I18n,
): string | null {
  if (!startsOn || !endsOn || datePrecision !== 'day' || startsOn.getTime() === endsOn.getTime()) {
    return formatDate(startsOn, datePrecision, i18n)
  }
  return i18n.format.dateTimeRange(startsOn, endsOn, { dateStyle: 'long', timeZone: 'UTC' })
}

/** The time of an instant in a zone, such as "09:30". */
export const formatTime = (instant: Date, timeZone: string, { format }: I18n) =>
  format.dateTime(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })

/** A time span in a zone, such as "09:30–11:00"; the end alone is left out when it is not known. */
export function formatTimes(startsAt: Date, endsAt: Date | null, timeZone: string, i18n: I18n): string {
  const start = formatTime(startsAt, timeZone, i18n)
  return endsAt ? `${start}–${formatTime(endsAt, timeZone, i18n)}` : start
}

// Each costs more to make than to use a hundred times; of zones there are a few hundred.
const calendars = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in a zone, as `2025-10-15`. */
export function dayOf(instant: Date, timeZone: string): string {
  const calendar =
    calendars.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  calendars.set(timeZone, calendar)
  return calendar.format(instant)
}
