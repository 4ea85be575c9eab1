import 'server-only'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { inParts } from './connection'
import { MANY } from './write-records'

const KINDS = ['topic', 'organisation', 'person', 'session'] as const
type NewIds = { [kind in (typeof KINDS)[number]]: string[] }

/**
 * Writes the search documents of records that this transaction made public, and takes off the list what it noted of
 * them: at its end only what was there before is looked at. `editionId` got nothing that a document of before shows
 * (null where it did).
 */
export async function indexNew(
  tx: Prisma.TransactionClient,
  ids: NewIds,
  editionId: string | null,
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  const all = KINDS.flatMap((kind) => ids[kind])
  if (!all.length) return
  if (all.length > MANY) await tx.$executeRaw`SELECT analyse_public()`
  const indexes = settleBeside()
  let done = 0
  try {
    for (const kind of KINDS)
      for (const some of inParts(ids[kind])) {
        await tx.$executeRaw`SELECT search_add(${kind}, ${some}::uuid[])`
        if (all.length > MANY) indexes.settle()
        done += some.length
        onProgress(done)
      }
  } finally {
    await indexes.settled()
  }
  await tx.$executeRaw`SELECT settle_indexes()`
  await tx.$executeRaw`SELECT search_count_added(${all}::uuid[])`
  await tx.$executeRaw`
    DELETE FROM search_stale WHERE reach <> 'later' AND (
      record_id = ANY (${all}::uuid[]) AND kind IN ('session', 'person', 'organisation', 'topic')
      OR kind IN ('programme_day', 'track')
      OR kind = 'appearance' AND record_id IN (SELECT id FROM appearance WHERE session_id = ANY (${ids.session}::uuid[])))`
  await tx.$executeRaw`UPDATE search_stale SET reach = 'self' WHERE reach = 'all' AND kind = 'edition' AND record_id = ${editionId}::uuid`
}

/**
 * Has the indexes put in order on another connection while this one writes on. Should that fail, the import does all of
 * it at its end.
 */
function settleBeside() {
  let running: Promise<unknown> | null = null
  return {
    settle(): void {
      running ??= db.$executeRaw`SELECT settle_indexes()`
        .catch(() => {})
        .finally(() => {
          running = null
        })
    },
    async settled(): Promise<void> {
      await running
    },
  }
}
