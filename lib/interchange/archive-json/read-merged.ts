import 'server-only'
import type { Noun } from '@/lib/revisions/nouns'
import type { Reader } from './read-records'
import type { MergedLine } from './record-line'
import { FIRST, PAGE } from './snapshot'

/** Records of a noun that were merged into one that the public is told of, in the order of their ids. */
export async function* readMerged({ snapshot }: Reader, noun: Noun): AsyncGenerator<MergedLine[]> {
  for (let after = FIRST; ; ) {
    const rows = await snapshot.rows<{ id: string; into: string; at: Date; is_told: boolean }>(mergedSql(noun), [
      after,
      PAGE,
    ])
    if (!rows.length) return
    yield rows.flatMap(({ id, into, at, is_told }) =>
      is_told ? [{ noun, id, state: 'merged' as const, into, at: at.toISOString() }] : [],
    )
    after = rows.at(-1)?.id ?? after
  }
}

/** Where a chain of mergers ends, there must be something that the public is told of, or was. */
const mergedSql = (noun: Noun) => `
  WITH RECURSIVE gone AS (
    SELECT id, merged_into_id, binned_at FROM record
    WHERE noun = '${noun}' AND merged_into_id IS NOT NULL AND id > $1 ORDER BY id LIMIT $2
  ), leads(id, now) AS (
    SELECT id, merged_into_id FROM gone
    UNION SELECT leads.id, record.merged_into_id FROM leads JOIN record ON record.id = leads.now
    WHERE record.merged_into_id IS NOT NULL
  )
  SELECT gone.id, last.id AS into, gone.binned_at AS at, last.is_told AND EXISTS (
      SELECT FROM publication WHERE record_id = gone.id) AS is_told
  FROM gone JOIN leads ON leads.id = gone.id CROSS JOIN LATERAL (
    SELECT record.id, record.published_version IS NOT NULL AND EXISTS (
      SELECT FROM ${noun} AS own WHERE own.id = record.id AND own.state IN ('published', 'withdrawn')) AS is_told
    FROM record WHERE record.id = leads.now AND record.merged_into_id IS NULL) AS last
  ORDER BY gone.id`
