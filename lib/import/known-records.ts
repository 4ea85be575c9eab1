import 'server-only'
import { db } from '@/lib/db'
import type { Content } from '@/lib/revisions/registry'
import { inParts } from './connection'

/** A record as it stands, with what an import last said of it. */
export type KnownRecord = {
  id: string
  lock: number
  version: number
  state: 'draft' | 'in_review' | 'published' | 'withdrawn'
  publishedVersion: number | null
  isBinned: boolean
  titles: Record<string, string>
  content: Content
  /** What the file said then; null where no import from this source said anything of it. */
  said: Content | null
}

/** Which record each external id of a namespace stands for; of one that was merged the record that it was merged into. */
export async function readExternalIds(namespace: string, values: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const some of inParts(values, 5000)) {
    const rows = await db.$queryRaw<{ value: string; id: string }[]>`
      WITH RECURSIVE stands(value, id) AS (
        SELECT value, record_id FROM external_id WHERE namespace = ${namespace} AND value = ANY (${some}::text[])
        UNION ALL
        SELECT stands.value, record.merged_into_id FROM stands JOIN record ON record.id = stands.id WHERE merged_into_id IS NOT NULL
      )
      SELECT value, id FROM stands JOIN record USING (id) WHERE merged_into_id IS NULL`
    for (const { value, id } of rows) found.set(value, id)
  }
  return found
}

/** Records by their ids, as `KnownRecord`. */
export async function readKnownRecords(namespace: string, ids: readonly string[]): Promise<Map<string, KnownRecord>> {
  const found = new Map<string, KnownRecord>()
  for (const some of inParts([...new Set(ids)])) {
    const rows = await db.$queryRaw<KnownRecord[]>`
      SELECT record.id, record.lock, record.version, record.state, record.published_version AS "publishedVersion",
        record.binned_at IS NOT NULL AS "isBinned", record.titles, record.content,
        coalesce(imported.content, revision.content) AS said
      FROM record
      LEFT JOIN imported ON imported.record_id = record.id AND imported.namespace = ${namespace}
      LEFT JOIN revision ON revision.record_id = record.id AND revision.version = imported.version
      WHERE record.id = ANY (${some}::uuid[])`
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

const MOST_SESSIONS = 100_000

/** The sessions of an edition that its programme's file may speak of, those in the bin too. */
export async function readSessionIds(editionId: string): Promise<string[]> {
  const rows = await db.record.findMany({
    where: { parentId: editionId, noun: 'session', emptiedAt: null, mergedIntoId: null },
    orderBy: { id: 'asc' },
    take: MOST_SESSIONS,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
