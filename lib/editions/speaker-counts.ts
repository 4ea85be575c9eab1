import 'server-only'
import { db } from '@/lib/db'
import { publishedAppearances } from '@/lib/published-sql'
import type { EditionCard, EditionInList } from './card'

/** Adds how many people speak in each edition. Prisma can count the rows of a relation, not the people behind them. */
export async function withSpeakerCounts(editions: EditionCard[]): Promise<EditionInList[]> {
  const ids = editions.map(({ id }) => id)
  const rows = await db.$queryRaw<{ id: string; speakers: number }[]>`
    SELECT edition.id, count(DISTINCT person.id)::int AS speakers
    FROM ${publishedAppearances}
    WHERE edition.id = ANY (${ids}::uuid[])
    GROUP BY edition.id`
  const counts = new Map(rows.map(({ id, speakers }) => [id, speakers]))
  return editions.map((edition) => ({ ...edition, speakerCount: counts.get(edition.id) ?? 0 }))
}
