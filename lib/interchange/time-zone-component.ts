import { Temporal } from 'temporal-polyfill'
import { zoned } from './zoned-time'

/** No zone changed its clocks so often in the years of one calendar. */
const MOST_CHANGES = 1000

/**
 * VTIMEZONE (RFC 5545, 3.6.5): what the clocks of a zone showed from one instant to another, each change by itself.
 * Rules for all years, as lists of zones have them, would be wrong for the past: Almaty was six hours ahead until 2024.
 */
export function timeZoneComponent(timeZone: string, from: Date, to: Date): string[] {
  const first = zoned(from, timeZone)
  let change = first.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const parts = change ? [] : observance(null, first)
  for (let count = 0; change && count < MOST_CHANGES; count += 1) {
    parts.push(...observance(change.subtract({ nanoseconds: 1 }), change))
    const next: Temporal.ZonedDateTime | null = change.getTimeZoneTransition('next')
    change = next && next.epochMilliseconds <= to.getTime() ? next : null
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts, 'END:VTIMEZONE']
}

/** How the clocks stood since a change, which is told in the time that they showed until then. */
function observance(before: Temporal.ZonedDateTime | null, since: Temporal.ZonedDateTime): string[] {
  const was = before ?? since
  const name = since.offsetNanoseconds > was.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
  const onset = before
    ? since.toInstant().toZonedDateTimeISO('UTC').add({ nanoseconds: was.offsetNanoseconds }).toPlainDateTime()
    : Temporal.PlainDateTime.from('1970-01-01T00:00:00')
  return [
    `BEGIN:${name}`,
    `DTSTART:${onset.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offset(was)}`,
    `TZOFFSETTO:${offset(since)}`,
    `END:${name}`,
  ]
}

/** "+0530", with seconds where there were any. */
function offset({ offsetNanoseconds }: Temporal.ZonedDateTime): string {
  const seconds = Math.abs(Math.round(offsetNanoseconds / 1e9))
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  const odd = seconds % 60 ? two(seconds % 60) : ''
  return `${offsetNanoseconds < 0 ? '-' : '+'}${two(seconds / 3600)}${two((seconds % 3600) / 60)}${odd}`
}
