import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { type Paged, paged, slice } from '@/lib/pagination'
import { LIST_PAGE } from './list-queries'
import type { Noun } from './nouns'
import { type ShownTitle, shownTitle } from './record-label'

/** A record in the bin. */
export type Binned = { id: string; noun: Noun; title: ShownTitle; parent: ShownTitle; at: Date; by: string | null }

type Row = Omit<Binned, 'title' | 'parent'> & { titles: unknown; language: string | null; parentTitles: unknown }

/** What is in the bin, the newest first, a page at a time: two queries. */
export async function listBin(page: number, locale: Locale): Promise<Paged<Binned>> {
  const { skip, take } = slice(page, LIST_PAGE)
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT record.id, record.noun, record.titles, above.titles AS "parentTitles", record.binned_at AS at,
        record_language(record.titles, record.content, ${locale}) AS language, "user".name AS by
      FROM record LEFT JOIN record above ON above.id = record.parent_id
        LEFT JOIN "user" ON "user".id = record.binned_by_id
      WHERE record.binned_at IS NOT NULL AND record.emptied_at IS NULL AND record.merged_into_id IS NULL
      ORDER BY record.binned_at DESC, record.id DESC LIMIT ${take} OFFSET ${skip}`,
    db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM record WHERE binned_at IS NOT NULL AND emptied_at IS NULL AND merged_into_id IS NULL`,
  ])
  const items = rows.map(({ titles, language, parentTitles, ...row }) => ({
    ...row,
    title: shownTitle(titles, locale, language),
    parent: shownTitle(parentTitles, locale),
  }))
  return paged(items, counted?.count ?? 0, page, LIST_PAGE)
}
