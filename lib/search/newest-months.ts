import 'server-only'
import type { Period, YearCount } from './plan'
import { ask } from './pool'

// Read from the index alone, so it costs little as long as it is not many.
const DAYS = `
  SELECT day::text, count(*)::int AS documents FROM (
    SELECT day FROM search_document WHERE day IS NOT NULL ORDER BY day DESC, id DESC LIMIT $1) newest
  GROUP BY day ORDER BY day DESC`

const MINUTE = 60_000

type Known = { archive: string; documents: number; months: Period[]; until: number }
let kept: Known | undefined

/**
 * The months of so many of the newest documents, the newest first; the last may have more than is said here. Kept for a
 * minute, or until an archive of these years has other numbers of documents.
 */
export async function newestMonths(documents: number, years: readonly YearCount[]): Promise<Period[]> {
  const archive = JSON.stringify(years)
  if (kept?.archive === archive && kept.documents >= documents && kept.until > Date.now()) return kept.months
  const months = new Map<string, number>()
  for (const { day, documents: n } of await ask<{ day: string; documents: number }>(DAYS, [documents])) {
    const mark = `%${day.slice(0, -3)}`
    months.set(mark, (months.get(mark) ?? 0) + n)
  }
  const read = [...months].map(([mark, documents]) => ({ mark, documents }))
  kept = { archive, documents, months: read, until: Date.now() + MINUTE }
  return read
}
