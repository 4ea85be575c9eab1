import countries from 'i18n-iso-countries'
import type { I18n } from './i18n/translator'

/** True for a two-letter code that ISO 3166-1 assigns, in either case. */
export const isCountry = (code: string) => countries.isValid(code.toUpperCase()) && code.length === 2

/** The name of a country in the reader's language (Unicode CLDR). `code` is ISO 3166-1 alpha-2. */
export function countryName(code: string, { intlLocale }: I18n): string {
  return new Intl.DisplayNames(intlLocale, { type: 'region' }).of(code) ?? code
}

/** The name of a language in the reader's language; `tag` is BCP 47. */
export function languageName(tag: string, { intlLocale }: I18n): string {
  return new Intl.DisplayNames(intlLocale, { type: 'language' }).of(tag) ?? tag
}

/** The three-digit code that world-atlas uses for a country's shape (ISO 3166-1 numeric). */
export const numericCode = (code: string) => countries.alpha2ToNumeric(code) ?? null
