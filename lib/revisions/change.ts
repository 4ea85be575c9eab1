import 'server-only'
import { db } from '@/lib/db'
import { asOfNow } from './as-of-now'
import { type Difference, difference, type Json } from './difference'
import { titleIn } from './edit-labels'
import { labelsOf, type RecordForEdit, readAppearances, readPlaces } from './edit-queries'
import { readGoneParts } from './gone-parts'
import type { Noun } from './nouns'
import { recordTimeZone } from './record-zone'
import { type Content, mentions, registry } from './registry'

export type Change = {
  difference: Difference
  /** What the records and parts of records are called that either side points to, by id. */
  labels: Record<string, string>
  timeZone: string
}

/** How the newest version of a record differs from the one that is or last was public; of a new record all is added. */
export async function readChange({ id, noun, content, publishedVersion }: RecordForEdit): Promise<Change> {
  const before = publishedVersion ? await readRevision(id, publishedVersion) : null
  return changeBetween({ id, noun }, before?.content ?? null, content)
}

/** A revision of a record; null when there is none of that number (any more). */
export async function readRevision(recordId: string, version: number) {
  const revision = await db.revision.findUnique({
    where: { recordId_version: { recordId, version } },
    select: {
      ...{ version: true, content: true, act: true, note: true, authorId: true, createdAt: true },
      record: { select: { noun: true } },
    },
  })
  // Of a redacted one nothing is left to compare or to restore.
  if (!revision || Object.keys(revision.content as Content).length === 0) return null
  const { record, ...rest } = revision
  return { ...rest, content: asOfNow(record.noun, revision.content as Content) }
}

/** How one content of a record became another, with the names of what both mention. */
export async function changeBetween(
  { id, noun }: { id: string; noun: Noun },
  before: Content | null,
  after: Content,
): Promise<Change> {
  const [timeZone, labels] = await Promise.all([
    recordTimeZone(id),
    labelsBetween(noun, before ? [before, after] : [after]),
  ])
  return { difference: difference((before ?? {}) as Json, after as Json), labels, timeZone }
}

/** What everything is called that contents of a record point to, by id; of what is gone, what it was called last. */
export async function labelsBetween(noun: Noun, contents: Content[]): Promise<Record<string, string>> {
  const ids = contents.flatMap((content) => {
    const parent = registry[noun].parent(content)
    return [...mentions(noun, content).map((each) => each.id), ...(parent ? [parent.id] : [])]
  })
  const values = (field: string) => [
    ...new Set(contents.flatMap((content) => (typeof content[field] === 'string' ? [content[field]] : []))),
  ]
  const [records, places, appearances] = await Promise.all([
    labelsOf([...new Set(ids)]),
    noun === 'session' ? Promise.all(values('edition').map(readPlaces)) : [],
    noun === 'statement' ? Promise.all(values('session').map(readAppearances)) : [],
  ])
  const named = Object.entries(records).map(([id, { titles }]): [string, string] => [id, first(titles)])
  const parts = [...places.flatMap((each) => (each ? [...each.rooms, ...each.tracks] : [])), ...appearances.flat()]
  const days = places.flatMap((each) => each?.days ?? [])
  const labels = Object.fromEntries([
    ...named,
    ...parts.map(({ id, titles }): [string, string] => [id, first(titles)]),
    ...days.map(({ id, number, date }): [string, string] => [id, date ?? String(number ?? '')]),
  ])
  const [holders, fields] =
    noun === 'session'
      ? [values('edition'), ['day', 'room', 'track']]
      : noun === 'statement'
        ? [values('session'), ['appearance']]
        : [[], []]
  const gone = fields.flatMap(values).filter((id) => labels[id] === undefined)
  return gone.length ? { ...labels, ...(await readGoneParts(holders, gone)) } : labels
}

const first = (titles: Record<string, string>) => titleIn(titles, 'en')?.title ?? ''
