import 'server-only'
import { type DeskRecord, readLayers, type Writing, writeLayers, writeRow } from '@/lib/batches/layers'
import { versionsOf } from '@/lib/batches/standing'
import type { Content } from '@/lib/revisions/registry'
import { ensureRows } from '@/lib/revisions/slugs'
import type { Prisma } from '@/prisma/client/client'
import { holdMentioning, holdStatementsBy, MOST_MOVED } from './mentioning'
import { type MergeableNoun, type Replacing, replaceMention } from './replace-mention'

type Moved = Prisma.BatchRecordCreateManyInput

/**
 * Whatever mentions the one record mentions the other from here on, in public and at the desk. Returns what was changed
 * for the batch; null when it is too much, and then the transaction is to be given up.
 */
export async function moveMentions(
  tx: Prisma.TransactionClient,
  noun: MergeableNoun,
  { from, to }: { from: string; to: string },
  writing: Writing,
): Promise<Moved[] | null> {
  const ids = await holdMentioning(tx, { noun, id: from, except: [from, to], most: MOST_MOVED })
  const mentioning = await readBoth(tx, ids)
  const isStatement = ({ record }: (typeof mentioning)[number]) => record.noun === 'statement'
  const others = mentioning
    .filter((each) => !isStatement(each))
    .map((each) => {
      const none: Replacing = { from, to, appearances: new Map() }
      const replace = (content: Content) => replaceMention(each.record.noun, each.record.id, content, none)
      return {
        ...each,
        newest: replace(each.before.newest),
        publicly: each.before.publicly && replace(each.before.publicly),
      }
    })
  const newest = new Map(others.flatMap((each) => each.newest.combined))
  const publicly = new Map(others.flatMap((each) => each.publicly?.combined ?? []))
  const combined = [...new Set([...newest.keys(), ...publicly.keys()])]
  const known = new Set(ids)
  const further = (await holdStatementsBy(tx, combined, MOST_MOVED)).filter((id) => !known.has(id))
  if (ids.length + further.length > MOST_MOVED) return null
  const statements = [...mentioning.filter(isStatement), ...(await readBoth(tx, further))].map((each) => {
    const replace = (content: Content, appearances: Replacing['appearances']) =>
      replaceMention('statement', each.record.id, content, { from, to, appearances })
    const { before } = each
    return {
      ...each,
      newest: replace(before.newest, newest),
      publicly: before.publicly && replace(before.publicly, publicly),
    }
  })
  const moved: Moved[] = []
  // An appearance goes only once no statement is by it any more.
  for (const { record, before, ...changed } of [...statements, ...others]) {
    const layers = {
      newest: changed.newest.content as Content,
      publicly: (changed.publicly?.content ?? null) as Content | null,
    }
    const after = await writeLayers(tx, record, before, layers, writing)
    if (layers.publicly && after.publishedVersion !== record.publishedVersion && after.publishedVersion !== null) {
      await ensureRows(tx, record.noun, layers.publicly)
      await writeRow(tx, record, layers.publicly, after.publishedVersion)
    }
    moved.push({ batchId: writing.batchId, recordId: record.id, part: 'moved', before: versionsOf(record), after })
  }
  return moved
}

async function readBoth(tx: Prisma.TransactionClient, ids: string[]) {
  const records = await tx.record.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
  const read: { record: DeskRecord; before: Awaited<ReturnType<typeof readLayers>> }[] = []
  for (const record of records) read.push({ record, before: await readLayers(tx, record) })
  return read
}
