import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { type Paged, paged, slice } from '@/lib/pagination'
import { Prisma } from '@/prisma/client/client'

export const HISTORY_PAGE = 25

/** One thing that was done to a record. */
export type HistoryEntry = {
  id: string
  at: Date
  /** Such as `record.publish`. */
  act: string
  /** Null for what the archive did by itself; the name null too when the account is gone. */
  actor: { id: string; name: string | null } | null
  version: number | null
  /** Why, in the words of who did it: a note, a remark, a reason; with the language where it has one. */
  notes: { text: string; lang: string | null }[]
  /** The version whose content came back, or somebody else's that was merged; `field` where only that came back. */
  from: number | null
  field: string | null
  /** What is to be done and when. */
  scheduled: { act: 'publish' | 'withdraw'; at: Date } | null
}

const detailSchema = z
  .object({
    remark: z.string().optional(),
    reasons: z.record(z.string(), z.string()).optional(),
    act: z.enum(['publish', 'withdraw']).optional(),
    at: z.iso.datetime().optional(),
    from: z.number().optional(),
    with: z.number().optional(),
    field: z.string().optional(),
  })
  .catch({})

type Row = {
  id: string
  at: Date
  act: string
  actorId: string | null
  actorName: string | null
  version: number | null
  note: string | null
  detail: unknown
}

function toEntry({ actorId, actorName, note, detail, ...row }: Row): HistoryEntry {
  const { remark, reasons = {}, act, at, from, with: other, field } = detailSchema.parse(detail ?? {})
  const said = [note, remark].filter((text) => text !== null && text !== undefined)
  return {
    ...row,
    actor: actorId === null ? null : { id: actorId, name: actorName },
    notes: [
      ...said.map((text) => ({ text, lang: null })),
      ...Object.entries(reasons).map(([lang, text]) => ({ text, lang })),
    ],
    from: from ?? other ?? null,
    field: field ?? null,
    scheduled: act && at ? { act, at: new Date(at) } : null,
  }
}

/** What was done to a record; a record that was in the archive before the desk begins with that. */
const entriesOf = (recordId: string) => Prisma.sql`
  SELECT id, at, act, actor_id, version, detail FROM audit_entry
  WHERE noun = (SELECT noun::text FROM record WHERE id = ${recordId}::uuid) AND record_id = ${recordId}
  UNION ALL
  SELECT 0, created_at, 'record.adopt', NULL, version, NULL FROM revision
  WHERE record_id = ${recordId}::uuid AND version = 1 AND act = 'adopt'`

async function readEntries(recordId: string, { skip, take }: { skip: number; take: number }): Promise<HistoryEntry[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT entry.id::text AS id, entry.at, entry.act, entry.actor_id AS "actorId", "user".name AS "actorName",
      entry.version, entry.detail, CASE WHEN entry.act IN ('record.save', 'record.restore', 'record.merge') THEN revision.note END AS note
    FROM (SELECT * FROM (${entriesOf(recordId)}) AS every ORDER BY id DESC LIMIT ${take} OFFSET ${skip}) AS entry
    LEFT JOIN "user" ON "user".id = entry.actor_id
    LEFT JOIN revision ON revision.record_id = ${recordId}::uuid AND revision.version = entry.version
    ORDER BY entry.id DESC`
  return rows.map(toEntry)
}

/** What was done to a record, the newest first, a page at a time: two queries, names of people included. */
export async function listHistory(recordId: string, page: number): Promise<Paged<HistoryEntry>> {
  const [entries, [counted]] = await Promise.all([
    readEntries(recordId, slice(page, HISTORY_PAGE)),
    db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${entriesOf(recordId)}) AS every`,
  ])
  return paged(entries, counted?.count ?? 0, page, HISTORY_PAGE)
}

/** The last things that were done to a record, for the panel beside its form: one query. */
export const recentHistory = (recordId: string, most = 5): Promise<HistoryEntry[]> =>
  readEntries(recordId, { skip: 0, take: most })
