import { Temporal } from 'temporal-polyfill'

/** A time as a clock in the zone shows it, as `<input type="datetime-local">` takes it: "2026-10-15T14:00". */
export function toWallTime(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/**
 * The instant at which a clock in the zone shows a time, as UTC ISO; null where the text is no time. A time that the
 * clock shows twice is the earlier one, one that it skips the later (RFC 5545, 3.3.5).
 */
export function toInstant(wallTime: string, timeZone: string): string | null {
  try {
    const instant = Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    return new Date(instant.epochMilliseconds).toISOString()
  } catch {
    return null
  }
}
