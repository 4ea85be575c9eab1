import type { NamedCountry } from '@/lib/country-order'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'

/** Countries by name, each leading to its page; a dot tells where an edition was held, and words say so. */
export function CountryList(props: { countries: readonly NamedCountry[]; locale: Locale }) {
  const { t } = i18n(props.locale)
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem]">
      {props.countries.map(({ code, name, isHost }) => (
        <li key={code} className="flex items-center gap-2">
          <span aria-hidden="true" className={`size-2 rounded-full ${isHost ? 'bg-gold' : 'bg-accent'}`} />
          <a className="quiet-link py-0.5" href={inLocale(props.locale, routes.country(code))}>
            {name}
          </a>
          {isHost && <span className="text-meta text-muted">({t('forums.hostCountry')})</span>}
        </li>
      ))}
    </ul>
  )
}
