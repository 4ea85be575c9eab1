import { cleanText, cutText, MOST_LINE, MOST_PROSE, plainLine } from './clean-text'
import { addMinutes, inZone, minutesBetween } from './file-times'
import type {
  FileAppearance,
  FileEvent,
  FileLink,
  FilePerson,
  FilePlace,
  FileSession,
  FileTime,
} from './programme-file'
import { UnreadableFile } from './programme-file'

export const limits = {
  /** Of files that are read as they come; those read whole (JSON, Excel) have `wholeBytes`. */
  bytes: 256 * 1024 * 1024,
  wholeBytes: 64 * 1024 * 1024,
  sessions: 100_000,
  people: 200_000,
  /** Of elements within elements. */
  depth: 64,
  /** Files of one folder. */
  files: 20_000,
}
export type Limits = typeof limits

/** More of one kind are counted, not listed. */
const MOST_NOTICES = 100
const MOST_PARTS = 500

type Parts = Partial<Omit<FileSession, 'texts' | 'people' | 'minutes'>> & {
  place: FilePlace
  people?: FileAppearance[]
  minutes?: number | null
}

/**
 * One reading of one file: what it has noticed, and how its words, links and times become those of a `FileEvent`. Every
 * text a reader yields goes through it, so that what is yielded is clean and not longer than the archive keeps.
 */
export class Reading {
  private events: FileEvent[] = []
  private counts = new Map<string, number>()
  private sessions = 0
  private ids = new Set<string>()
  private people = new Set<string>()

  constructor(
    readonly limits: Limits,
    /** What the user says of times that do not say where they are. */
    readonly timeZone: string | null,
  ) {}

  /** What has come together since it was last asked. */
  take(): FileEvent[] {
    return this.events.splice(0)
  }

  add(event: Extract<FileEvent, { kind: 'head' }>): void {
    this.events.push(event)
  }

  /** A person apart from the sessions; said once, however often a file repeats the same id. */
  person(person: FilePerson): void {
    const key = person.ids[0] ?? ''
    if (this.people.has(key)) return
    if (this.people.size >= this.limits.people)
      throw new UnreadableFile('tooManyPeople', person.place, { most: String(this.limits.people) })
    this.people.add(key)
    this.events.push({ kind: 'person', person })
  }

  note(code: string, place: FilePlace, values: { [name: string]: string } = {}): void {
    const count = (this.counts.get(code) ?? 0) + 1
    this.counts.set(code, count)
    if (count <= MOST_NOTICES)
      this.events.push({
        kind: 'notice',
        notice: { place, code, values: mapValues(values, (each) => each.slice(0, 200)) },
      })
  }

  /** To be called at the end: says how many notices there were beyond those that are listed. */
  countNotices(): void {
    const more = [...this.counts.values()].reduce((sum, count) => sum + Math.max(0, count - MOST_NOTICES), 0)
    if (more)
      this.events.push({ kind: 'notice', notice: { place: {}, code: 'moreNotices', values: { count: String(more) } } })
  }

  /** As `note`, but only the first of its kind: what holds for the whole file. */
  noteOnce(code: string, place: FilePlace, values: { [name: string]: string } = {}): void {
    if (!this.counts.has(code)) this.note(code, place, values)
  }

  line(text: string | null | undefined, place: FilePlace, most = MOST_LINE): string | null {
    const line = plainLine(text ?? '')
    const cut = cutText(line, most)
    if (cut !== null) this.note('lineCut', place, { text: line.slice(0, 60), most: String(most) })
    return (cut ?? line) || null
  }

  /** One Markdown text of several parts of a file, without saying the same twice. */
  prose(parts: (string | null | undefined)[], place: FilePlace, clean = cleanText): string | undefined {
    let text = ''
    for (const part of parts) {
      const next = part ? clean(part) : ''
      if (!next || text.includes(next)) continue
      text = !text || next.startsWith(text) ? next : `${text}\n\n${next}`
    }
    const cut = cutText(text, MOST_PROSE)
    if (cut !== null) this.note('textCut', place, { text: text.slice(0, 60), most: String(MOST_PROSE) })
    return (cut ?? text) || undefined
  }

  /** Links that lead to the web; the others are noted. `base` is that of addresses without a host. */
  links(
    found: { url: string | null | undefined; title?: string | null }[],
    place: FilePlace,
    base?: string | null,
  ): FileLink[] {
    const links: FileLink[] = []
    for (const { url, title } of found.slice(0, MOST_PARTS)) {
      const said = url?.trim()
      if (!said) continue
      const address = webAddress(said, base)
      if (!address) this.note('linkLeftOut', place, { url: said })
      else links.push({ url: address, title: this.line(title, place) })
    }
    return links
  }

