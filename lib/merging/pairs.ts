import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { type Paged, paged, slice } from '@/lib/pagination'
import { type ListedRecord, listedRecords } from '@/lib/revisions/list-queries'
import { Prisma } from '@/prisma/client/client'
import type { MergeableNoun } from './replace-mention'

export const PAIRS_PAGE = 20
/** Counted no further: whoever has so many has enough to do. */
const MOST_COUNTED = 1000

/** Two records that may be the same, with why they are shown. */
export type Pair = {
  first: ListedRecord
  second: ListedRecord
  isByName: boolean
  /** How many sessions both are in. */
  sessions: number
}

/** Pairs to look at: not decided, both there, and those found by a session while there is one that both are in. */
const open = (noun: MergeableNoun | null) => Prisma.sql`
  FROM likely_pair JOIN record AS one ON one.id = first_id JOIN record AS other ON other.id = second_id,
    LATERAL (SELECT count(*)::int AS sessions FROM (
      SELECT FROM record WHERE likely_pair.noun = 'person' AND record.noun = 'session' AND binned_at IS NULL
        AND record_mentions(content) @> ARRAY[first_id, second_id] LIMIT 20) AS each) AS shared
  WHERE not_same_at IS NULL AND one.binned_at IS NULL AND other.binned_at IS NULL AND (is_by_name OR sessions > 0)
    ${noun ? Prisma.sql`AND likely_pair.noun = ${noun}::noun` : Prisma.empty}`

type Row = { firstId: string; secondId: string; isByName: boolean; sessions: number }

async function toPairs(rows: Row[], locale: Locale): Promise<Pair[]> {
  const records = await listedRecords(
    [...new Set(rows.flatMap(({ firstId, secondId }) => [firstId, secondId]))],
    locale,
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  return rows.flatMap(({ firstId, secondId, ...why }) => {
    const [first, second] = [byId.get(firstId), byId.get(secondId)]
    return first && second ? [{ first, second, ...why }] : []
  })
}

const columns = Prisma.sql`first_id AS "firstId", second_id AS "secondId", is_by_name AS "isByName", sessions`

/** Pairs that may be the same, those of one name first and among them those who share sessions: three queries. */
export async function listPairs(noun: MergeableNoun | null, page: number, locale: Locale): Promise<Paged<Pair>> {
  const { skip, take } = slice(page, PAIRS_PAGE)
  const [rows, total] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT * FROM (SELECT ${columns} ${open(noun)} LIMIT ${MOST_COUNTED}) AS each
      ORDER BY "isByName" DESC, sessions DESC, "firstId", "secondId" LIMIT ${take} OFFSET ${skip}`,
    countPairs(noun),
  ])
  return paged(await toPairs(rows, locale), total, page, PAIRS_PAGE)
}

/** How many pairs are to be looked at, up to a thousand. */
export async function countPairs(noun: MergeableNoun | null = null): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT ${open(noun)} LIMIT ${MOST_COUNTED}) AS each`
  return counted?.count ?? 0
}

/** The pairs of one record. */
export async function pairsOf(noun: MergeableNoun, id: string, locale: Locale): Promise<Pair[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${columns} ${open(noun)} AND (first_id = ${id}::uuid OR second_id = ${id}::uuid)
    ORDER BY is_by_name DESC, sessions DESC, first_id, second_id LIMIT ${PAIRS_PAGE}`
  return toPairs(rows, locale)
}

/** Remembers that two records are not the same: they are never offered again. False when they are not of one noun. */
export async function sayNotSame(ids: readonly [string, string], by: { id: string }): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const records = await tx.record.findMany({ where: { id: { in: [...ids] } }, select: { id: true, noun: true } })
    const [one, other] = records.sort((a, b) => (a.id < b.id ? -1 : 1))
    if (!one || !other || one.noun !== other.noun) return false
    const said = { notSameAt: new Date(), notSameById: by.id }
    await tx.likelyPair.upsert({
      where: { firstId_secondId: { firstId: one.id, secondId: other.id } },
      create: { firstId: one.id, secondId: other.id, noun: one.noun, isByName: false, ...said },
      update: said,
    })
    const detail = { with: other.id }
    await writeAudit(tx, { actorId: by.id, act: 'record.not_same', noun: one.noun, recordId: one.id, detail })
    return true
  })
}
