import 'server-only'
import { db } from '@/lib/db'
import { toInstant } from '@/lib/editions/wall-time'
import type { Locale } from '@/lib/i18n/locales'
import { Prisma } from '@/prisma/client/client'
import type { ChangeFilters } from './change-filters'
import { type Noun, nouns } from './nouns'
import { type ShownTitle, shownTitle } from './record-label'

export const CHANGES_PAGE = 40
/** So many records of an edition are asked for at most. */
const MOST_OF_EDITION = 5000

/** Something that was done to a record. */
export type ListedChange = {
  /** Of the audit entry. */
  id: string
  at: Date
  act: string
  /** Null for what the archive did by itself; its name null too when the account is gone. */
  actor: { id: string; name: string | null } | null
  version: number | null
  record: { id: string; noun: Noun; title: ShownTitle; parent: ShownTitle; isBinned: boolean }
}

type Row = Omit<ListedChange, 'actor' | 'record'> & {
  actorId: string | null
  actorName: string | null
  recordId: string
  noun: Noun
  titles: unknown
  language: string | null
  parentTitles: unknown
  isBinned: boolean
}

/** From the first to the last moment of a day in a zone. */
function spanOf(day: string, timeZone: string): [Date, Date] {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600_000).toISOString().slice(0, 10)
  const [from, to] = [day, next].map((each) => toInstant(`${each}T00:00`, timeZone) ?? `${each}T00:00:00Z`)
  return [new Date(from ?? ''), new Date(to ?? '')]
}

/** What was done to records, the newest first: one query, of which the next page begins where this one ends. */
export async function listChanges(
  { by, noun, edition, day, before }: ChangeFilters,
  timeZone: string,
  locale: Locale,
): Promise<{ items: ListedChange[]; next: string | null }> {
  const span = day ? spanOf(day, timeZone) : null
  const where = Prisma.join(
    [
      Prisma.sql`record_id IS NOT NULL AND act LIKE 'record.%' AND noun = ANY(${[...nouns]}::text[])`,
      ...(by ? [Prisma.sql`actor_id = ${by}::uuid`] : []),
      ...(noun ? [Prisma.sql`noun = ${noun}`] : []),
      ...(span ? [Prisma.sql`at >= ${span[0]} AND at < ${span[1]}`] : []),
      ...(before ? [Prisma.sql`id < ${BigInt(before)}`] : []),
      ...(edition
        ? [
            Prisma.sql`record_id IN (SELECT id::text FROM record
              WHERE id = ${edition}::uuid OR parent_id = ${edition}::uuid LIMIT ${MOST_OF_EDITION})`,
          ]
        : []),
    ],
    ' AND ',
  )
  const rows = await db.$queryRaw<Row[]>`
    SELECT entry.id::text AS id, entry.at, entry.act, entry.version, entry.actor_id AS "actorId",
      "user".name AS "actorName", record.id AS "recordId", record.noun, record.titles,
      record_language(record.titles, record.content, ${locale}) AS language, above.titles AS "parentTitles",
      record.binned_at IS NOT NULL AS "isBinned"
    FROM (SELECT * FROM audit_entry WHERE ${where} ORDER BY id DESC LIMIT ${CHANGES_PAGE + 1}) AS entry
    JOIN record ON record.id = entry.record_id::uuid
    LEFT JOIN record AS above ON above.id = record.parent_id
    LEFT JOIN "user" ON "user".id = entry.actor_id
    ORDER BY entry.id DESC`
  const items = rows.slice(0, CHANGES_PAGE).map((row): ListedChange => {
    const { actorId, actorName, recordId, noun, titles, language, parentTitles, isBinned, ...entry } = row
    return {
      ...entry,
      actor: actorId === null ? null : { id: actorId, name: actorName },
      record: {
        ...{ id: recordId, noun, isBinned },
        title: shownTitle(titles, locale, language),
        parent: shownTitle(parentTitles, locale),
      },
    }
  })
  return { items, next: rows.length > CHANGES_PAGE ? (items.at(-1)?.id ?? null) : null }
}
