import { createReadStream } from 'node:fs'
import { linesOf, readParts, UnreadableArchive } from '@/lib/interchange/archive-json/read-file'
import type { RecordLine } from '@/lib/interchange/archive-json/record-line'
import { readDate, readDateTime } from '../file-times'
import { type JsonObject, objectOf, objectsIn, textOf, textsIn } from '../json-values'
import type { FileAppearance, FileEvent, FilePlace, FileTexts } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import { type Reading, roleOf } from '../reading'

/**
 * Plenary's own file of an edition (or of an archive with one that has sessions), as a programme of another edition. What
 * a program translated is left out: it would come back as somebody's words.
 */
export async function* readPlenary(file: string, reading: Reading): AsyncGenerator<FileEvent> {
  const known = new KnownNames()
  const editions = new Map<string, JsonObject>()
  let edition: { id: string; parts: Parts } | null = null
  try {
    for await (const part of readParts(linesOf(createReadStream(file)))) {
      if (part.kind !== 'record' || part.record.state !== 'published') continue
      const content = contentOf(part.record)
      const { noun, id } = part.record
      const place = { line: part.line }
      if (noun === 'topic' || noun === 'organisation' || noun === 'person') known.add(id, content)
      if (noun === 'person') known.people.set(id, { content, place })
      if (noun === 'edition') editions.set(id, content)
      if (noun !== 'session') continue
      const of = textOf(content.edition) ?? ''
      if (edition && edition.id !== of) throw new UnreadableFile('severalEditions', place)
      if (!edition) {
        const parts = addHead(editions.get(of) ?? {}, reading)
        edition = { id: of, parts }
        yield* reading.take()
      }
      readSession(id, content, { known, parts: edition.parts }, reading, place)
      yield* reading.take()
    }
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error
    const line = /^Line (\d+)/.exec(error.message)?.[1]
    throw new UnreadableFile('damagedPlenary', line ? { line: Number(line) } : {})
  }
  if (!edition) throw new UnreadableFile('notThisFormat', {}, { format: 'plenary' })
  if (known.isMachine) reading.note('machineTextsLeftOut', {})
}

/** What is public of a record in the file; nothing of a version that was emptied. */
function contentOf({ versions, version }: Extract<RecordLine, { state: 'published' }>): JsonObject {
  const found = versions.find((each) => each.version === version)
  return found && 'content' in found ? found.content : {}
}

/** What records are called, and the people who were not told yet. */
class KnownNames {
  readonly people = new Map<string, { content: JsonObject; place: FilePlace }>()
  isMachine = false
  private readonly names = new Map<string, string>()

  add(id: string, content: JsonObject): void {
    const name = oneOf(this.texts(content), 'name')
    if (name) this.names.set(id, name)
  }

  name = (id: unknown): string | null => this.names.get(textOf(id) ?? '') ?? null

  /** Texts by language, those first that were not translated. */
  texts({ texts }: JsonObject): [language: string, text: JsonObject][] {
    const all = Object.entries(objectOf(texts)).map(
      ([language, text]) => [language, objectOf(text)] as [string, JsonObject],
    )
    const own = all.filter(([, { status }]) => status !== 'machine')
    if (own.length < all.length) this.isMachine = true
    return own.sort(([, a], [, b]) => Number(b.status === 'original') - Number(a.status === 'original'))
  }
}

const oneOf = (texts: [string, JsonObject][], field: string): string | null => {
  for (const [, text] of texts) if (textOf(text[field])) return textOf(text[field])
  return null
}

/** Days, rooms and tracks of the edition by their ids. */
type Parts = Map<string, string>

