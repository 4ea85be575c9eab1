import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { wordsOf } from './fold'
import { ask, closeSearch } from './pool'
import { readSearchRequest } from './request'
import { search } from './search'

let texts: { path: string; words: string[] }[] = []

beforeAll(async () => {
  await startFromSeed()
  const rows = await db.statementText.findMany({ select: { text: true, statement: { select: { publicId: true } } } })
  texts = rows.map(({ text, statement }) => ({
    path: `/statements/${statement.publicId}`,
    words: wordsOf(text.split('\n')[0] ?? ''),
  }))
})
afterAll(closeSearch)

const find = async (q: string) =>
  (await search(readSearchRequest({ q }), 'en')).hits.map(({ path }) => path.split('#')[0])

test('any words of a text, as they stand, find it, in every language', async () => {
  const part = fc.nat().chain((n) => {
    const { path, words } = texts[n % texts.length] ?? { path: '', words: [] }
    return fc
      .tuple(fc.nat({ max: Math.max(0, words.length - 2) }), fc.integer({ min: 2, max: 8 }))
      .map(([at, length]) => ({ path, phrase: words.slice(at, at + length).join(' ') }))
  })
  const known = await ask<{ word: string }>('SELECT word FROM search_word', [])
  const indexed = new Set(known.map(({ word }) => word))
  await fc.assert(
    fc.asyncProperty(part, async ({ path, phrase }) => {
      fc.pre(phrase.split(' ').some((word) => indexed.has(word)))
      expect(await find(`"${phrase}"`)).toContain(path)
    }),
    { numRuns: 60 },
  )
})
