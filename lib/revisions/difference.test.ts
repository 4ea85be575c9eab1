import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyDifference, type Difference, difference, type Json } from './difference'
import { wordDifference } from './word-difference'

const text = fc.array(fc.constantFrom('water', 'вода', 'су', 'and', ' ', '\n\n', ', ', '.', 'ә'), { maxLength: 30 })
const prose = text.map((parts) => parts.join(' '))
const scalar = fc.oneof(fc.constant(null), fc.boolean(), fc.integer({ min: 0, max: 5 }), prose)
const row = fc.record({
  id: fc.constantFrom(...'abcdefgh'),
  name: scalar,
  texts: fc.dictionary(fc.constantFrom('en', 'kk', 'ru'), fc.record({ title: scalar, note: scalar })),
})
const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 8 })
const content = fc.record({
  slug: scalar,
  texts: fc.dictionary(fc.constantFrom('en', 'kk', 'ru'), fc.record({ title: scalar, text: prose })),
  topics: fc.uniqueArray(fc.constantFrom('t1', 't2', 't3', 't4')),
  organisations: fc.array(
    fc.record({ organisation: fc.constantFrom('x', 'y', null), role: fc.constantFrom('a', 'b') }),
    {
      maxLength: 5,
    },
  ),
  appearances: rows,
}) as unknown as fc.Arbitrary<Json>

test('a difference applied to what was gives what is', () => {
  fc.assert(
    fc.property(content, content, (before, after) => {
      const kept = structuredClone(before)
      expect(applyDifference(before, difference(before, after))).toEqual(after)
      expect(before).toEqual(kept)
    }),
    { numRuns: 300 },
  )
})

test('what did not change is no difference', () => {
  fc.assert(
    fc.property(content, (each) => {
      expect(difference(each, structuredClone(each))).toEqual({ kind: 'same' })
    }),
  )
})

/** Everything of one side that a difference says, as words. */
function saidOf(how: Difference, side: 'before' | 'after'): string[] {
  const other = side === 'before' ? 'added' : 'removed'
  if (how.kind === 'same') return []
  if (how.kind === 'value') return leaves(how[side])
  if (how.kind === 'text') return [how.pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('')]
  const parts = how.kind === 'fields' ? how.fields : how.rows
  return parts.flatMap((part) => {
    if (part.change === other) return []
    return 'difference' in part ? saidOf(part.difference, side) : leaves(part.value)
  })
}
const leaves = (value: Json): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)]

test('nothing of either side that differs is missing in what is shown', () => {
  fc.assert(
    fc.property(
      fc.record({ a: prose, b: scalar, c: prose }),
      fc.record({ a: prose, b: scalar, c: prose }),
      (before, after) => {
        const how = difference(before, after)
        for (const side of ['before', 'after'] as const) {
          const all = side === 'before' ? before : after
          const differing = (['a', 'b', 'c'] as const).filter((field) => before[field] !== after[field])
          expect(saidOf(how, side).sort()).toEqual(differing.map((field) => String(all[field])).sort())
        }
      },
    ),
  )
  fc.assert(
    fc.property(content, content, (before, after) => {
      // Every row of either side is in the difference, or nothing of its list differs.
      const how = difference(before, after)
      if (how.kind !== 'fields') return
      for (const field of how.fields) {
        if (field.change !== 'changed' || field.difference.kind !== 'list') continue
        const list = (of: Json) => (of as Record<string, Json[]>)[field.name] ?? []
        const { rows } = field.difference
        expect(rows.filter(({ change }) => change !== 'added')).toHaveLength(list(before).length)
        expect(rows.filter(({ change }) => change !== 'removed')).toHaveLength(list(after).length)
      }
    }),
  )
})

test('pieces of a text are the one text without what came, the other without what went', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const pieces = wordDifference(before, after)
      const side = (other: string) => pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('')
      expect(side('added')).toBe(before)
      expect(side('removed')).toBe(after)
    }),
  )
  expect(wordDifference('five states share two rivers', 'five states share three rivers')).toEqual([
    { kind: 'kept', text: 'five states share ' },
    { kind: 'removed', text: 'two' },
    { kind: 'added', text: 'three' },
    { kind: 'kept', text: ' rivers' },
  ])
})

test('two texts that have nothing in common and are very long are compared in time', () => {
  const long = (word: string) => Array.from({ length: 10_000 }, (_, n) => `${word}${n}`).join(' ')
  expect(wordDifference(long('a'), long('b'))).toHaveLength(2)
})

test('one row taken to the front has moved; the others stay', () => {
  const how = difference(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])
  expect(how.kind === 'list' && how.rows.map((row) => row.change === 'kept' && row.isMoved)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
