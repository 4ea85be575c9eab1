import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { fillArchive } from '@/lib/testing/factory'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { HITS_ON_PAGE } from './attempt'
import { ask, closeSearch } from './pool'
import { readSearchRequest } from './request'
import { search } from './search'
import { type FacetName, facetNames, type SearchResult } from './search-result'
import { readWords } from './word-forms'

beforeAll(async () => {
  await startFromSeed()
  await fillArchive(db, {
    forums: 2,
    editions: 6,
    sessions: 80,
    people: 25,
    organisations: 8,
    topics: 6,
    speakers: 2,
    statements: 1,
  })
})
afterAll(closeSearch)

const find = (query: Record<string, string | string[]>) => search(readSearchRequest(query), 'en')

async function allPages(query: Record<string, string | string[]>): Promise<SearchResult[]> {
  const pages = [await find(query)]
  // One after another, as they are read: all at once would wait for connections.
  for (let page = 2; page <= (pages[0]?.pages ?? 1); page++) pages.push(await find({ ...query, page: String(page) }))
  return pages
}

const queries: Record<string, string | string[]>[] = [
  { q: '' },
  { q: 'water' },
  { q: 'water climate' },
  { q: 'middle powers -korea' },
  { q: 'trade OR transport' },
  { q: '"middle powers"' },
  { q: 'water', kind: ['session', 'statement'] },
  { q: 'water', kind: ['session', 'statement'], language: 'en' },
  { q: 'water -kind:session', language: 'en' },
  { q: 'nowhere', kind: 'session', topic: 'topic-1' },
  { q: 'water', year: ['2025', '2024'], country: 'kz' },
  { q: 'reform', topic: ['topic-1', 'topic-2'], kind: 'session' },
  { q: '', speaker: 'person-3' },
  { q: 'water', from: '2024', to: '2025' },
  { q: 'council', sort: 'date' },
  { q: 'trust', sort: 'date', format: ['panel', 'keynote'] },
]

describe.each(queries)('%j', (query) => {
  test('pages partition the results and end', async () => {
    const pages = await allPages(query)
    const paths = pages.flatMap(({ hits }) => hits.map(({ path }) => path))
    expect(paths).toHaveLength(pages[0]?.total ?? 0)
    expect(new Set(paths).size).toBe(paths.length)
    expect(pages.slice(0, -1).every(({ hits }) => hits.length === HITS_ON_PAGE)).toBe(true)
    expect((await find({ ...query, page: String(pages.length + 1) })).hits).toEqual([])
  })

  test('facet counts are what a search for the value finds', async () => {
    const result = await find(query)
    expect(result.isEstimate).toBe(false)
    for (const name of facetNames) {
      for (const { value, count, isChosen } of result.facets[name].slice(0, 3)) {
        const narrowed = await find({ ...query, [name]: value })
        expect([name, value, narrowed.total]).toEqual([name, value, count])
        expect(isChosen).toBe([query[name]].flat().includes(value))
      }
    }
    const years = result.years.map(({ year, count }) => [String(year), count])
    expect(years.reverse()).toEqual(
      result.facets.year.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
    )
  })
})

describe('counted by hand', () => {
  /** Every public session, its values taken from the tables themselves. */
  const naive: Record<'topic' | 'speaker' | 'country', string> = {
    topic: `SELECT topic.slug AS value, count(*)::int AS count FROM session_topic JOIN topic ON topic.id = topic_id WHERE session_id = ANY($1) GROUP BY 1`,
    speaker: `SELECT person.slug AS value, count(DISTINCT session_id)::int AS count FROM appearance JOIN person ON person.id = person_id WHERE session_id = ANY($1) GROUP BY 1`,
    country: `SELECT lower(country_code) AS value, count(DISTINCT session_id)::int AS count FROM appearance WHERE country_code IS NOT NULL AND session_id = ANY($1) GROUP BY 1`,
  }

  test('the sessions on water and their facets', async () => {
    const { rows } = {
      rows: await ask<{ id: string }>(
        `SELECT session_id AS id FROM session_text WHERE language = 'en' AND title || ' ' || coalesce(abstract, '') ILIKE '%water%'`,
        [],
      ),
    }
    const ids = rows.map(({ id }) => id)
    const { facets } = await find({ q: 'water', kind: 'session' })
    // Topics, organisations and people are called by the same words, so more sessions are found than those.
    const kinds = facets.kind.find(({ value }) => value === 'session')
    expect(kinds?.count).toBeGreaterThanOrEqual(ids.length)
    const all = (await ask<{ id: string }>('SELECT id FROM session', [])).map(({ id }) => id)
    const whole = await find({ kind: 'session' })
    for (const name of ['topic', 'speaker', 'country'] as const) {
      const expected = new Map(
        (await ask<{ value: string; count: number }>(naive[name], [all])).map(({ value, count }) => [value, count]),
      )
      expect(whole.facets[name].length).toBe(Math.min(20, expected.size))
      for (const { value, count } of whole.facets[name as FacetName])
        expect([name, value, count]).toEqual([name, value, expected.get(value)])
    }
  })

  test('every mark is a match in Postgres', async () => {
    for (const q of [
      'polarisation',
      'державы',
      'державалардың',
      'Ashikbaev',
      'instituions',
      '"biological security"',
      'water clim',
    ]) {
      const { hits } = await find({ q })
      const marks = hits
        .flatMap(({ title, passage, speakers, through }) => [
          ...title,
          ...(passage?.runs ?? []),
          ...[...speakers, ...through].flatMap(({ runs }) => runs),
        ])
        .filter(({ isMark }) => isMark)
      expect(marks.length).toBeGreaterThan(0)
      const words = [...new Set(marks.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))]
      const known = await readWords(words)
      // Each marked word is a word of the index, with a lexeme by which it is found.
      expect(
        known.filter(({ documents, isStopWord }) => documents === 0 || isStopWord).map(({ word }) => word),
      ).toEqual([])
    }
  })
})
