import countries from 'i18n-iso-countries'
import type { I18n } from './i18n/translator'

/** True for a two-letter code that ISO 3166-1 assigns, in either case. */
export const isCountry = (code: string) => countries.isValid(code.toUpperCase()) && code.length === 2

const made = new Map<string, Intl.DisplayNames>()

/** Names of things in a language; made once, as that costs more than to use it a hundred times. */
function displayNames(type: 'region' | 'language', { intlLocale }: I18n): Intl.DisplayNames {
  const names = made.get(`${type} ${intlLocale}`) ?? new Intl.DisplayNames(intlLocale, { type })
  made.set(`${type} ${intlLocale}`, names)
  return names
}

/** The name of a country in the reader's language (Unicode CLDR). `code` is ISO 3166-1 alpha-2. */
export const countryName = (code: string, i18n: I18n): string => displayNames('region', i18n).of(code) ?? code

/** The name of a language in the reader's language; `tag` is BCP 47. */
export const languageName = (tag: string, i18n: I18n): string => displayNames('language', i18n).of(tag) ?? tag

/** The three-digit code that world-atlas uses for a country's shape (ISO 3166-1 numeric). */
export const numericCode = (code: string) => countries.alpha2ToNumeric(code) ?? null
