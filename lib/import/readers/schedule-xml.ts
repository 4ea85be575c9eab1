import { SaxesParser } from 'saxes'
import { bytesOf, findEncoding, textOf } from '../decode'
import {
  addMinutes,
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
import { languageCode } from '../languages'
import type { FileAppearance, FileEvent, FileTime } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import { type Reading, roleOf } from '../reading'

/** An element with what stands in it; only those of the conference and of one event are ever kept. */
type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[]; line: number }

/** A text without an end would be kept whole before the parser gives it. */
const MOST_TEXT = 4 * 1024 * 1024
const MOST_ELEMENTS = 20_000

/** schedule.xml of pentabarf, frab, pretalx and FOSDEM of all years, element by element. */
export async function* readScheduleXml(path: string, reading: Reading): AsyncGenerator<FileEvent> {
  const encoding = await findEncoding(bytesOf(path))
  if (encoding.isGuessed) reading.noteOnce('guessedEncoding', {}, { name: encoding.name })
  const schedule = new ScheduleXml(reading)
  for await (const text of textOf(bytesOf(path), encoding)) {
    schedule.write(text)
    yield* reading.take()
  }
  schedule.end()
  yield* reading.take()
}

class ScheduleXml {
  private readonly parser = new SaxesParser()
  private readonly open: Element[] = []
  private elements = 0
  private sinceTag = 0
  private isEnding = false
  private conference: Element | null = null
  private tracks: string[] = []
  private hasHead = false
  private zone: string | null = null
  private contradicts = zoneCheck(null)
  private dayChange: number | null = null

  constructor(private readonly reading: Reading) {
    this.parser.on('error', (error) => this.refuse(error.message))
    this.parser.on('doctype', (doctype) => {
      if (/^\s*html/i.test(doctype)) throw new UnreadableFile('webPage')
      if (/<!ENTITY/i.test(doctype)) throw new UnreadableFile('entities', this.place())
      if (/\b(?:SYSTEM|PUBLIC)\b/.test(doctype)) throw new UnreadableFile('externalEntity', this.place())
    })
    this.parser.on('opentag', ({ name, attributes }) => this.opened(name, attributes))
    this.parser.on('text', (text) => this.words(text))
    this.parser.on('cdata', (text) => this.words(text))
    this.parser.on('closetag', () => this.closed())
  }

  write(text: string): void {
    this.sinceTag += text.length
    if (this.sinceTag > MOST_TEXT) throw new UnreadableFile('tooLong', this.place())
    this.parser.write(text)
  }

  end(): void {
    this.isEnding = true
    this.parser.close()
    this.head()
  }

  private place = () => ({ line: this.parser.line })

  private refuse(message: string): never {
    if (this.isEnding) throw new UnreadableFile('cutOff', this.place())
    if (/entity/i.test(message)) throw new UnreadableFile('unknownEntity', this.place())
    throw new UnreadableFile('notWellFormed', this.place())
  }

  private opened(name: string, attributes: Record<string, string>): void {
    this.sinceTag = 0
    if (!this.open.length && name !== 'schedule')
      throw /^html$/i.test(name)
        ? new UnreadableFile('webPage')
        : new UnreadableFile('otherXml', this.place(), { root: name.slice(0, 60) })
    if (this.open.length >= this.reading.limits.depth)
      throw new UnreadableFile('tooDeep', this.place(), { most: String(this.reading.limits.depth) })
    const element = { name, attributes, text: '', children: [], line: this.parser.line }
    if (this.isKept()) {
      if (++this.elements > MOST_ELEMENTS) throw new UnreadableFile('tooLong', this.place())
      this.open.at(-1)?.children.push(element)
    }
    this.open.push(element)
  }

  /** Inside of the conference, the list of tracks or an event; those themselves are taken when they end. */
  private isKept(): boolean {
    return this.open.some(({ name }, depth) => depth > 0 && /^(?:conference|event|tracks)$/.test(name))
  }

  private words(text: string): void {
    this.sinceTag = 0
    const element = this.open.at(-1)
    if (!element || !text) return
    if (element.text.length + text.length > MOST_TEXT) throw new UnreadableFile('tooLong', this.place())
    element.text += text
  }

  private closed(): void {
    this.sinceTag = 0
    const element = this.open.pop()
    if (!element || this.isKept()) return
    const around = this.open.map(({ name }) => name).join('/')
    if (element.name === 'conference' && around === 'schedule') this.conference = element
    if (element.name === 'tracks' && around === 'schedule')
      this.tracks = element.children.flatMap((track) => this.reading.line(track.text, { line: track.line }) ?? [])
    if (element.name === 'event' && /^schedule\/day(?:\/room)?$/.test(around)) this.event(element)
    if (/^(?:conference|event|tracks)$/.test(element.name)) this.elements = 0
    if (element !== this.conference) element.children = []
  }

