import 'server-only'
import { db } from '@/lib/db'
import { type Content, registry } from '@/lib/revisions/registry'
import { storable } from '@/lib/search/fold'
import type { Noun } from '@/prisma/client/enums'
import { inParts } from './connection'
import { sameName } from './programme'

/** A record that a name may mean; `isExact` where it is one of its names, else it only sounds like one. */
export type KnownName = { id: string; isExact: boolean }

const MOST_EACH = 20

/** The records whose names sound as some names do, by `sameName`: one query for a hundred names. */
export async function findKnownNames(
  noun: 'person' | 'organisation' | 'topic',
  names: readonly string[],
): Promise<Map<string, KnownName[]>> {
  const found = new Map<string, KnownName[]>()
  for (const some of inParts([...new Set(names)], 100)) {
    const given = some.map((name) => storable(name).slice(0, 300))
    const rows = await db.$queryRaw<{ n: bigint; id: string; titles: Record<string, string>; content: Content }[]>`
      WITH given AS MATERIALIZED (
        SELECT n, record_name_keys(${noun}::noun, name) AS keys FROM unnest(${given}::text[]) WITH ORDINALITY AS each(name, n)
      ), fitting AS (
        SELECT given.n, given.keys, hit.record_id, row_number() OVER (PARTITION BY given.n ORDER BY count(*) DESC, hit.record_id) AS nth
        FROM given, unnest(given.keys) AS sought, LATERAL (
          SELECT record_id FROM record_word WHERE noun = ${noun}::noun AND record_word.key = sought
          UNION SELECT record_id FROM record_word WHERE noun = ${noun}::noun AND record_word.word = sought
        ) AS hit
        GROUP BY given.n, given.keys, hit.record_id
        HAVING count(*) = cardinality(given.keys) OR ${noun} = 'person' AND count(*) >= 2
      )
      SELECT fitting.n, record.id, record.titles, record.content - 'citations' AS content
      FROM fitting JOIN record ON record.id = fitting.record_id
      WHERE nth <= 60 AND record.binned_at IS NULL
        AND record_sounds_like(record.noun, record.titles, record.content, fitting.keys)
      ORDER BY fitting.n, record.id`
    for (const { n, id, titles, content } of rows) {
      const name = sameName(some[Number(n) - 1] ?? '')
      const list = found.get(name) ?? []
      if (list.length < MOST_EACH && !list.some((each) => each.id === id))
        list.push({ id, isExact: allNames(noun, titles, content).some((each) => sameName(each) === name) })
      found.set(name, list)
    }
  }
  return found
}

const allNames = (noun: Noun, titles: Record<string, string>, content: Content) => [
  ...Object.values(titles),
  ...registry[noun].otherNames(content),
]
