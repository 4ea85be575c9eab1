import { expect, test } from 'vitest'
import { seal, unseal } from './secret-box'

test('a sealed secret opens for its owner only, and not when it was touched', () => {
  const secret = Buffer.from('a secret')
  const sealed = seal(secret, 'owner')
  expect(unseal(sealed, 'owner')).toEqual(secret)
  expect(unseal(sealed, 'another')).toBeNull()
  const touched = Buffer.from(sealed, 'base64')
  touched[touched.length - 1] = (touched.at(-1) ?? 0) ^ 1
  expect(unseal(touched.toString('base64'), 'owner')).toBeNull()
  expect(unseal('', 'owner')).toBeNull()
  expect(seal(secret, 'owner')).not.toBe(sealed)
})