  /** A session may be told several times, each time with another of its people: `JoinedRows` looks at the ids. */
  areRowsOfPeople = false

  /** Ids that no session before it has: what two of them have tells neither from the other. */
  private ownIds(ids: string[], place: FilePlace): string[] {
    if (this.areRowsOfPeople) return ids.filter((id) => id.length <= 500)
    const own = [...new Set(ids)].filter((id) => id.length <= 500 && !this.ids.has(id))
    const twice = ids.find((id) => this.ids.has(id))
    if (twice) this.note('idTwice', place, { id: twice })
    for (const id of own) this.ids.add(id)
    return own
  }

  /** Texts with a title: where the file has none, that is who speaks or else where it is. Null where nobody says either. */
  private titled({ place, people, room }: Parts, texts: FileSession['texts']) {
    const has = Object.entries(texts).filter(([, { title }]) => title)
    if (has.length) {
      const [, first] = has[0] ?? []
      const all = Object.entries(texts).map(([language, each]) => [
        language,
        { ...each, title: each.title || (first?.title ?? '') },
      ])
      return { texts: Object.fromEntries(all) as FileSession['texts'] }
    }
    const title = this.line(people?.map(({ name }) => name).join(', '), place) ?? room
    if (!title) return null
    this.note('titleSupplied', place, { title })
    const [language = '', text] = Object.entries(texts)[0] ?? []
    return { texts: { [language]: { ...text, title } }, isTitleSupplied: true }
  }

  /** A session with a title, or nothing but a notice. Ends come from `ends`, else from `minutes`. */
  session({ minutes, ...parts }: Parts, texts: FileSession['texts']): void {
    const { place } = parts
    const titled = this.titled(parts, texts)
    if (!titled) {
      this.note('sessionWithoutTitle', place)
      return
    }
    if (++this.sessions > this.limits.sessions)
      throw new UnreadableFile('tooManySessions', place, { most: String(this.limits.sessions) })
    const starts = inZone(parts.starts ?? null, this.timeZone)
    let ends = inZone(parts.ends ?? null, this.timeZone)
    if (!ends && starts && starts.kind !== 'day' && minutes) ends = addMinutes(starts, minutes)
    const length = minutesBetween(starts, ends)
    if (length !== null && length <= 0) {
      if (length < 0) this.note('endsBeforeStart', place)
      ends = null
    }
    const people = parts.people ?? []
    if (people.length > MOST_PARTS) this.note('tooManyInSession', place, { most: String(MOST_PARTS) })
    this.events.push({
      kind: 'session',
      session: {
        place,
        ids: this.ownIds(parts.ids ?? [], place),
        ...titled,
        ...(parts.isTitleSupplied && { isTitleSupplied: true }),
        language: parts.language ?? null,
        format: parts.format ?? null,
        track: parts.track ?? null,
        room: parts.room ?? null,
        day: parts.day ?? dayOf(starts),
        starts,
        ends,
        ...(minutes && !ends && { minutes: Math.round(minutes * 60) / 60 }),
        isCancelled: parts.isCancelled ?? false,
        people: people.slice(0, MOST_PARTS),
        topics: [...new Set(parts.topics ?? [])].slice(0, MOST_PARTS),
        links: parts.links ?? [],
      },
    })
  }
}

const mapValues = <A, B>(values: { [name: string]: A }, to: (value: A) => B) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, to(value)]))

/** The day that a time names itself; of an instant only its own zone knows. */
const dayOf = (time: FileTime | null) => (time && time.kind !== 'instant' ? time.at.slice(0, 10) : null)

/** An address on the web in full; "www.…" is taken for one. Null for anything else. */
export function webAddress(said: string, base?: string | null): string | null {
  const full = /^www\.[^\s/]+\.[^\s]+$/i.test(said) ? `http://${said}` : said
  const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(full)
  const url = isWhole || !base ? parsed(full) : parsed(full, base)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) return null
  const address = isWhole ? full.replace(/\s/g, '%20') : url.href
  return address.length <= 2000 && !/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(address) ? address : null
}

const parsed = (text: string, base?: string) => (URL.canParse(text, base) ? new URL(text, base) : null)

/** What a person does in a session, from the word a file has for it. */
export function roleOf(said: string | null | undefined): FileAppearance['role'] {
  const word = said?.toLowerCase() ?? ''
  if (/moderat|host|модер|ведущ/.test(word)) return 'moderator'
  if (/chair|председ|төраға/.test(word)) return 'chair'
  if (/panel/.test(word)) return 'panellist'
  if (/discuss/.test(word)) return 'discussant'
  if (/^opening/.test(word)) return 'opening'
  return 'speaker'
}
