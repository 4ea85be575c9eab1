import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSlug } from './slug'

test.each([
  ['Қасым-Жомарт Тоқаев', 'qasym-zhomart-toqaev'],
  ['Ғылым және Әлем', 'ghylym-zhane-alem'],
  ['Korea–Central Asia Cooperation', 'korea-central-asia-cooperation'],
  ['  What’s next?  ', 'whats-next'],
  ['Ёлка', 'elka'],
  ['2025', '2025'],
])('%j becomes %j', (title, slug) => {
  expect(toSlug(title)).toBe(slug)
})

test.each(['', '   ', '…', '—'])('nothing is left of %j', (title) => {
  expect(toSlug(title)).toBeNull()
})

test('any title gives an address that the database takes, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const slug = toSlug(title)
      expect(slug === null || (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 80)).toBe(true)
    }),
  )
})

test('a slug is its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const slug = toSlug(title)
      if (slug !== null) expect(toSlug(slug)).toBe(slug)
    }),
  )
})

test('a long title is cut at a word, a long word within it', () => {
  expect(toSlug('word '.repeat(40))).toBe(Array(16).fill('word').join('-'))
  expect(toSlug('x'.repeat(200))).toHaveLength(80)
})
