import { readDate, readDateTime } from '../file-times'
import { firstText, isObject, type JsonObject, listOf, objectOf, objectsIn, textOf } from '../json-values'
import { languageCode } from '../languages'
import type { FileAppearance, FileEvent } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import type { Reading } from '../reading'

type Found = { session: JsonObject; path: string; room: string | null; day: string | null }

/** The views that Sessionize offers: the grid, the sessions, the speakers, and all of it in one. Their times name no zone. */
export function* readSessionize(value: unknown, reading: Reading): Generator<FileEvent> {
  const all = isObject(value) ? value : {}
  const names = namesOf(all)
  const found = [...(isObject(value) ? inList(all.sessions, 'sessions', null, null) : inViews(objectsIn(value)))]
  const speakers = Array.isArray(value)
    ? objectsIn(value).filter((each) => 'fullName' in each)
    : objectsIn(all.speakers)
  const sessions = [...new Map(found.map((each, at) => [textOf(each.session.id) ?? at, each])).values()]
  if (!sessions.length && !speakers.length) throw new UnreadableFile('notThisFormat', {}, { format: 'sessionize' })
  const days = sessions.flatMap(({ session, day }) => day ?? readDate(textOf(session.startsAt)) ?? []).sort()
  const rooms = [...found.map(({ room }) => room), ...objectsIn(all.rooms).map((room) => textOf(room.name))]
  reading.add({
    kind: 'head',
    head: {
      ...{ format: 'sessionize', title: null, timeZone: reading.timeZone },
      startsOn: days[0] ?? null,
      endsOn: days.at(-1) ?? null,
      ...{ city: null, venue: null, url: null, language: null, tracks: [] },
      rooms: [...new Set(rooms.flatMap((room) => reading.line(room, {}) ?? []))],
    },
  })
  for (const [at, speaker] of speakers.entries()) {
    readSpeaker(speaker, reading, { path: Array.isArray(value) ? `[${at}]` : `speakers[${at}]` })
    yield* reading.take()
  }
  for (const each of sessions) {
    readSession(each, names, reading)
    yield* reading.take()
  }
}

function inViews(views: JsonObject[]): Found[] {
  return views.flatMap((view, n) => {
    if ('isServiceSession' in view) return [{ session: view, path: `[${n}]`, room: null, day: null }]
    const day = readDate(textOf(view.date))
    // The time slots of the grid repeat what stands in its rooms.
    if (Array.isArray(view.rooms))
      return objectsIn(view.rooms).flatMap((room, m) =>
        inList(room.sessions, `[${n}].rooms[${m}].sessions`, textOf(room.name), day),
      )
    return inList(view.sessions, `[${n}].sessions`, null, null).filter(({ session }) => 'title' in session)
  })
}

const inList = (list: unknown, path: string, room: string | null, day: string | null): Found[] =>
  objectsIn(list).map((session, at) => ({ session, path: `${path}[${at}]`, room, day }))

type Names = {
  people: Map<string, { name: string; tagLine: string | null }>
  rooms: Map<string, string>
  items: Map<string, [category: string, name: string]>
}

/** What the ids in "all" stand for. */
function namesOf(all: JsonObject): Names {
  const named = (list: unknown, ...keys: string[]) =>
    objectsIn(list).flatMap((each): [string, string][] => {
      const [id, name] = [textOf(each.id), firstText(...keys.map((key) => each[key]))]
      return id && name ? [[id, name]] : []
    })
  return {
    people: new Map(
      objectsIn(all.speakers).flatMap((each) => {
        const [id, name] = [textOf(each.id), nameOf(each)]
        return id && name ? [[id, { name, tagLine: textOf(each.tagLine) }] as const] : []
      }),
    ),
    rooms: new Map(named(all.rooms, 'name')),
    items: new Map(
      objectsIn(all.categories).flatMap((category) =>
        named(category.items, 'name').map(([id, name]): [string, [string, string]] => [
          id,
          [firstText(category.title, category.name) ?? '', name],
        ]),
      ),
    ),
  }
}

const nameOf = (person: JsonObject) =>
  firstText(person.fullName, person.name, [person.firstName, person.lastName].map(textOf).filter(Boolean).join(' '))

function readSpeaker(speaker: JsonObject, reading: Reading, place: { path: string }): void {
  const name = reading.line(nameOf(speaker), place)
  if (!name || !textOf(speaker.id)) {
    reading.note('personWithoutName', place)
    return
  }
  const biography = reading.prose([textOf(speaker.tagLine), textOf(speaker.bio)], place)
  const links = objectsIn(speaker.links).map((link) => ({ url: textOf(link.url), title: textOf(link.title) }))
  reading.person({
    ...{ place, ids: [`id:${textOf(speaker.id)}`], name, affiliation: null },
    biography: biography ? { '': biography } : {},
    links: reading.links(links, place),
  })
}

function readSession({ session, path, room, day }: Found, names: Names, reading: Reading): void {
  const place = { path }
  const id = textOf(session.id)
  const status = textOf(session.status)
  const title = reading.line(textOf(session.title), place) ?? ''
  if (status && /declin|nominat|waitlist|queue/i.test(status)) {
    reading.note('notInProgramme', place, { text: title, state: status })
    return
  }
  const categories = [
    ...objectsIn(session.categories).flatMap((category) =>
      objectsIn(category.categoryItems).map((item) => [textOf(category.name) ?? '', textOf(item.name) ?? '']),
    ),
    ...listOf(session.categoryItems).flatMap((item) => {
      const known = names.items.get(textOf(item) ?? '')
      return known ? [known] : []
    }),
  ]
  const inCategory = (pattern: RegExp) =>
    categories.flatMap(([category = '', name]) => (pattern.test(category) ? (reading.line(name, place) ?? []) : []))
  const language = languageCode(inCategory(/language|язык|тілі?$/i)[0])
  const isService = session.isServiceSession === true
  reading.session(
    {
      place,
      ids: id ? [`id:${id}`] : [],
      language,
      format: inCategory(/format|type$|формат/i)[0] ?? (isService ? 'service session' : null),
      track: inCategory(/^tracks?$|трек|секция/i)[0] ?? null,
      room: reading.line(firstText(session.room, names.rooms.get(textOf(session.roomId) ?? ''), room), place),
      day,
      starts: readDateTime(textOf(session.startsAt)),
      ends: readDateTime(textOf(session.endsAt)),
      isCancelled: /^cancell?ed$/i.test(status ?? ''),
      people: listOf(session.speakers).flatMap((person) => appearance(person, names, reading, place)),
      topics: inCategory(/^tags?$|topic|тем[аы]|тақырып/i),
      links: reading.links([{ url: textOf(session.liveUrl) }, { url: textOf(session.recordingUrl) }], place),
    },
    { [language ?? '']: { title, abstract: reading.prose([textOf(session.description)], place) } },
  )
}

function appearance(person: unknown, names: Names, reading: Reading, place: { path: string }): FileAppearance[] {
  const id = isObject(person) ? textOf(person.id) : textOf(person)
  const known = names.people.get(id ?? '')
  const name = reading.line(nameOf(objectOf(person)) ?? known?.name, place)
  if (!name) return []
  const position = reading.line(known?.tagLine, place)
  return [{ ids: id ? [`id:${id}`] : [], name, role: 'speaker', affiliation: null, position, country: null }]
}
