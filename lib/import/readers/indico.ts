import { inZone, knownZone, readDate, readDateTime, readDuration } from '../file-times'
import { firstText, isObject, type JsonObject, objectOf, objectsIn, textOf, textsIn } from '../json-values'
import type { FileAppearance, FileEvent, FileTime } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import type { Reading } from '../reading'

/** `/export/event/….json` of Indico with whatever detail: contributions, those of sessions, or only the events. */
export function* readIndico(value: unknown, reading: Reading): Generator<FileEvent> {
  const results = objectsIn(objectOf(value).results)
  const [first] = results
  if (!first) throw new UnreadableFile('notThisFormat', {}, { format: 'indico' })
  const place = { path: 'results[0]' }
  const [starts, ends] = [
    results.map(({ startDate }) => dateIn(startDate)).sort(),
    results.map(({ endDate }) => dateIn(endDate)).sort(),
  ]
  const isOne = results.length === 1
  const line = (text: unknown) => reading.line(textOf(text), place)
  reading.add({
    kind: 'head',
    head: {
      format: 'indico',
      title: isOne ? line(first.title) : line(first.category),
      startsOn: starts.find(Boolean) ?? null,
      endsOn: ends.at(-1) ?? null,
      timeZone: knownZone(firstText(first.timezone, objectOf(first.startDate).tz)) ?? reading.timeZone,
      city: null,
      venue: isOne ? line(first.location) : null,
      url: isOne ? (reading.links([{ url: textOf(first.url) }], place)[0]?.url ?? null) : null,
      ...{ language: null, rooms: [], tracks: [] },
    },
  })
  for (const [at, event] of results.entries()) {
    for (const talk of talksOf(event, `results[${at}]`, !isOne)) {
      readTalk(talk, event, reading)
      yield* reading.take()
    }
  }
}

type Talk = { item: JsonObject; path: string; kind: string; within: string | null }

/** The contributions of an event, each once; of many events, one without contributions is itself what took place. */
function talksOf(event: JsonObject, path: string, isOfMany: boolean): Talk[] {
  const contributions = (list: unknown, of: string, within: string | null): Talk[] =>
    objectsIn(list).flatMap((item, at) => {
      const own = { item, path: `${of}[${at}]`, kind: 'c', within }
      const below = objectsIn(item.subContributions).map((sub, n) => ({
        item: { ...sub, id: `${textOf(item.id) ?? at}-${textOf(sub.id) ?? n}`, startDate: sub.startDate ?? null },
        ...{ path: `${own.path}.subContributions[${n}]`, kind: 'sc', within: textOf(item.title) },
      }))
      return [own, ...below]
    })
  const talks = [
    ...contributions(event.contributions, `${path}.contributions`, null),
    ...objectsIn(event.sessions).flatMap((session, at) => {
      const own = { item: session, path: `${path}.sessions[${at}]`, kind: 's', within: null }
      const inside = contributions(session.contributions, `${own.path}.contributions`, textOf(session.title))
      return inside.length ? inside : [own]
    }),
  ]
  const once = new Map<string, Talk>()
  for (const talk of talks) {
    const key = `${talk.kind}${textOf(talk.item.db_id) ?? textOf(talk.item.id) ?? talk.path}`
    const before = once.get(key)
    once.set(key, before ? { ...before, within: before.within ?? talk.within } : talk)
  }
  return once.size || !isOfMany ? [...once.values()] : [{ item: event, path, kind: 'e', within: null }]
}

function readTalk({ item, path, kind, within }: Talk, event: JsonObject, reading: Reading): void {
  const place = { path }
  const line = (text: unknown) => reading.line(textOf(text), place)
  const id = textOf(item.id)
  const speakers =
    [item.speakers, item.presenters, item.primaryauthors].map(objectsIn).find((list) => list.length) ?? []
  const chairs = [item.conveners, kind === 'e' ? item.chairs : null].flatMap(objectsIn)
  reading.session(
    {
      place,
      ids: id ? [kind === 'e' ? `id:${id}` : `id:${textOf(event.id) ?? ''}/${kind}${id}`] : [],
      format: line(item.type),
      track: line(item.track) ?? line(item.session) ?? reading.line(within, place),
      room: line(item.roomFullname) ?? line(item.room),
      day: dateIn(item.startDate),
      starts: timeIn(item.startDate),
      ends: timeIn(item.endDate),
      minutes: readDuration(textOf(item.duration)),
      people: [
        ...speakers.flatMap((each) => person(each, 'speaker', reading, place)),
        ...chairs.flatMap((each) => person(each, 'chair', reading, place)),
      ],
      topics: textsIn(item.keywords).flatMap((each) => reading.line(each, place) ?? []),
      links: reading.links(linksOf(item), place),
    },
    { '': { title: line(item.title) ?? '', abstract: reading.prose([textOf(item.description)], place) } },
  )
}

const linksOf = (item: JsonObject) => [
  { url: textOf(item.url) },
  ...objectsIn(item.folders).flatMap((folder) =>
    objectsIn(folder.attachments).map((each) => ({
      url: firstText(each.download_url, each.link_url),
      title: textOf(each.title),
    })),
  ),
  ...objectsIn(item.material).flatMap((material) =>
    objectsIn(material.resources).map((each) => ({
      url: textOf(each.url),
      title: firstText(each.name, material.title),
    })),
  ),
]

/** Their ids count within one event only, and their e-mail addresses are theirs. */
function person(
  item: JsonObject,
  role: FileAppearance['role'],
  reading: Reading,
  place: { path: string },
): FileAppearance[] {
  const whole = [firstText(item.first_name, item.firstName), firstText(item.last_name, item.familyName)]
    .filter(Boolean)
    .join(' ')
  const name = reading.line(firstText(whole, item.fullName, item.name), place)
  const id = textOf(item.person_id)
  const affiliation = reading.line(textOf(item.affiliation), place)
  return name ? [{ ids: id ? [`id:${id}`] : [], name, role, affiliation, position: null, country: null }] : []
}

const dateIn = (value: unknown) => readDate(textOf(isObject(value) ? value.date : value))

/** `{date, time, tz}`, each with the zone of its own. */
function timeIn(value: unknown): FileTime | null {
  if (!isObject(value)) return readDateTime(textOf(value))
  const date = readDate(textOf(value.date))
  const time = textOf(value.time)?.replace(/\.\d+$/, '')
  return inZone(readDateTime(date && time ? `${date}T${time}` : date), knownZone(textOf(value.tz)))
}
