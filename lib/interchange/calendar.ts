import { plainText } from '@/lib/markdown'
import type { OutgoingSession } from './outgoing-session'
import { timeZoneComponent } from './time-zone-component'
import { zoned } from './zoned-time'

/** An event of a calendar: at a time in a zone, or on whole days (`2025-10-15`), the last one included. */
export type CalendarEvent = {
  /** The same in every calendar that has it, for ever. */
  uid: string
  /** Grows with each published version. */
  sequence: number
  updatedAt: Date
  when: { startsAt: Date; endsAt: Date | null; timeZone: string } | { firstDay: string; lastDay: string }
  title: string
  description: string | null
  location: string | null
  topics: string[]
  url: string
  isCancelled: boolean
}

/** A session as an event; on its day where its time is not recorded, null where neither is. */
export function toCalendarEvent(session: OutgoingSession): CalendarEvent | null {
  const { id, version, startsAt, endsAt, timeZone, day, room, place, people, topics } = session
  const date = day?.date?.toISOString().slice(0, 10)
  const when = startsAt ? { startsAt, endsAt, timeZone } : date ? { firstDay: date, lastDay: date } : null
  const who = people.map(({ name, position, organisation }) =>
    [name, position, organisation].filter(Boolean).join(', '),
  )
  return (
    when && {
      uid: id,
      sequence: version,
      when,
      ...{ updatedAt: session.updatedAt, title: session.title, topics, url: session.url },
      ...{ isCancelled: session.isCancelled },
      location: [room?.name, place].filter(Boolean).join(', ') || null,
      description:
        [session.abstract && plainText(session.abstract), who.join('\n'), session.edition]
          .filter(Boolean)
          .join('\n\n') || null,
    }
  )
}

/** iCalendar (RFC 5545, names of calendars as RFC 7986 has them). */
export function calendarAsIcs(
  name: string,
  events: readonly CalendarEvent[],
  write: (event: CalendarEvent) => string[] = toLines,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plenary//Plenary//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...zonesOf(events),
    ...events.flatMap(write),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function zonesOf(events: readonly CalendarEvent[]): string[] {
  const zones = new Map<string, { from: number; to: number }>()
  for (const { when } of events) {
    if (!('startsAt' in when) || when.timeZone === 'UTC') continue
    const { startsAt, endsAt, timeZone } = when
    const { from, to } = zones.get(timeZone) ?? { from: startsAt.getTime(), to: startsAt.getTime() }
    zones.set(timeZone, {
      from: Math.min(from, startsAt.getTime()),
      to: Math.max(to, (endsAt ?? startsAt).getTime()),
    })
  }
  return [...zones].flatMap(([zone, { from, to }]) => timeZoneComponent(zone, new Date(from), new Date(to)))
}

/** One event by itself, as it stands in a calendar. */
export const eventAsIcs = (event: CalendarEvent) => toLines(event).map(folded).join('\r\n')

function toLines(event: CalendarEvent): string[] {
  const { uid, sequence, updatedAt, when, title, description, location, topics, url, isCancelled } = event
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(updatedAt)}`,
    `LAST-MODIFIED:${utc(updatedAt)}`,
    ...('startsAt' in when
      ? [
          `DTSTART${inZone(when.startsAt, when.timeZone)}`,
          ...(when.endsAt ? [`DTEND${inZone(when.endsAt, when.timeZone)}`] : []),
        ]
      : [`DTSTART;VALUE=DATE:${compact(when.firstDay)}`, `DTEND;VALUE=DATE:${compact(dayAfter(when.lastDay))}`]),
    `SUMMARY:${text(title)}`,
    ...(location ? [`LOCATION:${text(location)}`] : []),
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    ...(topics.length > 0 ? [`CATEGORIES:${topics.map(text).join(',')}`] : []),
    `URL:${url}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

const compact = (iso: string) => iso.replace(/[-:]/g, '')
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
const utc = (at: Date) => `${compact(at.toISOString().slice(0, 19))}Z`

/** A time on the clocks of a zone; in UTC where they show it twice, as readers do not agree on which of them is meant. */
function inZone(at: Date, timeZone: string): string {
  const local = zoned(at, timeZone).toPlainDateTime()
  const [first, last] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(timeZone, { disambiguation }),
  )
  return timeZone === 'UTC' || first?.epochMilliseconds !== last?.epochMilliseconds
    ? `:${utc(at)}`
    : `;TZID=${timeZone}:${compact(local.toString({ smallestUnit: 'second' }))}`
}

/** A text as a value: its own signs escaped, and no control character that would end the line. */
const text = (value: string) =>
  value
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\p{Cc}]/gu, ' ')

const LONGEST_LINE = 75

/** A line in parts of at most 75 bytes, no letter cut in two. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST_LINE) return line
  const parts: string[] = []
  let [part, bytes] = ['', 0]
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > LONGEST_LINE) {
      parts.push(part)
      part = ' '
      bytes = 1
    }
    part += letter
    bytes += size
  }
  return [...parts, part].join('\r\n')
}
