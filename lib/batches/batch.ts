import 'server-only'
import type { By } from '@/lib/revisions/save'
import type { Prisma } from '@/prisma/client/client'
import type { BatchKind, Noun } from '@/prisma/client/enums'

type Made = { kind: BatchKind; noun: Noun; by: By; summary: Prisma.InputJsonObject }

/** Begins something that is done to many records at once; revisions that it writes carry its id (`batchId`). */
export async function beginBatch(tx: Prisma.TransactionClient, { kind, noun, by, summary }: Made): Promise<string> {
  const { id } = await tx.batch.create({
    data: { kind, noun, summary, createdById: by?.id ?? null },
    select: { id: true },
  })
  return id
}

/** The batch, held until the end of the transaction, so that of two who undo it one waits for the other. */
export async function lockBatch(tx: Prisma.TransactionClient, id: string) {
  await tx.$queryRaw`SELECT FROM batch WHERE id = ${id}::uuid FOR UPDATE`
  return tx.batch.findUnique({ where: { id }, include: { records: { orderBy: { recordId: 'asc' } } } })
}

export type LockedBatch = NonNullable<Awaited<ReturnType<typeof lockBatch>>>

/** What undoing left in a record as it was changed since: fields by their paths; none is the whole record. */
export type LeftBehind = {
  recordId: string
  fields: string[]
  why: 'changed' | 'mentionedSince' | 'refused' | 'slugTaken'
}

/** Says that a batch was undone, and what that left. */
export async function endBatch(
  tx: Prisma.TransactionClient,
  id: string,
  { by, left }: { by: By; left: readonly LeftBehind[] },
): Promise<void> {
  await tx.batch.update({
    where: { id },
    data: { undoneAt: new Date(), undoneById: by?.id ?? null, leftBehind: left as unknown as Prisma.InputJsonArray },
  })
}
