import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countryName, isCountry, languageName, numericCode } from './countries'
import { i18n } from './i18n/translator'

const [en, kk, ru] = [i18n('en'), i18n('kk'), i18n('ru')]

describe('a country', () => {
  test.each(['KZ', 'kz', 'Us', 'CN', 'KR'])('is %s', (code) => {
    expect(isCountry(code)).toBe(true)
  })

  test.each(['', 'K', 'KAZ', '398', 'ZZ', 'EU', 'UK', 'K1', 'қз', 'kz '])('is not %j', (code) => {
    expect(isCountry(code)).toBe(false)
  })

  test('is told from any other text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6 }), (text) => {
        expect(!isCountry(text) || /^[A-Za-z]{2}$/.test(text)).toBe(true)
      }),
    )
  })

  test('has its name in the reader’s language', () => {
    expect(countryName('KZ', en)).toBe('Kazakhstan')
    expect(countryName('KZ', kk)).toBe('Қазақстан')
    expect(countryName('KZ', ru)).toBe('Казахстан')
    expect(countryName('KR', en)).toBe('South Korea')
  })

  test('has a shape on the map', () => {
    expect(numericCode('KZ')).toBe('398')
    expect(numericCode('ZZ')).toBeNull()
  })
})

test('a language has its name in the reader’s language', () => {
  expect(languageName('kk', en)).toBe('Kazakh')
  expect(languageName('en', ru)).toBe('английский')
})
