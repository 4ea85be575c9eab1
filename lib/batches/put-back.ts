import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { takeBack } from '@/lib/merging/take-back'
import type { Json } from '@/lib/revisions/difference'
import { type Content, registry } from '@/lib/revisions/registry'
import type { Prisma } from '@/prisma/client/client'
import type { LeftBehind } from './batch'
import { type DeskRecord, type Layers, readLayers, type Versions } from './layers'

/** What a record says once a batch is taken back, and which of its fields stay as they are now. */
export type PutBack = { record: DeskRecord; now: Layers; layers: Layers; left: LeftBehind[] }

/**
 * Takes what a batch did to a record out of what it says now, at the desk and in public: without edits since it is as
 * before, else what was written since stays, and is told where the batch wrote too.
 */
export async function planPutBack(
  tx: Prisma.TransactionClient,
  record: DeskRecord,
  { before, after }: { before: Versions; after: Versions },
): Promise<PutBack> {
  const [was, became, now] = [
    await readLayers(tx, record, before),
    await readLayers(tx, record, after),
    await readLayers(tx, record),
  ]
  const left = new Set<string>()
  const back = (old: Content, done: Content, current: Content): Content => {
    const { value, kept } = takeBack(old as Json, done as Json, current as Json)
    if (isDeepStrictEqual(value, old)) return old
    for (const path of kept) left.add(path)
    const { content } = registry[record.noun].parse(value)
    if (content) return content
    left.add('')
    return current
  }
  const newest = back(was.newest, became.newest, now.newest)
  // What was published only since then is taken back as what it was at the desk.
  const publicly = now.publicly && back(was.publicly ?? was.newest, became.publicly ?? became.newest, now.publicly)
  const fields = left.has('') ? [] : [...left]
  return {
    record,
    now,
    layers: { newest, publicly },
    left: left.size ? [{ recordId: record.id, fields, why: fields.length ? 'changed' : 'refused' }] : [],
  }
}
