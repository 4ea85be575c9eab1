import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { fillArchive } from '@/lib/testing/factory'
import { marked } from './lexemes'
import { ask, closeSearch } from './pool'
import { readSearchRequest } from './request'
import { search } from './search'

// More than are ever all looked at: what is found comes from the newest years, what is counted from samples.
beforeAll(async () => {
  const none = { people: 1, organisations: 1, topics: 2, speakers: 1, statements: 0 }
  // Indexed some at a time: all in the transaction of the records would take long.
  await db.$executeRaw`ALTER TABLE search_stale DISABLE TRIGGER search_stale_is_applied`
  await fillArchive(db, { forums: 1, editions: 30, sessions: 2400, ...none })
  await db.$executeRaw`ALTER TABLE search_stale ENABLE TRIGGER search_stale_is_applied`
  while ((await db.searchStale.count()) > 0) await db.$queryRaw`SELECT search_apply(300)`
}, 600_000)
afterAll(closeSearch)

const find = (query: Record<string, string | string[]>) => search(readSearchRequest(query), 'en')
const counted = async (query: string) =>
  (await ask<{ n: number }>('SELECT count(*)::int AS n FROM search_document WHERE match @@ $1::tsquery', [query]))[0]
    ?.n ?? 0

const isAbout = (estimate: number, truth: number) => {
  expect(estimate).toBeGreaterThan(truth * 0.7)
  expect(estimate).toBeLessThan(truth * 1.4)
}

describe('of many matches', () => {
  test('the number is about right, and said to be an estimate', async () => {
    const { total, isEstimate, hits, pages } = await find({ q: 'water climate' })
    expect(isEstimate).toBe(true)
    isAbout(total, await counted("'water' & 'climat'"))
    expect([hits.length, pages > 10]).toEqual([20, true])
  })

  test('a year that is not among the newest has its own', async () => {
    const years = (await find({ q: 'water' })).years.map(({ year }) => year)
    const oldest = String(Math.min(...years))
    const { hits, total } = await find({ q: 'water', year: oldest })
    expect(total).toBeGreaterThan(20)
    expect(hits.map(({ path }) => path).every((path) => path.includes(oldest))).toBe(true)
    expect((await find({ q: 'water', to: oldest })).hits).toHaveLength(20)
    expect((await find({ q: 'water', from: oldest, to: oldest })).total).toBe(total)
  })

  test('by date the newest come first', async () => {
    const { hits } = await find({ q: 'water', sort: 'date' })
    const days = hits.map(({ day }) => day?.getTime() ?? 0)
    expect(days).toEqual([...days].sort((a, b) => b - a))
    const all = await ask<{ day: string }>(
      `SELECT day::text FROM search_document WHERE match @@ '''water'''::tsquery AND day IS NOT NULL ORDER BY day DESC LIMIT 20`,
      [],
    )
    expect(hits.map(({ day }) => day?.toISOString().slice(0, 10))).toEqual(all.map(({ day }) => day))
  })

  test('a sample has all that its documents have, and nothing else', async () => {
    for (const [mark, times] of [
      ['~3', 8],
      ['~5', 32],
    ] as const) {
      const [row] = await ask<{ n: number }>(
        `SELECT count(*)::int AS n FROM search_document WHERE uuid_hash(id) & ${times - 1} = 0 AND match @@ '''water'' & ''climat'''::tsquery`,
        [],
      )
      expect(row?.n).toBeGreaterThan(20)
      expect(await counted(marked("'water' & 'climat'", mark))).toBe(row?.n)
    }
  })

  test('a phrase of two common words is found in all that have it, and in no other', async () => {
    const [row] = await ask<{ n: number }>(
      `SELECT count(*)::int AS n FROM search_document d WHERE d.top @@ $1::tsquery
        OR EXISTS (SELECT FROM search_passage p WHERE p.document_id = d.id AND p.tsv @@ $1::tsquery)`,
      ["'water' <-> 'climat' <-> 'trade'"],
    )
    const { total, isEstimate } = await find({ q: '"water climate trade"' })
    expect([total, isEstimate]).toEqual([row?.n, false])
  })
})
