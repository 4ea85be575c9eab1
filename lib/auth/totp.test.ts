import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base32, keyAddress, passwordOf, stepAt, stepOf } from './totp'

const secret = Buffer.from('12345678901234567890')

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('RFC 6238, appendix B: at %i s it is %s', (seconds, password) => {
  expect(passwordOf(secret, stepAt(seconds * 1000), 8)).toBe(password)
})

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648, 10: base32 of %j is %s', (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded)
})

test('a password works one step early and late, once, and no further', () => {
  fc.assert(
    fc.property(fc.integer({ min: 150_000, max: 4e12 }), fc.integer({ min: -4, max: 4 }), (now, off) => {
      const step = stepAt(now) + off
      const typed = passwordOf(secret, step)
      if (Math.abs(off) <= 1) {
        expect(stepOf(`${typed.slice(0, 3)} ${typed.slice(3)}`, secret, now, null)).not.toBeNull()
        expect(stepOf(typed, secret, now, step + 1)).toBeNull()
      }
    }),
  )
  expect(stepOf(passwordOf(secret, 100), secret, 102 * 30_000, null)).toBeNull()
  expect(stepOf(passwordOf(secret, 100), secret, 100 * 30_000, 100)).toBeNull()
})

test('what is no password of digits is none', () => {
  for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
    expect(stepOf(typed, secret, 0, null)).toBeNull()
})

test('the address for an app', () => {
  expect(keyAddress(secret, 'Plenary & co', 'a@example.org')).toBe(
    'otpauth://totp/Plenary%20%26%20co:a%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Plenary%20%26%20co',
  )
})
