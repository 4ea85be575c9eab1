import { type Block, calendarBlocks, parseBlock } from '../calendar/calendar-blocks'
import { readCalendarLines } from '../calendar/calendar-lines'
import { CalendarZones, type Component, ianaZone, textValue } from '../calendar/calendar-zones'
import { occurrences } from '../calendar/occurrences'
import { knownZone } from '../file-times'
import { textOf } from '../json-values'
import { languageCode } from '../languages'
import type { FileEvent } from '../programme-file'
import type { Reading } from '../reading'

/** What holds for the whole calendar, found in a first reading: zones may stand behind the events that use them. */
export type Calendar = {
  zones: CalendarZones
  /** Of times that name no zone (X-WR-TIMEZONE). */
  floating: string | null
  /** Where the programme takes place, as far as it is known: what day it is there at a time in UTC. */
  zone: string | null
  /** Single times of a series that were moved or cancelled, by their uid. */
  overrides: Map<string, Block[]>
  /** Uids that several events have, or that the program makes anew at each export: nothing to know an event by. */
  useless: Set<string>
  isCancelled: boolean
  /** How many days may still be looked at for rules, and times be taken from them: rules may be made to take for ever. */
  budget: { days: number; times: number }
}

const budget = () => ({ days: 500_000, times: 10_000 })

const MOST_OVERRIDES = 50_000

/** vobject makes a uid of the time of the export, where the program that uses it gives none. */
const isMadeAnew = (uid: string) => /^\d{8}T\d{6}Z-\d+@/.test(uid)

/** iCalendar: read twice, line by line, with only zones and moved times kept. */
export async function* readICalendar(path: string, reading: Reading): AsyncGenerator<FileEvent> {
  const { encoding, lines } = await readCalendarLines(path)
  if (encoding.isGuessed) reading.noteOnce('guessedEncoding', {}, { name: encoding.name })
  const { calendar, properties, days, names } = await lookThrough(lines(), reading)
  const only = new Set(names.flatMap((name) => ianaZone(name) ?? []))
  const property = (name: string) => properties.get(name) ?? null
  const zone = calendar.floating ?? (only.size === 1 ? ([...only][0] ?? null) : null)
  calendar.zone = zone ?? reading.timeZone
  reading.add({
    kind: 'head',
    head: {
      format: 'icalendar',
      title: reading.line(property('X-WR-CALNAME') ?? property('NAME'), {}),
      startsOn: days[0] ?? null,
      endsOn: days[1] ?? null,
      timeZone: calendar.zone,
      city: null,
      venue: null,
      url: reading.links([{ url: property('URL') }], {})[0]?.url ?? null,
      language: languageCode(property('X-WR-LANGUAGE')),
      rooms: [],
      tracks: [],
    },
  })
  for await (const found of calendarBlocks(lines(), reading.limits.depth)) {
    if (found.kind !== 'block' || found.block.name !== 'VEVENT' || isOverride(found.block)) continue
    readBlock(found.block, calendar, reading)
    yield* reading.take()
  }
  for (const [, left] of calendar.overrides) for (const block of left) readBlock(block, calendar, reading)
}

const isOverride = ({ lines }: Block) => lines.some((text) => /^RECURRENCE-ID[;:]/i.test(text))
const uidOf = ({ lines }: Block) =>
  lines
    .find((text) => /^UID[;:]/i.test(text))
    ?.replace(/^[^:]*:/, '')
    .trim() ?? ''

