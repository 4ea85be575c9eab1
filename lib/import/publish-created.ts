import 'server-only'
import type { EditionContent } from '@/lib/editions/schema'
import { type ChecklistPoint, checkContent, isBlocked } from '@/lib/revisions/checklist'
import { mentions } from '@/lib/revisions/registry'
import type { BlockingPoints } from '@/lib/revisions/settings'
import type { SessionContent } from '@/lib/sessions/schema'
import type { Prisma } from '@/prisma/client/client'
import { chooseSlugs } from './choose-slugs'
import { inParts } from './connection'
import type { NewRecord } from './new-record'

/** What others mention comes first, so that it is known whether it is public. */
const order = ['source', 'topic', 'organisation', 'person', 'session'] as const

/** Why records stay drafts, by id. */
export type Blocked = Map<string, ChecklistPoint[]>

/** A record that is about to be published; of one that is public already only its new version can be kept back. */
export type ToPublish = Pick<NewRecord, 'id' | 'noun' | 'content' | 'titles'> & { isPublic?: boolean }

/** What the decision needs beside the records: what the public sees of the edition (null when it is not public). */
type Where = { edition: EditionContent | null; blocking: BlockingPoints }

/**
 * Decides which new records are published as they are made, as the checklist decides of one, and gives those their slugs.
 */
export async function decidePublication(
  tx: Prisma.TransactionClient,
  records: readonly NewRecord[],
  where: Where,
): Promise<Blocked> {
  const blocked = await findBlocked(tx, records, where)
  for (const record of records) record.isPublished = !blocked.has(record.id)
  for (const noun of order)
    if (noun !== 'source')
      await chooseSlugs(
        tx,
        noun,
        records.filter((each) => each.noun === noun && each.isPublished),
      )
  return blocked
}

/** What keeps which of them from being published, as the checklist says it of one. */
export async function findBlocked(
  tx: Prisma.TransactionClient,
  records: readonly ToPublish[],
  { edition, blocking }: Where,
): Promise<Blocked> {
  const own = new Map(records.map((each) => [each.id, each]))
  const others = new Set(records.flatMap(({ noun, content }) => mentions(noun, content).map(({ id }) => id)))
  const notPublic = new Map<string, string>()
  for (const some of inParts(
    [...others].filter((id) => !own.has(id)),
    5000,
  )) {
    const rows = await tx.record.findMany({
      where: { id: { in: some }, state: { not: 'published' } },
      select: { id: true, titles: true },
    })
    for (const { id, titles } of rows) notPublic.set(id, Object.values(titles as Record<string, string>)[0] ?? '')
  }
  const parts = new Set(
    [edition?.days, edition?.rooms, edition?.tracks].flatMap((list) => list?.map(({ id }) => id) ?? []),
  )
  const blocked: Blocked = new Map()
  for (const noun of order) {
    const these = records.filter((each) => each.noun === noun)
    for (const record of these) {
      const { day, room, track } = record.content as SessionContent
      const checked = checkContent(
        noun,
        record.content,
        {
          isParentPublic: noun !== 'session' || edition !== null,
          notPublic: mentions(noun, record.content).flatMap(({ id }) => notPublic.get(id) ?? []),
          isPlaced: noun !== 'session' || [day, room, track].every((each) => !each || parts.has(each)),
        },
        blocking[noun],
      )
      if (!isBlocked(checked)) continue
      if (!record.isPublic) notPublic.set(record.id, Object.values(record.titles)[0] ?? '')
      blocked.set(
        record.id,
        checked.filter(({ isMet, isBlocking }) => isBlocking && !isMet).map(({ point }) => point),
      )
    }
  }
  return blocked
}
