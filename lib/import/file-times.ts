import { Temporal } from 'temporal-polyfill'
import { toInstant } from '@/lib/editions/wall-time'
import type { FileTime } from './programme-file'

/** A wall time as if it were in UTC: only to count with. */
const asIfUtc = (wall: string) => Date.parse(`${wall}Z`)
const wallOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19)

const isYear = (text: string) => text >= '1800' && text < '2201'

/** `YYYY-MM-DD` when the text begins with a day that exists. */
export function readDate(text: string | null | undefined): string | null {
  const date = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text ?? '')?.[1]
  if (!date || !isYear(date)) return null
  const at = Date.parse(date)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : date
}

/** ISO 8601 as files write it: with an offset an instant, without one a wall time, without a time a day; null for else. */
export function readDateTime(text: string | null | undefined): FileTime | null {
  const said = text?.trim() ?? ''
  const date = readDate(said)
  if (!date) return null
  if (said.length === 10) return { kind: 'day', at: date }
  const clock = /^[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/i.exec(
    said.slice(10),
  )
  if (!clock) return null
  const [, hours = '', minutes = '', seconds = '00', offset] = clock
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 60) return null
  const wall = wallOf(
    Date.parse(date) + ((Number(hours) * 60 + Number(minutes)) * 60 + Math.min(59, Number(seconds))) * 1000,
  )
  if (!offset) return { kind: 'wall', at: wall }
  return { kind: 'instant', at: new Date(asIfUtc(wall) - offsetMinutes(offset) * 60_000).toISOString() }
}

function offsetMinutes(offset: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset)
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0)) : 0
}

/** A wall time on a day, so many minutes after its midnight; 1,500 is one o'clock of the next day. */
export const wallTime = (date: string, minutes: number): FileTime => ({
  kind: 'wall',
  at: wallOf(Date.parse(date) + minutes * 60_000),
})

/** The same time, as an instant where a zone is known to which it belongs. */
export function inZone(time: FileTime | null, timeZone: string | null): FileTime | null {
  if (time?.kind !== 'wall' || !timeZone) return time
  const at = toInstant(time.at, timeZone)
  return at ? { kind: 'instant', at } : time
}

export function addMinutes(time: FileTime, minutes: number): FileTime {
  if (time.kind === 'day') return time
  if (time.kind === 'wall') return { kind: 'wall', at: wallOf(asIfUtc(time.at) + minutes * 60_000) }
  return { kind: 'instant', at: new Date(Date.parse(time.at) + minutes * 60_000).toISOString() }
}

/** Minutes from one time to another of its kind; null when they are not of one kind or a day. */
export function minutesBetween(starts: FileTime | null, ends: FileTime | null): number | null {
  if (!starts || !ends || starts.kind !== ends.kind || starts.kind === 'day') return null
  const of = ({ kind, at }: FileTime) => (kind === 'wall' ? asIfUtc(at) : Date.parse(at))
  return (of(ends) - of(starts)) / 60_000
}

/** Minutes of "0:45", "01:30", "01:30:00", "PT45M", "P1DT2H", "45"; null for anything else. */
export function readDuration(text: string | number | null | undefined): number | null {
  if (typeof text === 'number') return Number.isFinite(text) && text >= 0 ? text : null
  const said = text?.trim() ?? ''
  if (/^\d{1,6}$/.test(said)) return Number(said)
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2}):(\d{2})$/.exec(said) ?? /^()(\d{1,3}):(\d{2})()$/.exec(said)
  if (clock) return Number(clock[1] || 0) * 1440 + Number(clock[2]) * 60 + Number(clock[3]) + Number(clock[4] || 0) / 60
  const iso = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:\.\d+)?S)?)?$/i.exec(
    said,
  )
  if (!iso || said.length < 3) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = iso.slice(1).map((each) => Number(each ?? 0))
  return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60
}

/** Minutes since midnight of "9:30", "09:30:00"; the clock of a programme, never with a.m. or p.m. */
export function readClockTime(text: string | null | undefined): number | null {
  const found = /^\s*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*$/.exec(text ?? '')
  if (!found || Number(found[1]) > 47 || Number(found[2]) > 59) return null
  return Number(found[1]) * 60 + Number(found[2])
}

/** The IANA name as the system writes it; null for a name that it does not know. */
export function knownZone(name: string | null | undefined): string | null {
  const said = name?.trim() ?? ''
  if (/^(?:UTC|GMT|Z|Etc\/UTC)$/i.test(said)) return 'UTC'
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(said)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: said }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** The day on which a time is where it is written; a time in UTC is written nowhere. */
export const writtenDay = (text: string | null | undefined): string | null =>
  /\d\s*(?:Z|UTC)\s*$/i.test(text ?? '') ? null : readDate(text)

/** Finds times whose written offset is not what the file's own zone has at that time. A time in UTC may be in any zone. */
export function zoneCheck(timeZone: string | null): (written: string | null | undefined) => boolean {
  const known = new Map<string, boolean>()
  return (written) => {
    const found = /^(\d{4}-\d{2}-\d{2})[T ].*?([+-]\d{2}:?\d{2})$/.exec(written?.trim() ?? '')
    if (!timeZone || !found?.[1] || !found[2]) return false
    const key = `${found[1]} ${found[2]}`
    const before = known.get(key)
    if (before !== undefined) return before
    const instant = readDateTime(written)
    const has =
      instant?.kind === 'instant' &&
      Temporal.Instant.from(instant.at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 6e10 !==
        offsetMinutes(found[2])
    known.set(key, has)
    return has
  }
}

/** Whether a clock of that day is before the hour at which the programme's day begins, and so belongs to the next one. */
export const isAfterMidnight = (minutes: number, dayChange: number | null) => dayChange !== null && minutes < dayChange
