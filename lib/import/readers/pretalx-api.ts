import { readDateTime, readDuration, writtenDay } from '../file-times'
import {
  byLanguage,
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  objectsIn,
  oneText,
  textOf,
  textsIn,
} from '../json-values'
import { languageCode } from '../languages'
import type { FileEvent, FileSession } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import type { Reading } from '../reading'
import { personIn } from './frab-person'

/**
 * Lists of the pretalx API, old and new: submissions (or talks) and speakers, a page of them or one. E-mail addresses,
 * notes and answers stand in them for the organisers only and are never looked at.
 */
export function* readPretalxApi(value: unknown, reading: Reading): Generator<FileEvent> {
  const page = Array.isArray(value) ? value : (objectOf(value).results ?? [value])
  const items = objectsIn(page)
  if (!items.some(({ code }) => textOf(code))) throw new UnreadableFile('notThisFormat', {}, { format: 'pretalx-api' })
  reading.add({
    kind: 'head',
    head: {
      ...{ format: 'pretalx-api', title: null, startsOn: null, endsOn: null, timeZone: reading.timeZone },
      ...{ city: null, venue: null, url: null, language: null, rooms: [], tracks: [] },
    },
  })
  if (isObject(value) && textOf(value.next)) reading.note('onlyOnePage', {}, { count: textOf(value.count) ?? '' })
  for (const [at, item] of items.entries()) {
    const place = { path: Array.isArray(value) ? `[${at}]` : 'results' in objectOf(value) ? `results[${at}]` : '' }
    if ('title' in item) readSubmission(item, reading, place)
    else readSpeaker(item, reading, place)
    yield* reading.take()
  }
}

function readSpeaker(item: JsonObject, reading: Reading, place: { path: string }): void {
  const name = reading.line(textOf(item.name), place)
  if (!name || !textOf(item.code)) {
    reading.note('personWithoutName', place)
    return
  }
  const biography = byLanguage(item.biography).flatMap(([language, text]) => {
    const prose = reading.prose([text], place)
    return prose ? [[language, prose]] : []
  })
  const ids = [`code:${textOf(item.code)}`]
  reading.person({ place, ids, name, biography: Object.fromEntries(biography), affiliation: null, links: [] })
}

function readSubmission(item: JsonObject, reading: Reading, place: { path: string }): void {
  const state = textOf(item.state)?.toLowerCase() ?? 'confirmed'
  const isCancelled = /^cancell?ed$/.test(state)
  const texts = textsOf(item, reading, place)
  if (state !== 'confirmed' && !isCancelled) {
    reading.note('notInProgramme', place, { text: Object.values(texts)[0]?.title ?? '', state })
    return
  }
  const code = textOf(item.code)
  const slots = slotsOf(item, reading, place)
  const people = objectsIn(item.speakers).flatMap((person) => personIn(person, reading, place))
  if (textsIn(item.speakers).length) reading.noteOnce('speakersNotExpanded', place)
  const links = objectsIn(item.resources).map((each) => ({
    url: textOf(each.resource),
    title: oneText(each.description),
  }))
  for (const [at, slot] of (slots.length ? slots : [{}]).entries()) {
    reading.session(
      {
        place,
        ids: code ? [at ? `code:${code}/${at + 1}` : `code:${code}`] : [],
        language: languageCode(textOf(item.content_locale)),
        format: reading.line(nameOf(item.submission_type), place),
        track: reading.line(nameOf(item.track), place),
        room: reading.line(nameOf(slot.room), place),
        day: writtenDay(textOf(slot.start)),
        starts: readDateTime(textOf(slot.start)),
        ends: readDateTime(textOf(slot.end)),
        minutes: readDuration(textOf(item.duration)),
        isCancelled,
        people,
        topics: listOf(item.tags).flatMap(
          (tag) => reading.line(isObject(tag) ? nameOf(tag.tag ?? tag) : nameOf(tag), place) ?? [],
        ),
        links: reading.links(links, place),
      },
      texts,
    )
  }
}

/** The times and rooms of a submission: one `slot` as it was, several `slots` as it is now. */
function slotsOf(item: JsonObject, reading: Reading, place: { path: string }): JsonObject[] {
  if (isObject(item.slot)) return [item.slot]
  if (listOf(item.slots).some((slot) => typeof slot === 'number')) reading.noteOnce('slotsNotExpanded', place)
  const start = (slot: JsonObject) => textOf(slot.start) ?? ''
  return objectsIn(item.slots).sort((a, b) => (start(a) < start(b) ? -1 : 1))
}

/** A name in one of its languages, bare, or in `name`; a number is a reference that was not expanded. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'number') return null
  return isObject(value) && 'name' in value ? oneText(value.name) : oneText(value)
}

function textsOf(item: JsonObject, reading: Reading, place: { path: string }): FileSession['texts'] {
  const own = languageCode(textOf(item.content_locale)) ?? ''
  const of = (value: unknown) => new Map(byLanguage(value).map(([language, text]) => [language || own, text]))
  const [titles, abstracts, descriptions] = [of(item.title), of(item.abstract), of(item.description)]
  const languages = new Set([...titles.keys(), ...abstracts.keys(), ...descriptions.keys()])
  return Object.fromEntries(
    [...languages].map((language) => [
      language,
      {
        title: reading.line(titles.get(language), place) ?? '',
        abstract: reading.prose([abstracts.get(language), descriptions.get(language)], place),
      },
    ]),
  )
}
