import {
  inZone,
  isAfterMidnight,
  knownZone,
  readClockTime,
  readDate,
  readDateTime,
  readDuration,
  wallTime,
  zoneCheck,
} from '../file-times'
import { firstText, isObject, type JsonObject, objectOf, objectsIn, oneText, textOf } from '../json-values'
import { languageCode } from '../languages'
import type { FileEvent, FileTime } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import type { Reading } from '../reading'
import { personIn } from './frab-person'
import { readScheduleJson2 } from './schedule-json-2'
import { readSubmissions } from './submissions'

type Placed = { event: JsonObject; path: string; room: string | null; day: string | null }

/** schedule.json of frab, pretalx and their kin (version 1 and, where it is clear, 2), and single submissions of frab. */
export function* readScheduleJson(value: unknown, reading: Reading): Generator<FileEvent> {
  const schedule = objectOf(objectOf(value).schedule ?? value)
  const conference = objectOf(schedule.conference)
  if (Array.isArray(schedule.events)) return yield* readScheduleJson2(schedule, reading)
  if (!isObject(schedule.conference)) return yield* readSubmissions(value, reading)
  if (!Array.isArray(conference.days))
    throw new UnreadableFile('notThisFormat', { path: 'schedule.conference.days' }, { format: 'schedule-json' })
  const events = placed(conference)
  const place = { path: 'schedule.conference' }
  const stated = textOf(conference.time_zone_name)
  const known = knownZone(stated)
  if (stated && !known) reading.note('unknownZone', place, { zone: stated })
  const contradicts = zoneCheck(known)
  const wrong = events.find(({ event }) => contradicts(textOf(event.date)))
  if (wrong) reading.note('zoneContradicted', { path: wrong.path }, { zone: stated ?? '' })
  const zone = wrong ? null : known
  const days = objectsIn(conference.days).flatMap((day) => readDate(textOf(day.date)) ?? [])
  const names = (list: unknown) => [
    ...new Set(objectsIn(list).flatMap(({ name }) => reading.line(oneText(name), place) ?? [])),
  ]
  reading.add({
    kind: 'head',
    head: {
      format: 'schedule-json',
      title: reading.line(oneText(conference.title), place),
      startsOn: readDate(textOf(conference.start)) ?? days[0] ?? null,
      endsOn: readDate(textOf(conference.end)) ?? days.at(-1) ?? null,
      timeZone: zone ?? reading.timeZone,
      city: reading.line(textOf(conference.city), place),
      venue: reading.line(textOf(conference.venue), place),
      url: reading.links([{ url: firstText(conference.url, schedule.base_url) }], place)[0]?.url ?? null,
      language: languageCode(textOf(conference.language)),
      rooms: names(conference.rooms ?? schedule.rooms),
      tracks: names(conference.tracks),
    },
  })
  const base = firstText(conference.url, schedule.base_url)
  for (const each of events) {
    readEvent(each, reading, {
      zone,
      base: base && URL.canParse(base) ? base : null,
      dayChange: readClockTime(textOf(conference.day_change)),
    })
    yield* reading.take()
  }
}

function placed(conference: JsonObject): Placed[] {
  return objectsIn(conference.days).flatMap((day, n) => {
    const on = readDate(textOf(day.date)) ?? readDate(textOf(day.day_start))
    const rooms = isObject(day.rooms)
      ? Object.entries(day.rooms)
      : objectsIn(day.rooms).map((room) => [oneText(room.name) ?? '', room.events] as const)
    return rooms.flatMap(([room, events]) =>
      objectsIn(events).map((event, at) => ({
        event,
        room,
        day: on,
        path: `schedule.conference.days[${n}].rooms["${room.slice(0, 60)}"][${at}]`,
      })),
    )
  })
}

type Setting = { zone: string | null; base: string | null; dayChange: number | null }

function readEvent({ event, path, room, day }: Placed, reading: Reading, { zone, base, dayChange }: Setting): void {
  const place = { path }
  const line = (value: unknown) => reading.line(oneText(value), place)
  const language = languageCode(textOf(event.language))
  const [guid, code, id] = [event.guid, event.code, event.id].map(textOf)
  const ends = readDateTime(textOf(event.end))
  reading.session(
    {
      place,
      // A submission with several slots repeats its code and number, so they count only where there is no guid.
      ids: guid ? [`guid:${guid}`] : [...(code ? [`code:${code}`] : []), ...(id ? [`id:${id}`] : [])],
      language,
      format: line(event.type),
      track: line(isObject(event.track) ? (event.track.name ?? event.track.slug) : event.track),
      room: line(event.room) ?? reading.line(room, place),
      day,
      starts: startOf(event, day, zone, dayChange),
      ends: ends?.kind === 'day' ? null : inZone(ends, zone),
      minutes: readDuration(textOf(event.duration)),
      people: objectsIn(event.persons).flatMap((person) => personIn(person, reading, place)),
      links: reading.links(
        [
          ...objectsIn(event.links).map((link) => ({ url: firstText(link.url, link.href), title: textOf(link.title) })),
          ...objectsIn(event.attachments).map((link) => ({
            url: firstText(link.url, link.href),
            title: textOf(link.title),
          })),
          ...[event.url, event.origin_url, event.video_download_url].map((url) => ({ url: textOf(url) })),
        ],
        place,
        base,
      ),
    },
    {
      [language ?? '']: {
        title: line(event.title) ?? '',
        subtitle: line(event.subtitle) ?? undefined,
        abstract: reading.prose([oneText(event.abstract), oneText(event.description)], place),
      },
    },
  )
}

function startOf(
  event: JsonObject,
  day: string | null,
  zone: string | null,
  dayChange: number | null,
): FileTime | null {
  const dated = readDateTime(textOf(event.date))
  if (dated && dated.kind !== 'day') return inZone(dated, zone)
  const clock = readClockTime(textOf(event.start))
  const base = dated?.at ?? day
  if (!base) return null
  if (clock === null) return { kind: 'day', at: base }
  return inZone(wallTime(base, clock + (isAfterMidnight(clock, dayChange) && !dated ? 1440 : 0)), zone)
}
