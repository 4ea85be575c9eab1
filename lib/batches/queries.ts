import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { type Paged, paged, slice } from '@/lib/pagination'
import { type ListedRecord, listedRecords } from '@/lib/revisions/list-queries'
import type { Prisma } from '@/prisma/client/client'
import type { LeftBehind } from './batch'

export const BATCH_PAGE = 25

const select = {
  ...{ id: true, kind: true, noun: true, summary: true, createdAt: true, createdById: true },
  ...{ undoneAt: true, undoneById: true, leftBehind: true, _count: { select: { records: true } } },
} satisfies Prisma.BatchSelect

type Row = Prisma.BatchGetPayload<{ select: typeof select }>

/** Something that was done to many records at once, with who did and undid it. */
export type ShownBatch = Omit<Row, '_count' | 'leftBehind'> & {
  count: number
  by: string | null
  undoneBy: string | null
  left: LeftBehind[]
}

async function shown(rows: Row[]): Promise<ShownBatch[]> {
  const ids = rows.flatMap(({ createdById, undoneById }) => [createdById ?? [], undoneById ?? []].flat())
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(users.map(({ id, name }) => [id, name]))
  return rows.map(({ _count, leftBehind, ...row }) => ({
    ...row,
    count: _count.records,
    by: names.get(row.createdById ?? '') ?? null,
    undoneBy: names.get(row.undoneById ?? '') ?? null,
    left: (leftBehind ?? []) as unknown as LeftBehind[],
  }))
}

/** What was done to many records at once, the newest first. */
export async function listBatches(page: number): Promise<Paged<ShownBatch>> {
  const [rows, total] = await Promise.all([
    db.batch.findMany({ select, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], ...slice(page, BATCH_PAGE) }),
    db.batch.count(),
  ])
  return paged(await shown(rows), total, page, BATCH_PAGE)
}

/** One of them; null when there is none. */
export async function getBatch(id: string): Promise<ShownBatch | null> {
  const row = await db.batch.findUnique({ where: { id }, select })
  return row ? ((await shown([row]))[0] ?? null) : null
}

/** The records that it changed, a page at a time, as lists show them. */
export async function listBatchRecords(batchId: string, page: number, locale: Locale): Promise<ListedRecord[]> {
  const rows = await db.batchRecord.findMany({
    where: { batchId },
    orderBy: [{ part: 'asc' }, { recordId: 'asc' }],
    select: { recordId: true },
    ...slice(page, BATCH_PAGE),
  })
  return listedRecords(
    rows.map(({ recordId }) => recordId),
    locale,
  )
}
