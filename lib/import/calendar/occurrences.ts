import { toWallTime } from '@/lib/editions/wall-time'
import { addMinutes, inZone, minutesBetween, readDate, readDateTime, readDuration } from '../file-times'
import type { FileTime } from '../programme-file'
import type { Calendar } from '../readers/icalendar'
import type { Reading } from '../reading'
import { parseBlock } from './calendar-blocks'
import { type Component, type Property, ruleText, textValue } from './calendar-zones'
import { daysOf, readRule } from './recurrence'

/** A series without an end is taken for so long from its first time on, and never more times than this of one. */
const ENDLESS_DAYS = 366
const MOST_DAYS = 3660
const MOST_TIMES = 500

type Occurrence = {
  /** Of the time in its series; null where the event takes place once. */
  id: string | null
  component: Component
  place: { line: number } | null
  starts: FileTime | null
  ends: FileTime | null
  day: string | null
}

/** Each time at which an event takes place: of a series those of its rule, with what was added, moved and taken out. */
export function occurrences(
  component: Component,
  place: { line: number },
  calendar: Calendar,
  reading: Reading,
): Occurrence[] {
  const [, properties] = component
  const time = (property: Property | undefined, value: unknown = property?.[3]) =>
    timeOf(property, value, place, calendar, reading)
  const first = properties.find(([name]) => name === 'dtstart')
  const starts = time(first)
  if (!starts) reading.note('timeNotUnderstood', place, { text: String(first?.[3] ?? '') })
  const length = lengthOf(properties, starts, time)
  const at = (start: FileTime | null, wall: string | null) => ({
    starts: start,
    ends: endsOf(start, length),
    day: dayOf(start, wall, calendar),
  })
  const own = { component, place: null, id: null, ...at(starts, wallOf(first, first?.[3])) }
  const repeats = properties.filter(([name]) => name === 'rrule' || name === 'rdate')
  if (!starts || !repeats.length || properties.some(([name]) => name === 'recurrence-id')) return [own]

  const left = new Set(timesOf(properties, 'exdate', time).map(keyOf))
  const times = new Map([[keyOf(starts), own as Occurrence]])
  for (const [wall, start] of [
    ...ruleTimes(properties, starts, time, place, calendar, reading),
    ...dateTimes(properties, time),
  ])
    if (times.size < MOST_TIMES && calendar.budget.times-- > 0)
      times.set(keyOf(start), { component, place: null, id: null, ...at(start, wall) })
    else reading.noteOnce('seriesCut', place, { most: String(MOST_TIMES) })
  // A day that is taken out takes out what takes place on it at any time.
  const isLeft = (key: string, { day }: Occurrence) => left.has(key) || (day !== null && left.has(day))
  const kept = [...times].filter(([key, each]) => !isLeft(key, each))
  const moved = movedTimes(textValue(properties, 'uid') ?? '', calendar, reading)
  const all = kept.map(([key, each]) => ({ ...each, ...moved.get(key), id: key }))
  const unknown = [...moved].filter(([key]) => !times.has(key)).map(([key, each]) => ({ ...each, id: key }))
  return [...all, ...unknown]
}

/** Single times of a series that have an event of their own, by the time that they had in the series. */
function movedTimes(uid: string, calendar: Calendar, reading: Reading): Map<string, Occurrence> {
  const moved = new Map<string, Occurrence>()
  for (const block of calendar.overrides.get(uid) ?? []) {
    const place = { line: block.line }
    const component = parseBlock(block)
    const property = component?.[1].find(([name]) => name === 'recurrence-id')
    const time = timeOf(property, property?.[3], place, calendar, reading)
    const [own] = component ? occurrences(component, place, calendar, reading) : []
    if (time && own) moved.set(keyOf(time), { ...own, place })
    else reading.note('eventNotUnderstood', place)
  }
  calendar.overrides.delete(uid)
  return moved
}

/** The day of what a clock shows, or of a time in UTC where the programme takes place. */
function dayOf(start: FileTime | null, wall: string | null, { zone }: Calendar): string | null {
  if (wall && !wall.endsWith('Z')) return readDate(wall)
  return start?.kind === 'instant' && zone ? readDate(toWallTime(start.at, zone)) : null
}

const keyOf = ({ at }: FileTime) => at.replace(/\.000Z$/, 'Z')

type ToTime = (property: Property | undefined, value?: unknown) => FileTime | null

