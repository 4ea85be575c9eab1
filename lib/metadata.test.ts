import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadOf, shorten } from './metadata'

test('neither ever says more than may be said, nor anything that is not in the text', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 40, mode: 'sentences' }), fc.integer({ min: 10, max: 300 }), (text, most) => {
      for (const cut of [shorten(text, most), leadOf(text, most)]) {
        expect(cut.length).toBeLessThanOrEqual(most + 1)
        expect(text.replace(/\s+/g, ' ')).toContain(cut.replace(/…$/, ''))
      }
    }),
  )
})

test.each([
  ['One. Two is longer. Three does not fit.', 22, 'One. Two is longer.'],
  ['A first sentence that is far too long for it', 20, 'A first sentence…'],
  ['Short.', 20, 'Short.'],
])('%s', (text, most, lead) => {
  expect(leadOf(text, most)).toBe(lead)
})
