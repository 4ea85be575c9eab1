import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicId, newPublicId } from './public-id'

test('a new id is one, and two are not the same', () => {
  const ids = Array.from({ length: 2000 }, newPublicId)
  expect(ids.every(isPublicId)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every letter is drawn, and none that is taken for another', () => {
  const letters = new Set(Array.from({ length: 500 }, newPublicId).join(''))
  expect([...letters].sort().join('')).toBe('0123456789abcdefghjkmnpqrstvwxyz')
})

test.each([
  '',
  '1234567',
  '123456789',
  'ABCDEFGH',
  'abcdefgi',
  'abcdefgl',
  'abcdefgo',
  'abcdefgu',
  'abc defg',
  'abcdefgh\n',
])('%j is no id', (value) => {
  expect(isPublicId(value)).toBe(false)
})

test('ids are exactly eight of the thirty-two letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (value) => {
      expect(isPublicId(value)).toBe(value.length === 8 && [...value].every((letter) => letters.includes(letter)))
    }),
  )
})

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
