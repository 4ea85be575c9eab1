import 'server-only'
import type { Noun } from '@/lib/revisions/nouns'
import { knownPublic } from './known-public'
import { idsIn } from './public-content'
import { readMedia } from './read-media'
import { readMerged } from './read-merged'
import { type Reader, readNoun, readSome, type StandingLine } from './read-records'
import { FILE_VERSION, fileOrder, type MediaLine, type RecordLine } from './record-line'
import { openSnapshot } from './snapshot'

/** What stands in a file, in its order. */
type Contents = { of: 'archive' | 'edition'; media: AsyncGenerator<MediaLine[]>; records: AsyncGenerator<RecordLine[]> }

/**
 * The whole public archive as one JSON document, a record to a line, from one moment. The same archive always gives
 * the same bytes. Throws `TooManyReaders` before the first line.
 */
export async function* archiveLines(): AsyncGenerator<string> {
  const snapshot = await openSnapshot()
  try {
    const reader = { snapshot, known: knownPublic(snapshot) }
    yield* inLines({ of: 'archive', media: readMedia(reader, null), records: allRecords(reader) })
  } finally {
    await snapshot.close()
  }
}

/**
 * One public edition in the same layout, with its sessions and statements and whatever they mention, that again with
 * what it mentions. Null when the public knows no such edition.
 */
export async function editionLines(id: string): Promise<AsyncGenerator<string> | null> {
  const snapshot = await openSnapshot()
  const reader = { snapshot, known: knownPublic(snapshot) }
  const lines = async function* (first: StandingLine) {
    try {
      const { ids, files } = await mentionedBy(reader, first)
      yield* inLines({ of: 'edition', media: readMedia(reader, files), records: someRecords(reader, ids) })
    } finally {
      await snapshot.close()
    }
  }
  try {
    for await (const [found] of readSome(reader, 'edition', [id])) if (found?.state === 'published') return lines(found)
  } catch (error) {
    await snapshot.close()
    throw error
  }
  await snapshot.close()
  return null
}

async function* inLines({ of, media, records }: Contents): AsyncGenerator<string> {
  yield `{"plenary":${JSON.stringify({ version: FILE_VERSION, of, files: 'not included' })},\n"media":[`
  let isFirst = true
  for await (const some of media)
    for (const each of some) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(each)}`
      isFirst = false
    }
  yield '\n],\n"records":['
  const counts: Record<string, number> = Object.fromEntries(fileOrder.map((noun) => [noun, 0]))
  isFirst = true
  for await (const some of records)
    for (const each of some) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(each)}`
      isFirst = false
      counts[each.noun] = (counts[each.noun] ?? 0) + 1
    }
  yield `\n],\n"counts":${JSON.stringify(counts)}}\n`
}

async function* allRecords(reader: Reader): AsyncGenerator<RecordLine[]> {
  for (const noun of fileOrder) {
    yield* readNoun(reader, noun)
    yield* readMerged(reader, noun)
  }
}

async function* someRecords(reader: Reader, ids: Map<Noun, Set<string>>): AsyncGenerator<RecordLine[]> {
  for (const noun of fileOrder)
    for await (const some of readSome(reader, noun, [...(ids.get(noun) ?? [])]))
      yield some.filter(({ state }) => state === 'published')
}

/** The ids of all that an edition needs to be read by itself, by noun, and of the files. */
async function mentionedBy(reader: Reader, edition: StandingLine) {
  const { snapshot } = reader
  const below = await snapshot.rows<{ noun: Noun; id: string }>(
    `SELECT 'session'::noun AS noun, id FROM session WHERE edition_id = $1
     UNION ALL SELECT 'statement', id FROM statement WHERE edition_id = $1`,
    [edition.id],
  )
  const ids = new Map<Noun, Set<string>>(fileOrder.map((noun) => [noun, new Set()]))
  const files = new Set<string>()
  const isKnown = (id: string) => files.has(id) || [...ids.values()].some((each) => each.has(id))
  let found: { noun: Noun; id: string }[] = [{ noun: 'edition', id: edition.id }, ...below]
  while (found.length) {
    for (const { noun, id } of found) ids.get(noun)?.add(id)
    const next = new Set<string>()
    for (const noun of fileOrder) {
      const wanted = found.flatMap((each) => (each.noun === noun ? [each.id] : []))
      for await (const some of readSome(reader, noun, wanted))
        for (const line of some)
          if (line.state === 'published')
            for (const id of [...idsIn(line.versions), line.parent ?? '']) if (id && !isKnown(id)) next.add(id)
    }
    found = await snapshot.rows<{ noun: Noun; id: string }>(
      "SELECT noun, id FROM record WHERE id = ANY($1::uuid[]) AND noun NOT IN ('edition', 'session', 'statement')",
      [[...next]],
    )
    for (const id of next) files.add(id)
    for (const { id } of found) files.delete(id)
  }
  return { ids, files: [...files] }
}
