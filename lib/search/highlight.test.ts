import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsOf } from './fold'
import { excerpt, highlight } from './highlight'

const joined = (runs: { text: string }[]) => runs.map(({ text }) => text).join('')
const words = fc.constantFrom(
  'Power',
  'powers',
  'Ёлка',
  'élan',
  'O’Brien',
  'peace-keeping',
  'держав',
  '<b>',
  '&amp;',
  '—',
  '\n',
  '  ',
  '😀',
  'e\u0301',
  '\ud800',
  'ﬁ',
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
)
const matchers = fc.func(fc.boolean()).map((isMatch) => (word: string) => isMatch(word))

describe('highlighting', () => {
  test('loses and alters no character', () => {
    fc.assert(
      fc.property(texts, matchers, (text, matches) => {
        expect(joined(highlight(text, 'en', matches))).toBe(text)
      }),
    )
  })

  test('every marked word matches, every word that matches is marked', () => {
    fc.assert(
      fc.property(texts, matchers, (text, matches) => {
        for (const { text: run, isMark } of highlight(text, 'en', matches)) {
          for (const word of run.match(/[\p{L}\p{N}\p{M}]+(?:[-'’‐‑][\p{L}\p{N}\p{M}]+)*/gu) ?? []) {
            const parts = wordsOf(word)
            const isMatch = parts.every(matches) || matches(parts.join(''))
            if (isMark) expect(isMatch).toBe(true)
            else if (parts.length === 1) expect(isMatch && parts.length > 0).toBe(false)
          }
        }
      }),
    )
  })

  test('no two runs of a kind stand together, none is empty', () => {
    fc.assert(
      fc.property(texts, matchers, (text, matches) => {
        const runs = highlight(text, 'en', matches)
        expect(runs.every((run) => run.text !== '')).toBe(true)
        expect(runs.every((run, at) => at === 0 || run.isMark !== runs[at - 1]?.isMark)).toBe(true)
      }),
    )
  })

  test('a phrase is one mark', () => {
    const is =
      (...matching: string[]) =>
      (word: string) =>
        matching.includes(word)
    expect(highlight('an Agency for Biological Security.', 'en', is('biological', 'security'))).toEqual([
      { text: 'an Agency for ', isMark: false },
      { text: 'Biological Security', isMark: true },
      { text: '.', isMark: false },
    ])
    expect(highlight('Peace-keeping', 'en', is('peacekeeping'))).toEqual([{ text: 'Peace-keeping', isMark: true }])
    expect(highlight('Peace-keeping', 'en', is('keeping'))).toEqual([
      { text: 'Peace-', isMark: false },
      { text: 'keeping', isMark: true },
    ])
  })
})

describe('an excerpt', () => {
  test('is short, keeps the first mark, and is made of the text but for ellipses', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 120 }), fc.integer({ min: 0, max: 119 }), (text, at) => {
        const wanted = wordsOf(text)[at % wordsOf(text).length]
        const runs = highlight(text, 'en', (word) => word === wanted)
        const short = excerpt(runs)
        expect(joined(short).length).toBeLessThanOrEqual(400)
        expect(short.find(({ isMark }) => isMark)).toEqual(runs.find(({ isMark }) => isMark))
        for (const piece of joined(short).split('…')) expect(text).toContain(piece)
      }),
    )
  })
})
