import { groupByDay } from '@/lib/editions/programme'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { SessionCard } from '@/lib/sessions/card'
import { dayLabel } from './day-label'
import { SessionRow } from './session-row'

/** Sessions in their order, under their days where any day is recorded. */
export function Programme({ sessions, locale }: { sessions: readonly SessionCard[]; locale: Locale }) {
  const groups = groupByDay(sessions)
  if (groups.every(({ day }) => day === null)) {
    return sessions.map((session) => <SessionRow key={session.id} session={session} locale={locale} />)
  }
  return groups.map(({ day, sessions: ofDay }) => (
    <section key={day ? `${day.number} ${day.date}` : 'none'} className="pb-6">
      <h3 className="pb-3 font-sans font-semibold text-body">{dayLabel(day, i18n(locale))}</h3>
      {ofDay.map((session) => (
        <SessionRow key={session.id} session={session} locale={locale} isUnderDay />
      ))}
    </section>
  ))
}
