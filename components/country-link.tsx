import { countryName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'

/** A country by name, leading to what the archive holds about it. */
export function CountryLink({ code, locale }: { code: string; locale: Locale }) {
  return (
    <a className="link" href={inLocale(locale, routes.country(code))}>
      {countryName(code, i18n(locale))}
    </a>
  )
}