function addHead(content: JsonObject, reading: Reading): Parts {
  const known = new KnownNames()
  const texts = known.texts(content)
  const said = (field: string) => reading.line(oneOf(texts, field), {})
  const isExact = content.datePrecision === 'day'
  const named = (field: 'rooms' | 'tracks') =>
    objectsIn(content[field]).flatMap((each): [string, string][] => {
      const [id, name] = [textOf(each.id), reading.line(oneOf(known.texts(each), 'name'), {})]
      return id && name ? [[id, name]] : []
    })
  const [rooms, tracks] = [named('rooms'), named('tracks')]
  const days = objectsIn(content.days).flatMap((each): [string, string][] => {
    const [id, date] = [textOf(each.id), readDate(textOf(each.date))]
    return id && date ? [[id, date]] : []
  })
  reading.add({
    kind: 'head',
    head: {
      ...{ format: 'plenary', title: said('title'), city: said('city'), venue: said('venue') },
      startsOn: isExact ? readDate(textOf(content.startsOn)) : null,
      endsOn: isExact ? readDate(textOf(content.endsOn)) : null,
      timeZone: textOf(content.timeZone) ?? reading.timeZone,
      ...{ url: null, language: texts[0]?.[0] ?? null },
      ...{ rooms: rooms.map(([, name]) => name), tracks: tracks.map(([, name]) => name) },
    },
  })
  return new Map([...rooms, ...tracks, ...days])
}

type Context = { known: KnownNames; parts: Parts }

function readSession(
  id: string,
  content: JsonObject,
  { known, parts }: Context,
  reading: Reading,
  place: FilePlace,
): void {
  const own = (ref: unknown) => parts.get(textOf(ref) ?? '') ?? null
  const links = objectsIn(content.links).map((link) => ({ url: textOf(link.url), title: textOf(link.title) }))
  const people = objectsIn(content.appearances).flatMap((each) => appearance(each, known, reading, place))
  const texts = known.texts(content).map(([language, text]) => {
    const [title, abstract] = [
      reading.line(textOf(text.title), place) ?? '',
      reading.prose([textOf(text.abstract)], place),
    ]
    return [language, { title, abstract }] as const
  })
  reading.session(
    {
      ...{ place, ids: [`guid:${id}`], people, links: reading.links(links, place) },
      ...{ language: textOf(content.language), format: textOf(content.format)?.replace('_', ' ') ?? null },
      ...{ track: own(content.track), room: own(content.room), day: own(content.day) },
      ...{ starts: readDateTime(textOf(content.startsAt)), ends: readDateTime(textOf(content.endsAt)) },
      ...{ isCancelled: content.isCancelled === true, isTitleSupplied: content.isTitleSupplied === true },
      topics: textsIn(content.topics).flatMap((each) => reading.line(known.name(each), place) ?? []),
    },
    Object.fromEntries(texts),
  )
}

function appearance(each: JsonObject, known: KnownNames, reading: Reading, place: FilePlace): FileAppearance[] {
  const id = textOf(each.person) ?? ''
  const name = reading.line(textOf(each.nameAsPrinted) ?? known.name(id), place)
  if (!name) return []
  tell(id, known, reading)
  return [
    {
      ...{ ids: [`guid:${id}`], name, role: roleOf(textOf(each.role)), country: textOf(each.country) },
      affiliation: reading.line(known.name(each.organisation), place),
      position: reading.line(oneOf(known.texts(each), 'positionHeld'), place),
    },
  ]
}

/** A person comes with the first session that they are in: the file may know others. */
function tell(id: string, known: KnownNames, reading: Reading): void {
  const found = known.people.get(id)
  const name = reading.line(known.name(id), found?.place ?? {})
  if (!found || !name) return
  known.people.delete(id)
  const { content, place } = found
  const biography: FileTexts<string> = {}
  for (const [language, text] of known.texts(content)) {
    const said = reading.prose([textOf(text.biography)], place)
    if (said) biography[language] = said
  }
  const links = objectsIn(content.links).map((link) => ({ url: textOf(link.url), title: textOf(link.title) }))
  reading.person({ place, ids: [`guid:${id}`], name, biography, affiliation: null, links: reading.links(links, place) })
}