function ruleTimes(
  properties: Property[],
  starts: FileTime,
  time: ToTime,
  place: { line: number },
  calendar: Calendar,
  reading: Reading,
): [string, FileTime][] {
  const first = properties.find(([name]) => name === 'dtstart')
  const wall = wallOf(first, first?.[3])
  const day = readDate(wall)
  if (!wall || !day) return []
  const clock = wall.slice(10) // with its Z, where it has one
  return properties
    .filter(([name]) => name === 'rrule')
    .slice(0, 10)
    .flatMap((property) => {
      const text = ruleText(property[3])
      const rule = readRule(text)
      if (!rule) {
        reading.note('seriesNotUnderstood', place, { text })
        return []
      }
      const isEndless = rule.count === null && rule.until === null
      if (isEndless) reading.noteOnce('seriesEndless', place)
      const until = readDateTime(rule.until)
      const found: [string, FileTime][] = []
      let count = 0
      const span = until ? (Date.parse(until.at.slice(0, 10)) - Date.parse(day)) / 86_400_000 + 2 : MOST_DAYS
      const mostDays = Math.max(1, Math.min(isEndless ? ENDLESS_DAYS : MOST_DAYS, span, calendar.budget.days))
      calendar.budget.days -= mostDays
      for (const each of daysOf(rule, day, mostDays)) {
        if (rule.count !== null && ++count > rule.count) break
        const start = time(first, each + clock)
        if (!start || (until && isAfter(start, each, until))) break
        found.push([each + clock, start])
        if (found.length >= Math.min(MOST_TIMES, calendar.budget.times)) break
      }
      // The first time counts even where the rule does not say it.
      return rule.count !== null && !found.some(([, { at }]) => at === starts.at)
        ? found.slice(0, Math.max(0, rule.count - 1))
        : found
    })
}

/** Until an instant, or a day or wall time, which is that of the series. */
function isAfter(start: FileTime, day: string, until: FileTime): boolean {
  if (until.kind === 'instant' && start.kind === 'instant') return start.at > until.at
  return day > until.at.slice(0, 10)
}

const dateTimes = (properties: Property[], time: ToTime) =>
  timesOf(properties, 'rdate', time).map((start): [string | null, FileTime] => [null, start])

const timesOf = (properties: Property[], name: string, time: ToTime): FileTime[] =>
  properties
    .filter((property) => property[0] === name)
    .flatMap((property) => {
      const [, , , ...values] = property
      // A period says an end too, which the series has anyway.
      return values
        .slice(0, MOST_TIMES)
        .flatMap((value) => time(property, Array.isArray(value) ? value[0] : value) ?? [])
    })

/** What a clock shows where the event is. */
function wallOf(property: Property | undefined, value: unknown): string | null {
  if (!property || typeof value !== 'string') return null
  const read = readDateTime(value)
  return read ? (read.kind === 'day' ? read.at : value.trim()) : null
}

function timeOf(
  property: Property | undefined,
  value: unknown,
  place: { line: number },
  calendar: Calendar,
  reading: Reading,
): FileTime | null {
  const read = typeof value === 'string' ? readDateTime(value) : null
  if (read?.kind !== 'wall') return read
  const name = property?.[1].tzid
  if (typeof name !== 'string') return inZone(read, calendar.floating)
  const found = calendar.zones.instantOf(read.at, name)
  if (found?.contradicts) reading.noteOnce('zoneContradicted', place, { zone: name })
  if (found) return { kind: 'instant', at: found.at }
  reading.noteOnce('unknownZone', place, { zone: name })
  return read
}

type Length = { minutes: number | null; days: number | null }

function lengthOf(properties: Property[], starts: FileTime | null, time: ToTime): Length {
  const end = properties.find(([name]) => name === 'dtend')
  const ends = time(end)
  if (ends?.kind === 'day' && starts?.kind === 'day')
    return { minutes: null, days: (Date.parse(ends.at) - Date.parse(starts.at)) / 86_400_000 }
  const minutes = ends ? minutesBetween(starts, ends) : readDuration(textValue(properties, 'duration'))
  return { minutes, days: minutes !== null && starts?.kind === 'day' ? Math.floor(minutes / 1440) : null }
}

/** The end of whole days is the day after the last in the file, the last here; one day has none. */
function endsOf(starts: FileTime | null, { minutes, days }: Length): FileTime | null {
  if (!starts) return null
  if (starts.kind !== 'day') return minutes === null ? null : addMinutes(starts, minutes)
  if (days === null || days < 2 || days > MOST_DAYS) return null
  return { kind: 'day', at: new Date(Date.parse(starts.at) + (days - 1) * 86_400_000).toISOString().slice(0, 10) }
}
