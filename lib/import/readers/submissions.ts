import { readDuration } from '../file-times'
import { firstText, isObject, type JsonObject, objectsIn, oneText, textOf } from '../json-values'
import { languageCode } from '../languages'
import type { FileEvent } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import type { Reading } from '../reading'
import { personIn } from './frab-person'

/** Submissions as frab exports them, one or a list: talks without a place in a programme. */
export function* readSubmissions(value: unknown, reading: Reading): Generator<FileEvent> {
  const items = Array.isArray(value) ? objectsIn(value) : isObject(value) ? [value] : []
  if (!items.some(({ title, guid }) => textOf(title) && textOf(guid)))
    throw new UnreadableFile('notThisFormat', {}, { format: 'schedule-json' })
  reading.add({ kind: 'head', head: emptyHead(reading) })
  for (const [at, item] of items.entries()) {
    submission(item, reading, { path: Array.isArray(value) ? `[${at}]` : '' })
    yield* reading.take()
  }
}

const emptyHead = (reading: Reading) => ({
  format: 'schedule-json' as const,
  ...{ title: null, startsOn: null, endsOn: null, timeZone: reading.timeZone, city: null, venue: null, url: null },
  ...{ language: null, rooms: [], tracks: [] },
})

function submission(item: JsonObject, reading: Reading, place: { path: string }): void {
  const language = languageCode(textOf(item.language))
  const duration = readDuration(textOf(item.duration))
  const links = [...objectsIn(item.links), ...objectsIn(item.attachments)]
  reading.session(
    {
      place,
      ids: textOf(item.guid) ? [`guid:${textOf(item.guid)}`] : [],
      language,
      format: reading.line(oneText(item.type), place),
      track: reading.line(oneText(item.track), place),
      // Minutes, but frab writes seconds: nothing lasts fifteen hours.
      minutes: duration !== null && duration >= 900 && duration % 60 === 0 ? duration / 60 : duration,
      people: [...objectsIn(item.speakers), ...objectsIn(item.persons)].flatMap((each) =>
        personIn(each, reading, place),
      ),
      links: reading.links(
        links.map((link) => ({ url: firstText(link.url, link.href), title: textOf(link.title) })),
        place,
      ),
    },
    {
      [language ?? '']: {
        title: reading.line(oneText(item.title), place) ?? '',
        subtitle: reading.line(oneText(item.subtitle), place) ?? undefined,
        abstract: reading.prose([oneText(item.abstract), oneText(item.description)], place),
      },
    },
  )
}
