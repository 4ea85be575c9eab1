import 'server-only'
import { db } from '@/lib/db'
import { type Difference, difference, type Json } from './difference'
import { titleIn } from './edit-labels'
import { labelsOf, type RecordForEdit, readAppearances, readPlaces } from './edit-queries'
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
  const before = publishedVersion
    ? await db.revision.findUnique({
        where: { recordId_version: { recordId: id, version: publishedVersion } },
        select: { content: true },
      })
    : null
  const old = (before?.content ?? {}) as Content
  const [timeZone, labels] = await Promise.all([
    recordTimeZone(id),
    before ? labelsBetween(noun, [old, content]) : labelsBetween(noun, [content]),
  ])
  return { difference: difference(old as Json, content as Json), labels, timeZone }
}

async function labelsBetween(noun: RecordForEdit['noun'], contents: Content[]): Promise<Record<string, string>> {
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
  return Object.fromEntries([
    ...named,
    ...parts.map(({ id, titles }): [string, string] => [id, first(titles)]),
    ...days.map(({ id, number, date }): [string, string] => [id, date ?? String(number ?? '')]),
  ])
}

const first = (titles: Record<string, string>) => titleIn(titles, 'en')?.title ?? ''
