import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '@/lib/revisions/difference'
import { takeBack } from './take-back'

const row = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  role: fc.constantFrom('x', 'y'),
  note: fc.option(fc.string()),
})
const content = fc.record({
  slug: fc.option(fc.constantFrom('one', 'two')),
  topics: fc.uniqueArray(fc.constantFrom('t', 'u', 'v', 'w')),
  appearances: fc.uniqueArray(row, { selector: ({ id }) => id }),
  texts: fc.dictionary(fc.constantFrom('en', 'ru'), fc.record({ name: fc.string(), note: fc.option(fc.string()) })),
}) as unknown as fc.Arbitrary<Json>

test('of what nobody touched since a change is taken back to what was before it', () => {
  fc.assert(
    fc.property(content, content, (before, after) => {
      expect(takeBack(before, after, after)).toEqual({ value: before, kept: [] })
    }),
  )
})

test('what a change did not touch stays as it is written now', () => {
  fc.assert(
    fc.property(content, content, (before, now) => {
      expect(takeBack(before, before, now)).toEqual({ value: now, kept: [] })
    }),
  )
})

test('an edit elsewhere stays and the change goes; where both wrote the edit stays and is told', () => {
  const before = {
    slug: 'one',
    topics: ['t'],
    texts: { en: { name: 'A', note: null } },
    rows: [{ id: 'b', person: 'B', org: null }],
  }
  const after = {
    slug: 'two',
    topics: ['u'],
    texts: { en: { name: 'A', note: 'N' } },
    rows: [{ id: 'b', person: 'A', org: null }],
  }
  const now = {
    slug: 'three',
    topics: ['u', 'v'],
    texts: { en: { name: 'A!', note: 'N' } },
    rows: [{ id: 'b', person: 'A', org: 'O' }],
  }
  expect(takeBack(before, after, now)).toEqual({
    value: {
      slug: 'three',
      topics: ['t', 'v'],
      texts: { en: { name: 'A!', note: null } },
      rows: [{ id: 'b', person: 'B', org: 'O' }],
    },
    kept: ['slug'],
  })
})

test('a row that the change took away comes back to its place', () => {
  const rows = (...ids: string[]) => ids.map((id) => ({ id }))
  expect(takeBack(rows('a', 'b', 'c'), rows('a', 'c'), rows('c', 'a', 'd')).value).toEqual(rows('c', 'a', 'b', 'd'))
})
