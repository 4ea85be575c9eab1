import { inZone, knownZone, readDate, readDateTime, readDuration, writtenDay } from '../file-times'
import { byLanguage, type JsonObject, objectOf, objectsIn, oneText, textOf } from '../json-values'
import { languageCode } from '../languages'
import type { FileEvent, FileSession } from '../programme-file'
import type { Reading } from '../reading'
import { personIn } from './frab-person'

/** What has been handed in but is in no programme. */
const notInProgramme = /^(?:draft|submitted|accepted|rejected|withdrawn|deleted)$/i

/** schedule.json version 2, which is still changing: a flat list of events that say room, track and people by reference. */
export function* readScheduleJson2(schedule: JsonObject, reading: Reading): Generator<FileEvent> {
  const conference = objectOf(schedule.conference)
  const place = { path: 'schedule.conference' }
  const of = (key: string) => textOf(conference[key]) ?? textOf(schedule[key])
  const zone = knownZone(of('time_zone_name') ?? of('timezone'))
  const rooms = nameByKey(conference.rooms ?? schedule.rooms)
  const tracks = nameByKey(conference.tracks ?? schedule.tracks)
  const names = (known: Map<string, string>) =>
    [...new Set(known.values())].flatMap((name) => reading.line(name, place) ?? [])
  reading.add({
    kind: 'head',
    head: {
      format: 'schedule-json',
      title: reading.line(oneText(conference.title) ?? oneText(schedule.title), place),
      startsOn: readDate(of('start')),
      endsOn: readDate(of('end')),
      timeZone: zone ?? reading.timeZone,
      city: reading.line(of('city'), place),
      venue: reading.line(of('venue'), place),
      url: reading.links([{ url: of('url') }], place)[0]?.url ?? null,
      ...{ language: languageCode(of('language')), rooms: names(rooms), tracks: names(tracks) },
    },
  })
  for (const [at, event] of objectsIn(schedule.events).entries()) {
    readEvent(event, reading, { path: `schedule.events[${at}]` }, zone, { rooms, tracks })
    yield* reading.take()
  }
}

function nameByKey(list: unknown): Map<string, string> {
  return new Map(
    objectsIn(list).flatMap((each) =>
      [each.guid, each.slug, each.id].flatMap((key): [string, string][] => {
        const name = oneText(each.name)
        return textOf(key) && name ? [[textOf(key) ?? '', name]] : []
      }),
    ),
  )
}

type Known = { rooms: Map<string, string>; tracks: Map<string, string> }

function readEvent(
  event: JsonObject,
  reading: Reading,
  place: { path: string },
  zone: string | null,
  { rooms, tracks }: Known,
): void {
  const state = textOf(event.state) ?? ''
  if (notInProgramme.test(state)) {
    reading.note('notInProgramme', place, { text: oneText(event.title) ?? '', state })
    return
  }
  const [starts, ends] = [event.start, event.end].map((time) => inZone(readDateTime(textOf(time)), zone))
  const named = (value: unknown, known: Map<string, string>) => {
    const { guid, slug, name } = objectOf(value)
    return reading.line(
      oneText(name) ?? known.get(textOf(guid) ?? '') ?? known.get(textOf(slug) ?? '') ?? textOf(slug) ?? textOf(value),
      place,
    )
  }
  const guid = textOf(event.guid)
  const language = languageCode(textOf(event.language))
  reading.session(
    {
      place,
      ids: guid ? [`guid:${guid}`] : [],
      language,
      format: textOf(event.type)?.toLowerCase().replaceAll('_', ' ') ?? null,
      track: named(event.track, tracks),
      room: named(event.room, rooms),
      day: writtenDay(textOf(event.start)),
      starts,
      ends: ends?.kind === 'day' ? null : ends,
      minutes: readDuration(textOf(event.duration)),
      isCancelled: /^cancell?ed$/i.test(state),
      people: objectsIn(event.participants).flatMap((person) => personIn(person, reading, place)),
      links: reading.links(
        [
          ...objectsIn(event.links).map((link) => ({ url: textOf(link.url), title: oneText(link.title) })),
          { url: textOf(event.url) },
        ],
        place,
      ),
    },
    textsOf(event, language, reading, place),
  )
}

function textsOf(
  event: JsonObject,
  language: string | null,
  reading: Reading,
  place: { path: string },
): FileSession['texts'] {
  const of = (key: string) => new Map(byLanguage(event[key]).map(([code, text]) => [code || (language ?? ''), text]))
  const [titles, subtitles, abstracts, descriptions] = ['title', 'subtitle', 'abstract', 'description'].map(of)
  const languages = new Set([titles, abstracts, descriptions].flatMap((each) => [...(each?.keys() ?? [])]))
  return Object.fromEntries(
    [...languages].map((code) => [
      code,
      {
        title: reading.line(titles?.get(code), place) ?? '',
        subtitle: reading.line(subtitles?.get(code), place) ?? undefined,
        abstract: reading.prose([abstracts?.get(code), descriptions?.get(code)], place),
      },
    ]),
  )
}
