import 'server-only'
import { readLayers, writeLayers, writeRow } from '@/lib/batches/layers'
import { readPublicStanding, writePublicContent } from '@/lib/batches/public-row'
import { takeFromBinIn } from '@/lib/revisions/bin'
import type { Content } from '@/lib/revisions/registry'
import type { Prisma } from '@/prisma/client/client'
import type { BatchRow } from './undo-plan'
import type { Writing } from './write-records'

/** Writes what records said before an import changed them, at the desk and in public, and what the source had said. */
export async function putBackChanged(
  tx: Prisma.TransactionClient,
  rows: readonly BatchRow[],
  { batchId, by }: Writing,
): Promise<void> {
  for (const row of rows) await putBack(tx, row, { batchId, by })
}

async function putBack(tx: Prisma.TransactionClient, row: BatchRow, { batchId, by }: Writing): Promise<void> {
  const { id, before } = row
  const was = { version: Number(before.record?.version), publishedVersion: numberOf(before.record?.published_version) }
  let record = await tx.record.findUniqueOrThrow({ where: { id } })
  if (record.binnedAt && !before.record?.binned_at) {
    await takeFromBinIn(tx, { id, by })
    record = await tx.record.findUniqueOrThrow({ where: { id } })
  }
  if (record.version !== was.version || record.publishedVersion !== was.publishedVersion) {
    const [now, then] = [await readLayers(tx, record), await readLayers(tx, record, was)]
    await writeLayers(tx, record, now, then, { act: 'undo', batchId, by })
    const after = await tx.record.findUniqueOrThrow({ where: { id } })
    if (then.publicly) await writeRow(tx, after, then.publicly, after.publishedVersion ?? was.version)
    record = after
  }
  if (record.state === 'withdrawn' && before.record?.state === 'published') await showAgain(tx, record.id)
  await putBackSaid(tx, row)
  await noteAgain(tx, id, batchId, Number(before.record?.lock))
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)

/** A session that the import withdrew, as it had vanished from the file. */
async function showAgain(tx: Prisma.TransactionClient, id: string): Promise<void> {
  const record = await tx.record.findUniqueOrThrow({ where: { id } })
  const { newest, publicly } = await readLayers(tx, record)
  const standing = await readPublicStanding(tx, record.noun, id)
  if (!standing) return
  const content: Content = publicly ?? newest
  await writePublicContent(tx, record, content, { ...standing, state: 'published', withdrawnAt: null, reasons: {} })
  await tx.record.update({ where: { id }, data: { state: 'published', lock: record.lock + 1, updatedAt: new Date() } })
}

async function putBackSaid(tx: Prisma.TransactionClient, { id, before }: BatchRow): Promise<void> {
  const { namespace, imported } = before
  if (!namespace) return
  // Without one the import was the first from its source that said something of it.
  if (!imported) await tx.imported.deleteMany({ where: { namespace, recordId: id } })
  else
    await tx.$executeRaw`
      INSERT INTO imported SELECT * FROM jsonb_populate_record(NULL::imported, ${JSON.stringify(imported)}::jsonb)
      ON CONFLICT (namespace, record_id) DO UPDATE SET version = excluded.version, content = excluded.content`
}

/** It stands again as an earlier batch left it: undoing that finds it untouched. */
const noteAgain = (tx: Prisma.TransactionClient, id: string, batchId: string, lock: number) => tx.$executeRaw`
  UPDATE batch_record SET after = after || jsonb_build_object('version', version, 'lock', lock, 'publishedVersion', published_version)
  FROM record WHERE record.id = record_id AND record_id = ${id}::uuid AND batch_id <> ${batchId}::uuid AND (after->>'lock')::int = ${lock}`
