import type { EditionName } from '@/lib/editions/name'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import type { SessionName } from '@/lib/sessions/beside'
import { SaidText, SessionTitle } from './said-text'

/** Sessions on the same topics; `edition` is the one of the page, others are named. */
export function RelatedSessions(props: { sessions: SessionName[]; edition: EditionName; locale: Locale }) {
  const { sessions, edition, locale } = props
  if (sessions.length === 0) return null
  return (
    <section className="pt-8" aria-labelledby="related-title">
      <h2 id="related-title" className="font-semibold text-item">
        {i18n(locale).t('sessions.related')}
      </h2>
      <ul className="space-y-2 pt-3 text-[0.9375rem]">
        {sessions.map((session) => (
          <li key={session.id}>
            <a className="link inline-block py-0.5" href={inLocale(locale, session.path)}>
              <SessionTitle title={session.title} isTitleSupplied={session.isTitleSupplied} locale={locale} />
            </a>
            {session.edition.path !== edition.path && (
              <span className="block text-muted text-small">
                <SaidText said={session.edition.name} locale={locale} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
