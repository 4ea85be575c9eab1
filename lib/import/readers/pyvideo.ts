import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { cleanReStructuredText } from '../clean-restructured-text'
import { addMinutes, readDate, readDateTime } from '../file-times'
import { firstText, isObject, type JsonObject, listOf, objectOf, objectsIn, textOf, textsIn } from '../json-values'
import { languageCode } from '../languages'
import type { FileEvent } from '../programme-file'
import { UnreadableFile } from '../programme-file'
import { readJson } from '../read-json'
import type { Reading } from '../reading'

type NamedFile = { path: string; name: string }

/** The JSON files of an event's folder in pyvideo's data: its category and its videos. */
export async function filesOfFolder(folder: string, reading: Reading): Promise<NamedFile[]> {
  const inside = async (under: string) => {
    const names = await readdir(path.join(folder, under)).catch(() => [])
    return names
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({ path: path.join(folder, under, name), name: path.posix.join(under, name) }))
  }
  const files = [...(await inside('')), ...(await inside('videos'))]
  if (files.length > reading.limits.files)
    throw new UnreadableFile('tooManyFiles', {}, { most: String(reading.limits.files) })
  return files
}

/** Recorded talks, one a file. They say on which day they were recorded and how long they last, seldom when they began. */
export async function* readPyvideo(files: NamedFile[], reading: Reading): AsyncGenerator<FileEvent> {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1))
  let category: JsonObject = {}
  let days: string[] = []
  let size = 0
  // Twice through the folder, and never more than one file in memory.
  for (const { path: at, name } of sorted) {
    size += (await stat(at)).size
    if (size > reading.limits.bytes)
      throw new UnreadableFile(
        'tooLarge',
        { file: name },
        { most: String(Math.floor(reading.limits.bytes / 1024 / 1024)) },
      )
    const value = objectOf(await inFile(at, name, reading))
    if (isVideo(value))
      days = [...days, readDate(textOf(value.recorded)) ?? '']
        .filter(Boolean)
        .sort()
        .filter((_, n, all) => n === 0 || n === all.length - 1)
    else if (textOf(value.title)) category = value
  }
  const place = { file: 'category.json' }
  reading.add({
    kind: 'head',
    head: {
      ...{
        format: 'pyvideo',
        timeZone: reading.timeZone,
        city: null,
        venue: null,
        language: null,
        rooms: [],
        tracks: [],
      },
      title: reading.line(textOf(category.title), place),
      startsOn: readDate(textOf(category.start_date)) ?? days[0] ?? null,
      endsOn: readDate(textOf(category.end_date)) ?? days.at(-1) ?? null,
      url: reading.links([{ url: textOf(category.url) }], place)[0]?.url ?? null,
    },
  })
  let count = 0
  for (const { path: at, name } of sorted) {
    const value = await inFile(at, name, reading)
    for (const video of Array.isArray(value) ? objectsIn(value) : [objectOf(value)]) {
      if (!isVideo(video)) continue
      count++
      readVideo(video, name, reading)
    }
    yield* reading.take()
  }
  if (!count) throw new UnreadableFile('notThisFormat', {}, { format: 'pyvideo' })
}

async function inFile(at: string, file: string, reading: Reading): Promise<unknown> {
  try {
    return await readJson(at, reading)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UnreadableFile(error.code, { ...error.place, file }, error.values)
    throw error
  }
}

const isVideo = (value: JsonObject) =>
  ['videos', 'speakers', 'recorded', 'related_urls'].some((key) => key in value) && textOf(value.title) !== null

function readVideo(video: JsonObject, file: string, reading: Reading): void {
  const place = { file }
  const language = languageCode(textOf(video.language))
  const recorded = readDateTime(textOf(video.recorded))
  const seconds = Number(firstText(video.duration, objectsIn(video.videos)[0]?.length) ?? Number.NaN)
  const minutes = Number.isFinite(seconds) && seconds > 0 ? seconds / 60 : null
  const slug = firstText(video.slug, path.posix.basename(file).replace(/\.json$/, ''))
  reading.session(
    {
      place,
      ids: slug && slug !== 'upload' ? [`id:${slug}`] : [],
      language,
      starts: recorded,
      ends: recorded && recorded.kind !== 'day' && minutes ? addMinutes(recorded, Math.round(minutes)) : null,
      minutes,
      people: textsIn(video.speakers).flatMap((said) => {
        const name = reading.line(said, place)
        return name
          ? [{ ids: [], name, role: 'speaker' as const, affiliation: null, position: null, country: null }]
          : []
      }),
      topics: textsIn(video.tags).flatMap((tag) => reading.line(tag, place) ?? []),
      links: reading.links(linksOf(video), place),
    },
    {
      [language ?? '']: {
        title: reading.line(textOf(video.title), place) ?? '',
        abstract: reading.prose(
          [firstText(video.abstract, video.summary), textOf(video.description)],
          place,
          cleanReStructuredText,
        ),
      },
    },
  )
}

function linksOf(video: JsonObject) {
  return [
    ...objectsIn(video.videos).map((each) => ({ url: textOf(each.url), title: textOf(each.type) })),
    ...listOf(video.related_urls).map((each) =>
      isObject(each) ? { url: textOf(each.url), title: textOf(each.label) } : { url: textOf(each) },
    ),
    { url: textOf(video.source_url) },
  ]
}