  /** The head, when the first event is there whose time shows whether the zone that is stated is the one that holds. */
  private head(written?: string | null): void {
    if (this.hasHead) return
    this.hasHead = true
    const { reading, conference } = this
    const place = { line: conference?.line ?? 1 }
    const of = (name: string) => reading.line(textIn(conference, name), place)
    const stated = of('time_zone_name')
    this.zone = knownZone(stated)
    if (stated && !this.zone) reading.note('unknownZone', place, { zone: stated })
    if (zoneCheck(this.zone)(written)) this.zone = this.contradicted(stated ?? '')
    this.contradicts = zoneCheck(this.zone)
    this.dayChange = readClockTime(of('day_change'))
    const starts = readDate(of('start'))
    const ends = readDate(of('end'))
    const tracks = conference?.children
      .filter(({ name }) => name === 'track')
      .map(({ attributes }) => attributes.name ?? '')
    reading.add({
      kind: 'head',
      head: {
        format: 'schedule-xml',
        title: of('title'),
        startsOn: starts,
        endsOn: ends,
        timeZone: this.zone ?? reading.timeZone,
        city: of('city'),
        venue: of('venue'),
        url: reading.links([{ url: of('url') ?? of('base_url') }], place)[0]?.url ?? null,
        language: null,
        rooms: [],
        tracks: [...new Set([...this.tracks, ...(tracks ?? [])].filter(Boolean))],
      },
    })
  }

  private contradicted(zone: string): null {
    this.reading.noteOnce('zoneContradicted', this.place(), { zone })
    return null
  }

  private event(event: Element): void {
    const { reading } = this
    const place = { line: event.line }
    const raw = (name: string) => textIn(event, name)
    const of = (name: string) => reading.line(raw(name), place)
    const date = raw('date')?.trim()
    this.head(date)
    if (this.contradicts(date)) this.contradicted(this.zone ?? '')
    const [, day, room] = this.open
    const onDay = readDate(day?.attributes.date) ?? readDate(day?.attributes.start)
    const starts = this.startOf(date, onDay, readClockTime(raw('start')))
    const minutes = readDuration(raw('duration'))
    if (raw('duration')?.trim() && minutes === null)
      reading.note('durationNotUnderstood', place, { text: raw('duration') ?? '' })
    const end = readDateTime(raw('end'))
    const language = languageCode(raw('language'))
    const { guid, code, id } = event.attributes
    reading.session(
      {
        place,
        // A submission with several slots repeats its code and number, so they count only where there is no guid.
        ids: guid ? [`guid:${guid}`] : [...(code ? [`code:${code}`] : []), ...(id ? [`id:${id}`] : [])],
        language,
        format: of('type'),
        track: of('track'),
        room: of('room') ?? reading.line(room?.attributes.name, place),
        day: onDay,
        starts,
        ends: end?.kind === 'day' ? null : end,
        minutes,
        isCancelled: /^(?:cancell?ed)$/i.test(event.attributes.status ?? raw('status')?.trim() ?? ''),
        people: all(event, 'persons', 'person').flatMap((person) => this.person(person, !room)),
        links: reading.links(
          [
            ...all(event, 'links', 'link').map((link) => ({ url: link.attributes.href, title: link.text })),
            ...all(event, 'attachments', 'attachment').map((link) => ({ url: link.attributes.href, title: link.text })),
            ...['url', 'origin_url', 'video_download_url'].map((name) => ({ url: raw(name) })),
            ...all(event, 'recording').flatMap((recording) => ({
              url: textIn(recording, 'url') ?? textIn(recording, 'link'),
            })),
          ],
          place,
          this.base(),
        ),
      },
      {
        [language ?? '']: {
          title: of('title') ?? '',
          subtitle: of('subtitle') ?? undefined,
          abstract: reading.prose([raw('abstract'), raw('description')], place),
        },
      },
    )
  }

  private startOf(date: string | undefined, onDay: string | null, clock: number | null): FileTime | null {
    const dated = readDateTime(date)
    if (dated && dated.kind !== 'day') return inZone(dated, this.zone)
    const base = dated?.at ?? onDay
    if (!base) return null
    if (clock === null) return { kind: 'day', at: base }
    const starts = wallTime(base, clock)
    return inZone(isAfterMidnight(clock, this.dayChange) && !dated ? addMinutes(starts, 1440) : starts, this.zone)
  }

  private base = () =>
    [textIn(this.conference, 'base_url'), textIn(this.conference, 'url')].find((url) => url && URL.canParse(url)) ??
    null

  /** Where events stand right under the day, as in conversions of the first years, each mention has a number of its own. */
  private person(person: Element, hasNewIds: boolean): FileAppearance[] {
    const place = { line: person.line }
    const name = this.reading.line(person.text, place)
    if (!name) return []
    const { guid, code, id, role } = person.attributes
    if (hasNewIds && id) this.reading.noteOnce('newIdsOfPeople', place)
    const ids = [
      ...(guid ? [`guid:${guid}`] : []),
      ...(code ? [`code:${code}`] : []),
      ...(id && !hasNewIds ? [`id:${id}`] : []),
    ]
    return [{ ids, name, role: roleOf(role), affiliation: null, position: null, country: null }]
  }
}

const all = (element: Element, ...[name, ...within]: string[]): Element[] =>
  name === undefined
    ? [element]
    : element.children.filter((child) => child.name === name).flatMap((child) => all(child, ...within))

const textIn = (element: Element | null, name: string) =>
  element?.children.find((child) => child.name === name)?.text ?? null
