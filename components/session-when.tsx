import type { ReactNode } from 'react'
import { dayOf, formatDates, formatDay, formatTimes } from '@/lib/dates'
import { timeZoneName } from '@/lib/editions/time-zone'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Session } from '@/lib/sessions/queries'

type When = Pick<Session, 'day' | 'startsAt' | 'endsAt' | 'occasion'>

/** When a session took place, as far as is recorded; what is not is said. `marks` are the citations of the date. */
export function SessionWhen({ session, locale, marks }: { session: When; locale: Locale; marks?: ReactNode }) {
  const context = i18n(locale)
  const { t } = context
  const { day, startsAt, endsAt, occasion } = session
  const dates = formatDates(occasion, context)
  if (startsAt) {
    const { timeZone } = occasion
    const date = day?.date ?? new Date(dayOf(startsAt, timeZone))
    return (
      <time dateTime={startsAt.toISOString()}>
        {formatDay(date, context)}
        {marks}
        <span className="block">{formatTimes(startsAt, endsAt, timeZone, context)}</span>
        <span className="block text-muted text-small">{timeZoneName(timeZone, startsAt, context)}</span>
      </time>
    )
  }
  if (day) {
    return (
      <>
        {day.date ? formatDay(day.date, context) : (dates ?? t('words.datesNotRecorded'))}
        {marks}
        {!day.date && <span className="block">{t('words.dayNumber', { number: day.number })}</span>}
        <span className="block text-muted">{t('words.timeNotRecorded')}</span>
      </>
    )
  }
  return dates ? (
    <>
      {dates}
      {marks}, <span className="text-muted">{t('words.dayAndTimeNotRecorded')}</span>
    </>
  ) : (
    <span className="text-muted">{t('words.datesNotRecorded')}</span>
  )
}
