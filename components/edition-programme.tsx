import type { Edition } from '@/lib/editions/queries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path, routes, withQuery } from '@/lib/routes'
import { Programme } from './programme'
import { Section } from './section'

/** The programme of an edition, or its beginning; what is not known of its order is said first. */
export function EditionProgramme(props: { edition: Edition; timetable: Path; locale: Locale }) {
  const { edition, locale } = props
  const { sessions, sessionCount, unorderedCount } = edition
  const { t } = i18n(locale)
  return (
    <Section
      id="programme"
      title={t('words.programme')}
      more={{ label: t('forums.asTimetable'), href: inLocale(locale, props.timetable) }}
    >
      {unorderedCount > 0 && (
        <p className="prose pb-6 text-[0.9375rem] text-muted">
          {unorderedCount === sessionCount
            ? t('forums.noneOrdered')
            : t('forums.notAllOrdered', { count: unorderedCount })}
        </p>
      )}
      <Programme sessions={sessions} locale={locale} />
      {sessionCount > sessions.length && (
        <p className="border-rule border-t pt-4">
          <a className="link" href={inLocale(locale, withQuery(routes.sessions(), { edition: edition.key }))}>
            {t('forums.allSessions', { count: sessionCount })}
          </a>
        </p>
      )}
    </Section>
  )
}
