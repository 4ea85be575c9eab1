import { Portrait } from '@/components/portrait'
import { SaidText } from '@/components/said-text'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { PersonBySessions } from '@/lib/people/by-sessions'
import { inLocale } from '@/lib/routes'

/** People with the number of sessions they appeared in. */
export function PeopleBySessions({ people, locale }: { people: PersonBySessions[]; locale: Locale }) {
  const { t } = i18n(locale)
  return (
    <ul className="grid gap-x-7 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
      {people.map(({ person, sessions }) => (
        <li key={person.slug} className="flex items-center gap-3">
          <Portrait person={person} />
          <span className="min-w-0 text-meta">
            <a className="quiet-link block font-semibold" href={inLocale(locale, person.path)}>
              <SaidText said={person.name} locale={locale} />
            </a>
            <span className="text-muted">{t('words.countSessions', { count: sessions })}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
