import 'server-only'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import type { Noun } from './nouns'
import { type Content, mentions } from './registry'

/** Records are written in this order: what others mention or belong to comes first. */
const order: readonly Noun[] = ['source', 'topic', 'organisation', 'person', 'forum', 'edition', 'session', 'statement']

export const byPublicationOrder = (a: { noun: Noun }, b: { noun: Noun }) =>
  order.indexOf(a.noun) - order.indexOf(b.noun)

type Reader = Pick<Prisma.TransactionClient, 'record'>

const select = {
  ...{ id: true, noun: true, publicId: true, parentId: true, content: true, titles: true },
  ...{ state: true, version: true, publishedVersion: true, lock: true },
} satisfies Prisma.RecordSelect

export type RecordToPublish = Prisma.RecordGetPayload<{ select: typeof select }>

const neverPublic = { state: 'draft', binnedAt: null } satisfies Prisma.RecordWhereInput

export const findRecord = (reader: Reader, id: string) =>
  reader.record.findUnique({ where: { id, binnedAt: null }, select })

/** The records that a record stands below and that were never public: the edition and forum of a session. */
export async function draftsAbove(reader: Reader, record: RecordToPublish): Promise<RecordToPublish[]> {
  const above: RecordToPublish[] = []
  for (let at: RecordToPublish | null = record; at?.parentId; ) {
    at = await findRecord(reader, at.parentId)
    if (at?.state === 'draft') above.push(at)
  }
  return above
}

/** What stands below an edition and was never public: its sessions and statements, at most `most + 1`. */
export const draftsBelow = (reader: Reader, editionId: string, most: number): Promise<RecordToPublish[]> =>
  reader.record.findMany({
    where: { parentId: editionId, ...neverPublic },
    orderBy: [{ noun: 'asc' }, { id: 'asc' }],
    take: most + 1,
    select,
  })

/** What stands below an edition and is not public as it stands now: never public, or changed since; at most `most + 1`. */
export const pendingBelow = (reader: Reader, editionId: string, most: number): Promise<RecordToPublish[]> =>
  reader.record.findMany({
    where: { parentId: editionId, OR: [neverPublic, changedSince()] },
    orderBy: [{ noun: 'asc' }, { id: 'asc' }],
    take: most + 1,
    select,
  })

const changedSince = (): Prisma.RecordWhereInput => ({
  state: 'published',
  version: { gt: db.record.fields.publishedVersion },
})

/** Whether the public sees something else than the newest version, or nothing; what was withdrawn stays so. */
export const isPending = ({ state, version, publishedVersion }: RecordToPublish) =>
  state === 'draft' || (state === 'published' && version !== publishedVersion)

/** Everything that `records` mention, and what that mentions in turn, if it was never public; at most `most + 1`. */
export async function draftsMentioned(
  reader: Reader,
  records: readonly RecordToPublish[],
  most: number,
): Promise<RecordToPublish[]> {
  const seen = new Set(records.map(({ id }) => id))
  const found: RecordToPublish[] = []
  let asked = [...records]
  while (asked.length && found.length <= most) {
    const ids = [...new Set(asked.flatMap(mentioned))].filter((id) => !seen.has(id))
    for (const id of ids) seen.add(id)
    asked = ids.length
      ? await reader.record.findMany({
          where: { id: { in: ids }, ...neverPublic },
          orderBy: { id: 'asc' },
          take: most + 1 - found.length,
          select,
        })
      : []
    found.push(...asked)
  }
  return found
}

const mentioned = ({ noun, content }: RecordToPublish) => mentions(noun, content as Content).map(({ id }) => id)
