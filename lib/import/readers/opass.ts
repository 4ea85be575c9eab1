import { readDate, readDateTime } from '../file-times'
import {
  byLanguage,
  firstText,
  isObject,
  type JsonObject,
  objectOf,
  objectsIn,
  oneText,
  textOf,
  textsIn,
} from '../json-values'
import { languageCode } from '../languages'
import type { FileAppearance, FileEvent, FileSession } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import type { Reading } from '../reading'

/** The session.json of OPass, as COSCUP and others publish it: ids that lists beside the sessions name, texts by language. */
export function* readOpass(value: unknown, reading: Reading): Generator<FileEvent> {
  const all = objectOf(value)
  const sessions = objectsIn(all.sessions)
  if (!sessions.length) throw new UnreadableFile('notThisFormat', {}, { format: 'opass' })
  const names: Names = {
    ...{ types: namesIn(all.session_types), rooms: namesIn(all.rooms), tags: namesIn(all.tags) },
    people: new Map(objectsIn(all.speakers).map((each) => [textOf(each.id) ?? '', each])),
  }
  const days = sessions.flatMap(({ start }) => readDate(textOf(start)?.slice(0, 10)) ?? []).sort()
  const rooms = sessions.flatMap(({ room }) => reading.line(nameIn(names.rooms, room), {}) ?? [])
  reading.add({
    kind: 'head',
    head: {
      ...{ format: 'opass', title: null, startsOn: days[0] ?? null, endsOn: days.at(-1) ?? null },
      ...{ timeZone: reading.timeZone, city: null, venue: null, url: null, language: null, tracks: [] },
      rooms: [...new Set(rooms)],
    },
  })
  for (const [at, speaker] of objectsIn(all.speakers).entries()) {
    readSpeaker(speaker, reading, { path: `speakers[${at}]` })
    yield* reading.take()
  }
  for (const [at, session] of sessions.entries()) {
    readSession(session, names, reading, { path: `sessions[${at}]` })
    yield* reading.take()
  }
}

type Names = {
  types: Map<string, string>
  rooms: Map<string, string>
  tags: Map<string, string>
  people: Map<string, JsonObject>
}

/** What each field says in the languages of an object: `{ "zh": { "name": … }, "en": { "name": … } }`. */
const said = (of: JsonObject, field: string) =>
  byLanguage(
    Object.fromEntries(Object.entries(of).flatMap(([key, each]) => (isObject(each) ? [[key, each[field]]] : []))),
  )

const oneOf = (of: JsonObject, field: string) => oneText(Object.fromEntries(said(of, field)))

const namesIn = (list: unknown) =>
  new Map(
    objectsIn(list).flatMap((each) => {
      const [id, name] = [textOf(each.id), oneOf(each, 'name')]
      return id && name ? [[id, name] as const] : []
    }),
  )

/** What an id stands for, else the id itself. */
const nameIn = (names: Map<string, string>, id: unknown) => names.get(textOf(id) ?? '') ?? textOf(id)

function readSpeaker(speaker: JsonObject, reading: Reading, place: { path: string }): void {
  const [id, name] = [textOf(speaker.id), reading.line(oneOf(speaker, 'name'), place)]
  if (!id || !name) {
    reading.note('personWithoutName', place)
    return
  }
  const biography = said(speaker, 'bio').flatMap(([language, bio]) => {
    const text = reading.prose([bio], place)
    return text ? [[language, text] as const] : []
  })
  reading.person({
    ...{ place, ids: [`id:${id}`], name, affiliation: null, links: [] },
    biography: Object.fromEntries(biography),
  })
}

function readSession(session: JsonObject, names: Names, reading: Reading, place: { path: string }): void {
  const id = textOf(session.id)
  const texts: FileSession['texts'] = {}
  for (const [language, title] of said(session, 'title')) texts[language] = { title: reading.line(title, place) ?? '' }
  for (const [language, description] of said(session, 'description')) {
    const abstract = reading.prose([description], place)
    if (abstract) texts[language] = { title: '', ...texts[language], abstract }
  }
  const links = ['uri', 'slide', 'record', 'co_write', 'qa', 'live'].map((field) => ({ url: textOf(session[field]) }))
  reading.session(
    {
      place,
      ids: id ? [`id:${id}`] : [],
      language: languageCode(textOf(session.language)),
      format: reading.line(nameIn(names.types, session.type), place),
      track: null,
      room: reading.line(nameIn(names.rooms, session.room), place),
      starts: readDateTime(textOf(session.start)),
      ends: readDateTime(textOf(session.end)),
      people: textsIn(session.speakers).flatMap((each) => appearance(each, names, reading, place)),
      topics: textsIn(session.tags).flatMap((tag) => reading.line(nameIn(names.tags, tag), place) ?? []),
      links: reading.links(links, place),
    },
    texts,
  )
}

function appearance(id: string, names: Names, reading: Reading, place: { path: string }): FileAppearance[] {
  const name = reading.line(firstText(oneOf(names.people.get(id) ?? {}, 'name')), place)
  if (!name) return []
  return [{ ids: [`id:${id}`], name, role: 'speaker', affiliation: null, position: null, country: null }]
}
