import 'server-only'
import { db } from '@/lib/db'
import { type Conflict, conflictOf } from '@/lib/revisions/conflicts'
import {
  byPublicationOrder,
  draftsAbove,
  draftsBelow,
  draftsMentioned,
  findRecord,
  type RecordToPublish,
} from '@/lib/revisions/publication-set'
import { firstPublished } from '@/lib/revisions/publish'
import { type Content, registry } from '@/lib/revisions/registry'
import { chooseSlug, ensureRows } from '@/lib/revisions/slugs'
import type { Prisma } from '@/prisma/client/client'

/** How many records that are not public yet one preview shows beside its own. */
const MOST = 100

export type DraftInPublic =
  | { kind: 'shown'; record: RecordToPublish; leftOut: number }
  | { kind: 'gone' }
  | { kind: 'unfinished'; conflict: Conflict }

/**
 * Does `work` in a transaction in which a record, what it belongs to, what it mentions and (of an edition) what stands
 * below it are public, and takes all of it back whatever comes. Nobody else sees anything of it. It waits for no
 * lock: whoever writes for good comes first.
 */
export async function withDraftInPublic<T>(
  recordId: string,
  work: (tx: Prisma.TransactionClient, draft: DraftInPublic) => Promise<T>,
): Promise<T> {
  let done: { value: T } | undefined
  await db
    .$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT set_config('lock_timeout', '500ms', true), set_config('statement_timeout', '4s', true)`
        done = { value: await work(tx, await writeDraft(tx, recordId)) }
        throw new TakenBack()
      },
      { timeout: 12_000, maxWait: 2_000 },
    )
    .catch((error) => {
      if (!(error instanceof TakenBack)) throw error
    })
  if (!done) throw new Error('A preview ended without its page')
  return done.value
}

class TakenBack extends Error {}

async function writeDraft(tx: Prisma.TransactionClient, recordId: string): Promise<DraftInPublic> {
  const record = await findRecord(tx, recordId)
  if (!record) return { kind: 'gone' }
  const others = [
    ...(await draftsAbove(tx, record)),
    ...(record.noun === 'edition' ? await draftsBelow(tx, record.id, MOST) : []),
  ]
  const beside = [...others, ...(await draftsMentioned(tx, [record, ...others], MOST))].slice(0, MOST + 1)
  const shown = beside.slice(0, MOST)
  let leftOut = beside.length - shown.length
  for (const each of [record, ...shown].sort(byPublicationOrder)) {
    const conflict = await writeAsPublic(tx, each)
    if (conflict && each === record) return { kind: 'unfinished', conflict }
    if (conflict) leftOut += 1
  }
  return { kind: 'shown', record, leftOut }
}

/** Writes one record as its publication would; on a conflict nothing of it stays. */
async function writeAsPublic(tx: Prisma.TransactionClient, record: RecordToPublish): Promise<Conflict | null> {
  const { id, noun, parentId, publicId, version } = record
  const titles = record.titles as Record<string, string>
  await tx.$executeRaw`SAVEPOINT record`
  try {
    const content = record.content as Content
    const slug = await chooseSlug(tx, { id, noun, parentId, titles }, content)
    if (slug === null) return 'slugTaken'
    const whole = slug === undefined ? content : { ...content, slug }
    await ensureRows(tx, noun, whole)
    const publishedAt = (await firstPublished(tx, noun, id)) ?? new Date()
    await registry[noun].write(tx, id, whole, { state: 'published', publishedAt, withdrawnAt: null, version, publicId })
    return null
  } catch (error) {
    const conflict = conflictOf(error)
    if (!conflict) throw error
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT record`
    return conflict
  }
}
