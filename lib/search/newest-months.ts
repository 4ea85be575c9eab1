import 'server-only'
import type { Period } from './plan'
import { ask } from './pool'

// Read from the index alone, so it costs little as long as it is not many.
const DAYS = `
  SELECT day::text, count(*)::int AS documents FROM (
    SELECT day FROM search_document WHERE day IS NOT NULL ORDER BY day DESC, id DESC LIMIT $1) newest
  GROUP BY day ORDER BY day DESC`

/** The months of so many of the newest documents, the newest first. The last may have more than is said here. */
export async function newestMonths(documents: number): Promise<Period[]> {
  const months = new Map<string, number>()
  for (const { day, documents: n } of await ask<{ day: string; documents: number }>(DAYS, [documents])) {
    const mark = `%${day.slice(0, -3)}`
    months.set(mark, (months.get(mark) ?? 0) + n)
  }
  return [...months].map(([mark, documents]) => ({ mark, documents }))
}
