import { JoinedRows } from './join-rows'
import type {
  FileAppearance,
  FileEvent,
  FileHead,
  FileNotice,
  FilePerson,
  FilePlace,
  FileSession,
} from './programme-file'

/** Somebody of the file, wherever it names them. */
export type ProgrammePerson = {
  /** By which answers name them: the first id of the file, or the name. */
  key: string
  ids: string[]
  name: string
  place: FilePlace | null
  biography: FilePerson['biography']
  affiliation: string | null
  links: FilePerson['links']
  /** How many sessions they are in, and one of them. */
  sessions: number
  session: string | null
}

/** A programme's file as a whole. */
export type Programme = {
  head: FileHead
  sessions: FileSession[]
  people: ProgrammePerson[]
  /** Who an appearance is. */
  personOf(appearance: FileAppearance): ProgrammePerson
  notices: FileNotice[]
}

/** Names that differ only in capitals, spaces and quotes are one. */
export const sameName = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s«»"“”.]+/g, ' ')
    .trim()

const noHead: FileHead = {
  ...{ format: 'csv', title: null, startsOn: null, endsOn: null, timeZone: null, city: null, venue: null },
  ...{ url: null, language: null, rooms: [], tracks: [] },
}

const isTable = ({ format }: FileHead) => format === 'csv' || format === 'excel'

/** Reads all of a file's events; people are those whom one id or, without any, one name stands for. */
export async function gatherProgramme(
  events: AsyncIterable<FileEvent> | Iterable<FileEvent>,
  onRead: (sessions: number) => void = () => {},
): Promise<Programme> {
  const people = new People()
  const programme = { head: noHead, sessions: [] as FileSession[], notices: [] as FileNotice[] }
  const listed: FilePerson[] = []
  const rows = new JoinedRows(programme.notices)
  for await (const event of events) {
    if (event.kind === 'head') programme.head = event.head
    else if (event.kind === 'notice') programme.notices.push(event.notice)
    else if (event.kind === 'person') listed.push(event.person)
    else if (isTable(programme.head) && rows.join(event.session)) continue
    else if (programme.sessions.push(event.session) % 500 === 0) onRead(programme.sessions.length)
  }
  for (const person of listed) people.list(person)
  // Whoever has an id comes first, so that a mention of only the name finds them.
  const mentions = programme.sessions.flatMap((session) => session.people.map((each) => ({ session, each })))
  for (const { each } of mentions) if (each.ids.length) people.mention(each)
  for (const { session, each } of mentions) {
    const person = people.mention(each)
    person.sessions += 1
    person.session ??= Object.values(session.texts)[0]?.title ?? null
    person.affiliation ??= each.affiliation
  }
  return { ...programme, people: people.all, personOf: (appearance) => people.mention(appearance) }
}

class People {
  readonly all: ProgrammePerson[] = []
  private byId = new Map<string, ProgrammePerson>()
  private byName = new Map<string, ProgrammePerson | null>()

  list({ ids, name, place, biography, affiliation, links }: FilePerson): void {
    const person = this.mention({ ids, name })
    person.place ??= place
    person.name = name
    person.biography = { ...biography, ...person.biography }
    person.affiliation ??= affiliation
    if (!person.links.length) person.links = links
  }

  mention({ ids, name }: { ids: readonly string[]; name: string }): ProgrammePerson {
    const folded = sameName(name)
    const known =
      ids.map((id) => this.byId.get(id)).find((each) => each) ?? (ids.length ? null : this.byName.get(folded))
    const person = known ?? this.add(ids[0] ?? `name:${folded}`, name)
    for (const id of ids)
      if (!this.byId.has(id)) {
        this.byId.set(id, person)
        person.ids.push(id)
      }
    const named = this.byName.get(folded)
    // A name of several people stands for none of them.
    if (named === undefined) this.byName.set(folded, person)
    else if (named !== person) this.byName.set(folded, ids.length ? null : person)
    return person
  }

  private add(key: string, name: string): ProgrammePerson {
    const person: ProgrammePerson = {
      ...{ key, ids: [], name, place: null, biography: {}, affiliation: null, links: [], sessions: 0, session: null },
    }
    this.all.push(person)
    return person
  }
}
