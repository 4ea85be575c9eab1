import { type Locale, localeNames, locales } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path } from '@/lib/routes'

/** The same page in the other languages. */
export function LanguageSwitch({ locale, path }: { locale: Locale; path: Path }) {
  return (
    <nav aria-label={i18n(locale).t('site.language')}>
      <ul className="flex gap-1 text-meta">
        {locales.map((each) => (
          <li key={each}>
            <a
              href={inLocale(each, path)}
              lang={each}
              hrefLang={each}
              aria-current={each === locale ? 'true' : undefined}
              className="quiet-link block px-1 py-1 text-muted aria-current:font-semibold aria-current:text-ink"
            >
              <span aria-hidden="true">{localeNames[each].short}</span>
              <span className="sr-only">{localeNames[each].full}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
