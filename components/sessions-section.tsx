import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path } from '@/lib/routes'
import type { SessionCard } from '@/lib/sessions/card'
import { Section } from './section'
import { SessionRow } from './session-row'

/** The latest sessions of a record, with a link to all of them where there are more. */
export function SessionsSection(props: {
  sessions: SessionCard[]
  count: number
  all: Path
  /** What to say where there are none. */
  none: string
  locale: Locale
}) {
  const { sessions, count, locale } = props
  const { t } = i18n(locale)
  const more =
    count > sessions.length
      ? { label: t('words.countSessions', { count }), href: inLocale(locale, props.all) }
      : undefined
  return (
    <Section id="sessions" title={t('words.sessions')} more={more}>
      {sessions.length === 0 && <p className="text-muted">{props.none}</p>}
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} locale={locale} showsEdition />
      ))}
    </Section>
  )
}
