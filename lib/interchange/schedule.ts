import { compareDays, type Day, daysOfProgramme } from '@/lib/editions/programme'
import { absolute } from '@/lib/metadata'
import { toSlug } from '@/lib/slug'
import { numericIds } from './numeric-ids'
import type { OutgoingProgramme } from './outgoing-programme'
import type { OutgoingPerson, OutgoingSession } from './outgoing-session'
import { limitsOfDay, withOffset, zoned } from './zoned-time'

/**
 * A programme in the terms that schedule.xml and schedule.json share (frab, pretalx, c3voc). A room, track or language
 * that is not known is an empty text or null, a length that is not known is 0. What has no time has no place in these
 * formats, and that a session was cancelled cannot be said in them: both are left out, and counted.
 */
export type Schedule = {
  acronym: string
  title: string
  /** First and last day. */
  start: string
  end: string
  timeZone: string
  /** Changes whenever anything in it does. */
  version: string
  url: string
  /** The longest step in minutes at which all sessions begin and end. */
  slot: number
  tracks: { name: string; slug: string | null }[]
  rooms: { name: string; guid: string; slug: string | null }[]
  days: ScheduleDay[]
  leftOut: { withoutTime: number; cancelled: number }
}

export type ScheduleDay = {
  index: number
  date: string
  start: string
  end: string
  rooms: { name: string; guid: string | null; events: ScheduleEvent[] }[]
}

export type ScheduleEvent = {
  guid: string
  id: number
  slug: string
  url: string
  date: string
  /** Null where it is not recorded. */
  end: string | null
  start: string
  minutes: number
  title: string
  type: string
  track: string | null
  room: string
  language: string | null
  abstract: string | null
  persons: { id: number; guid: string; name: string; url: string; biography: string | null }[]
  links: { url: string; title: string }[]
  attachments: { url: string; title: string }[]
}

/** What has a place in a schedule. */
export const timedOf = (sessions: readonly OutgoingSession[]) =>
  sessions.filter(({ isCancelled, startsAt }) => startsAt && !isCancelled)

/** Null where no session has a time: there is no such thing as a schedule without a day. */
export function toSchedule(programme: OutgoingProgramme): Schedule | null {
  const { edition, sessions, tracks, rooms, updatedAt } = programme
  const timed = timedOf(sessions)
  if (timed.length === 0) return null
  const acronym = acronymOf(edition.key)
  const days = daysOf(programme, timed, toEvents(timed, acronym))
  return {
    acronym,
    title: edition.name.name.value,
    start: days[0]?.date ?? '',
    end: days.at(-1)?.date ?? '',
    timeZone: edition.timeZone,
    version: updatedAt.toISOString(),
    url: edition.url,
    slot: slotOf(timed),
    tracks: tracks.map((name) => ({ name, slug: slugOf(name) })),
    rooms: rooms.map(({ id, name }) => ({ name, guid: id, slug: slugOf(name) })),
    days,
    leftOut: {
      withoutTime: sessions.filter(({ startsAt, isCancelled }) => !startsAt && !isCancelled).length,
      cancelled: sessions.filter(({ isCancelled }) => isCancelled).length,
    },
  }
}

/** "astana_think_tank_forum_2025": the formats take at least four of these letters, and no hyphen inside. */
export const acronymOf = (key: string) => key.replace(/[^a-z0-9]+/g, '_').padEnd(4, '_')

/** A slug of at least two letters that begins with a letter. */
const slugOf = (name: string) => /^[a-z][a-z0-9-]+$/.exec(toSlug(name) ?? '')?.[0] ?? null

/** The numbers of sessions and people: the same whether all of a programme is written at once or a part of it. */
export type EventNumbers = { sessions: ReadonlyMap<string, number>; people: ReadonlyMap<string, number> }

export const eventNumbers = (timed: readonly OutgoingSession[]): EventNumbers => ({
  sessions: numericIds(timed.map(({ id }) => id)),
  people: numericIds(timed.flatMap(({ people }) => people.map(({ id }) => id))),
})

