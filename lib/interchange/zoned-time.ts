import { Temporal } from 'temporal-polyfill'

/** An instant as the clocks of a zone show it. */
export const zoned = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)

/** ISO 8601 with the distance from Greenwich: "2025-10-15T09:30:00+05:00". */
export const withOffset = (at: Date, timeZone: string) =>
  zoned(at, timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** The first instant of a day (`2025-10-15`) in a zone, and of the day after it. */
export function limitsOfDay(date: string, timeZone: string): { start: Date; end: Date } {
  const day = Temporal.PlainDate.from(date)
  const beginning = (of: Temporal.PlainDate) => new Date(of.toZonedDateTime(timeZone).epochMilliseconds)
  return { start: beginning(day), end: beginning(day.add({ days: 1 })) }
}
