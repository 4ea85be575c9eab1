import { countryName } from './countries'
import type { I18n } from './i18n/translator'

export type NamedCountry = { code: string; name: string; isHost: boolean }

/** Countries by name in the reader's language, those that held an edition first. */
export function inCountryOrder(countries: readonly { code: string; isHost: boolean }[], context: I18n): NamedCountry[] {
  const { compare } = new Intl.Collator(context.intlLocale)
  return countries
    .map((country) => ({ ...country, name: countryName(country.code, context) }))
    .sort((a, b) => Number(b.isHost) - Number(a.isHost) || compare(a.name, b.name))
}
