import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { fillArchive } from '@/lib/testing/factory'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { fold, wordsOf } from './fold'
import { ask, closeSearch } from './pool'
import { readSearchRequest, searchPath } from './request'
import { search } from './search'
import { facetNames } from './search-result'

beforeAll(async () => {
  await startFromSeed()
  await fillArchive(db, {
    forums: 2,
    editions: 4,
    sessions: 60,
    people: 20,
    organisations: 5,
    topics: 5,
    speakers: 2,
    statements: 1,
  })
})
afterAll(closeSearch)

const pieces = fc.constantFrom(
  ...[
    '-',
    '"',
    ':',
    'OR',
    ' ',
    '*',
    "'",
    '\\',
    '(',
    ')',
    '<->',
    '&',
    '|',
    '!',
    '\0',
    '\ud800',
    '=1',
    '~8',
    '^a',
    '%',
    '$1',
    '😀',
    'İ',
    'ﬁ',
  ],
  ...[
    'speaker:',
    'topic:',
    'from:',
    'to:9999',
    'lang:',
    'kind:session',
    '-org:',
    'water',
    'the',
    'ЗАПОВЕДНИК',
    'державалардың',
    'middl',
    '1945',
    '12345678901234567890',
    'ааааааааааааааааааааааааааааааааааааааааааааааа',
  ],
)
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(' ')),
)

describe('any text', () => {
  test('gives an answer, in bounded time', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (q) => {
        const result = await search(readSearchRequest({ q }), 'en')
        expect(result.total).toBeGreaterThanOrEqual(result.hits.length)
        expect(result.milliseconds).toBeLessThan(8_000)
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    '-'.repeat(33),
    '"'.repeat(300),
    '('.repeat(300),
    'a '.repeat(150),
    'a* '.repeat(100),
    '-a '.repeat(100),
    '\0',
    '\ud800',
    "'; DROP TABLE session; --",
    '\\',
    'OR OR OR',
    ': : :',
    '=',
    '~2',
    '^water',
    `${'x'.repeat(299)}y`,
  ])('%j is no error', async (q) => {
    await expect(search(readSearchRequest({ q }), 'ru')).resolves.toMatchObject({ isEstimate: false })
  })

  test('and any address: what is unknown or makes no sense is left out', async () => {
    const parameters = fc.dictionary(
      fc.constantFrom('q', 'page', 'sort', 'from', 'to', 'x', ...facetNames),
      fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string())),
    )
    await fc.assert(
      fc.asyncProperty(parameters, async (query) => {
        await expect(search(readSearchRequest(query), 'kk')).resolves.toBeDefined()
      }),
      { numRuns: 60 },
    )
  })

  test('a request survives its own address', () => {
    const values = fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { maxLength: 3 })
    fc.assert(
      fc.property(fc.string(), values, values, fc.integer({ min: 1, max: 2000 }), (q, topic, speaker, page) => {
        const request = readSearchRequest({ q, topic, speaker, page: String(page), sort: 'date', from: '2024' })
        const query = new URL(searchPath(request), 'http://x').searchParams
        const read = readSearchRequest(
          Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)])),
        )
        expect(read).toEqual(request)
      }),
    )
  })
})

describe('words are folded alike here and in Postgres', () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'aZéÜßŁøŒІіЇїЁёЙйҚқӘәҺһѲ’-‐.,/—0٣½ ²µªñÅǅşıİ'), maxLength: 40 }),
    fc.string({ unit: fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCodePoint(code)), maxLength: 40 }),
    fc.string({
      unit: fc.integer({ min: 0x400, max: 0x4ff }).map((code) => String.fromCodePoint(code)),
      maxLength: 40,
    }),
  )
  const capitals = fc
    .array(fc.constantFrom('WHO', 'IT', 'who', 'WILL', 'AND', 'UNDER', 'WHOM', ' ', '-', '’', '0', 'ë', 'Ж', '_'))
    .map((parts) => parts.join(''))
  test('any text in Latin or Cyrillic', async () => {
    const samples = [...fc.sample(texts, 400), ...fc.sample(capitals, 400)]
    const rows = await ask<{ folded: string; plain: string }>(
      'SELECT search_fold(t) AS folded, search_plain(search_capitals(t)) AS plain FROM unnest($1::text[]) WITH ORDINALITY u(t, n) ORDER BY n',
      [samples],
    )
    for (const [n, text] of samples.entries()) {
      expect(rows[n]?.folded).toBe(fold(text))
      // Compounds are joined once more at the end.
      const words = wordsOf(text)
      expect((rows[n]?.plain ?? '').split(' ').filter(Boolean).slice(0, words.length)).toEqual(words)
    }
  })
})