async function lookThrough(lines: AsyncGenerator<{ line: number; text: string }>, reading: Reading) {
  const calendar: Calendar = {
    zones: new CalendarZones(),
    floating: null,
    zone: null,
    overrides: new Map(),
    useless: new Set(),
    isCancelled: false,
    budget: budget(),
  }
  const properties = new Map<string, string>()
  const names: string[] = []
  const uids = new Set<string>()
  let days: string[] = []
  let overrides = 0
  for await (const found of calendarBlocks(lines, reading.limits.depth)) {
    if (found.kind === 'property') {
      const [, name, value] = /^([A-Z0-9-]+)[^:]*:(.*)$/i.exec(found.text) ?? []
      if (name && value && !properties.has(name.toUpperCase()))
        properties.set(name.toUpperCase(), value.replace(/\\([\\;,])/g, '$1').trim())
      continue
    }
    const { block } = found
    if (block.name === 'VTIMEZONE') {
      const component = names.length < 200 ? parseBlock(block) : null
      const name = component && calendar.zones.define(component)
      if (name) names.push(name)
      continue
    }
    const day = /^DTSTART[^:]*:(\d{4})(\d\d)(\d\d)/im.exec(block.lines.join('\n'))?.slice(1, 4).join('-')
    if (day) days = [...days, day].sort().filter((_, at, all) => at === 0 || at === all.length - 1)
    const uid = uidOf(block)
    if (isOverride(block) && uid) {
      if (++overrides <= MOST_OVERRIDES) calendar.overrides.set(uid, [...(calendar.overrides.get(uid) ?? []), block])
    } else if (uid && (uids.has(uid) || isMadeAnew(uid))) calendar.useless.add(uid)
    else uids.add(uid)
  }
  const said = properties.get('X-WR-TIMEZONE') ?? properties.get('TIMEZONE-ID')
  calendar.floating = knownZone(said)
  if (said && !calendar.floating) reading.note('unknownZone', {}, { zone: said })
  calendar.isCancelled = properties.get('METHOD')?.toUpperCase() === 'CANCEL'
  if (calendar.useless.size) reading.note('uidsUseless', {}, { count: String(calendar.useless.size) })
  return { calendar, properties, days, names }
}

function readBlock(block: Block, calendar: Calendar, reading: Reading): void {
  const place = { line: block.line }
  const component = parseBlock(block)
  if (!component) {
    reading.note('eventNotUnderstood', place)
    return
  }
  const [, properties] = component
  if (/^(?:PRIVATE|CONFIDENTIAL)$/i.test(textValue(properties, 'class') ?? '')) {
    reading.note('privateEvent', place)
    return
  }
  const uid = textValue(properties, 'uid')?.trim() ?? ''
  for (const occurrence of occurrences(component, place, calendar, reading)) {
    const own = occurrence.component
    const ids = uid && !calendar.useless.has(uid) ? [occurrence.id ? `uid:${uid}/${occurrence.id}` : `uid:${uid}`] : []
    addSession(own, { ...occurrence, place: occurrence.place ?? place, ids }, calendar.isCancelled, reading)
  }
}

type Placed = { place: { line: number }; ids: string[] } & Pick<
  ReturnType<typeof occurrences>[number],
  'starts' | 'ends' | 'day'
>

function addSession(
  [, properties]: Component,
  { place, ids, starts, ends, day }: Placed,
  isCancelled: boolean,
  reading: Reading,
): void {
  const values = (name: string) =>
    properties
      .filter((each) => each[0] === name)
      .flatMap(([, , , ...found]) => found.flatMap((value) => textOf(value) ?? []))
  const language = languageCode(textOf(properties.find(([name]) => name === 'summary')?.[1].language))
  const description = textValue(properties, 'description')?.trim() ?? ''
  const html = properties.find(
    ([name, parameters]) => name === 'x-alt-desc' && /html/i.test(String(parameters.fmttype ?? '')),
  )?.[3]
  const addresses = [textValue(properties, 'url'), ...values('attach'), ...values('conference')]
  if (/^https?:\/\/\S+$/i.test(description)) addresses.push(description)
  reading.session(
    {
      place,
      ids,
      language,
      room: reading.line(textValue(properties, 'location'), place),
      ...{ starts, ends, day },
      isCancelled: isCancelled || /^cancell?ed$/i.test(textValue(properties, 'status') ?? ''),
      topics: values('categories').flatMap((each) => reading.line(each, place) ?? []),
      links: reading.links(
        [...new Set(addresses)].map((url) => ({ url })),
        place,
      ),
    },
    {
      [language ?? '']: {
        title: reading.line(textValue(properties, 'summary'), place) ?? '',
        abstract: /^https?:\/\/\S+$/i.test(description)
          ? undefined
          : reading.prose([description || textOf(html)], place),
      },
    },
  )
}