export function toEvents(
  timed: readonly OutgoingSession[],
  acronym: string,
  numbers: EventNumbers = eventNumbers(timed),
): ReadonlyMap<string, ScheduleEvent> {
  return new Map(
    timed.flatMap((session) => {
      const { id, slug, startsAt, endsAt, timeZone, abstract, language, track } = session
      if (!startsAt) return []
      const event: ScheduleEvent = {
        guid: id,
        id: numbers.sessions.get(id) ?? 0,
        // An underscore is in no slug of ours, so that a short one that is made longer can be no other.
        slug: `${acronym}-${slug.length < 4 ? `session_${slug}` : slug}`,
        url: session.url,
        date: withOffset(startsAt, timeZone),
        end: endsAt && withOffset(endsAt, timeZone),
        start: zoned(startsAt, timeZone).toPlainTime().toString({ smallestUnit: 'minute' }),
        minutes: endsAt ? Math.max(0, Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)) : 0,
        title: session.title,
        type: session.format,
        room: session.room?.name ?? '',
        ...{ track, language, abstract },
        persons: eachOnce(session.people).map(({ id, name, path, biography }) => ({
          id: numbers.people.get(id) ?? 0,
          guid: id,
          ...{ name, biography },
          url: absolute(path),
        })),
        links: session.sources,
        attachments: session.documents,
      }
      return [[id, event] as const]
    }),
  )
}

/** Somebody who both chairs and speaks is one person. */
const eachOnce = (people: readonly OutgoingPerson[]) =>
  [...new Map([...people].reverse().map((person) => [person.id, person])).values()].reverse()

function daysOf(
  { days, rooms, edition }: OutgoingProgramme,
  timed: readonly OutgoingSession[],
  events: ReadonlyMap<string, ScheduleEvent>,
): ScheduleDay[] {
  const dayOfSession = daysOfProgramme(days)
  const keyOf = ({ number, date }: Day) => (number === null ? (date?.toISOString() ?? '') : String(number))
  const groups = new Map<string, { day: Day; sessions: OutgoingSession[] }>()
  for (const day of days) if (day.date) groups.set(keyOf(day), { day, sessions: [] })
  for (const session of timed) {
    const day = dayOfSession(session)
    if (!day) continue
    const group = groups.get(keyOf(day)) ?? { day, sessions: [] }
    group.sessions.push(session)
    groups.set(keyOf(day), group)
  }
  const all = [...groups.values()].sort((a, b) => compareDays(a.day, b.day))
  // The numbers of the programme where every day has one, else they are counted.
  const isNumbered = all.every(({ day }) => day.number !== null)
  return all.map(({ day, sessions }, at) => {
    const { timeZone } = edition
    const first = sessions[0]?.startsAt
    const date =
      day.date?.toISOString().slice(0, 10) ??
      zoned(first ?? new Date(0), timeZone)
        .toPlainDate()
        .toString()
    const ends = sessions.flatMap(({ startsAt, endsAt }) => endsAt ?? startsAt ?? [])
    const limits = limitsOfDay(date, timeZone)
    const last = ends.reduce((latest, end) => (end > latest ? end : latest), first ?? limits.end)
    return {
      index: isNumbered && day.number !== null ? day.number : at + 1,
      date,
      start: withOffset(first ?? limits.start, timeZone),
      end: withOffset(last, timeZone),
      rooms: roomsOf(sessions, rooms, events),
    }
  })
}

/** The rooms in which something happens on a day, in the order of the edition; what has no room comes last. */
function roomsOf(
  sessions: readonly OutgoingSession[],
  rooms: OutgoingProgramme['rooms'],
  events: ReadonlyMap<string, ScheduleEvent>,
) {
  const inUse = new Map<string | null, ScheduleDay['rooms'][number]>()
  for (const { id, room } of sessions) {
    const guid = room?.id ?? null
    const here = inUse.get(guid) ?? { name: room?.name ?? '', guid, events: [] }
    const event = events.get(id)
    if (event) here.events.push(event)
    inUse.set(guid, here)
  }
  const place = new Map(rooms.map(({ id }, index) => [id, index]))
  const placeOf = (guid: string | null) => (guid ? (place.get(guid) ?? rooms.length) : rooms.length + 1)
  return [...inUse.values()].sort((a, b) => placeOf(a.guid) - placeOf(b.guid))
}

const SLOTS = [30, 15, 10, 5]

function slotOf(sessions: readonly OutgoingSession[]): number {
  const minutes = sessions.flatMap(({ startsAt, endsAt }) =>
    [startsAt, endsAt].flatMap((at) => (at ? at.getTime() / 60_000 : [])),
  )
  return SLOTS.find((slot) => minutes.every((minute) => minute % slot === 0)) ?? 1
}
