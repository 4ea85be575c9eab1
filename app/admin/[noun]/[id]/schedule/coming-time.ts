import { toInstant } from '@/lib/editions/wall-time'

const MOST_YEARS = 10

/** The instant of a time typed in a zone, if it is still to come and not out of all reach. */
export function readComingTime(typed: string, timeZone: string, now = Date.now()): Date | null {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(typed) ? toInstant(typed, timeZone) : null
  const at = instant ? Date.parse(instant) : Number.NaN
  return at > now && at < now + MOST_YEARS * 366 * 24 * 3600_000 ? new Date(at) : null
}
