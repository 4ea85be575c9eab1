import type { Day } from '@/lib/editions/programme'
import { timeZoneName } from '@/lib/editions/time-zone'
import type { EditionTimetable } from '@/lib/editions/timetable-queries'
import type { TimetableSession } from '@/lib/editions/timetable-session'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { fullDayLabel } from './day-label'
import { TimetableGrid } from './timetable-grid'
import { TimetableList } from './timetable-list'

/** One day: what has a time as a grid, the rest as a list. */
export function TimetableOfDay(props: {
  day: Day | null
  sessions: readonly TimetableSession[]
  timetable: Pick<EditionTimetable, 'rooms' | 'timeZone'>
  locale: Locale
}) {
  const { day, sessions, locale } = props
  const { rooms, timeZone } = props.timetable
  const context = i18n(locale)
  const timed = sessions.flatMap(({ startsAt, ...session }) => (startsAt ? { ...session, startsAt } : []))
  const untimed = sessions.filter(({ startsAt }) => !startsAt)
  const firstTime = timed[0]?.startsAt
  return (
    <section className="pt-8">
      <div className="flex flex-wrap items-baseline gap-x-4 pb-4">
        <h2 className="font-sans font-semibold text-body">{fullDayLabel(day, context)}</h2>
        {firstTime && (
          <p className="text-meta text-muted">
            {context.t('forums.timesIn', { zone: timeZoneName(timeZone, firstTime, context) })}
          </p>
        )}
      </div>
      {timed.length > 0 && <TimetableGrid sessions={timed} rooms={rooms} timeZone={timeZone} locale={locale} />}
      {timed.length > 0 && untimed.length > 0 && (
        <h3 className="pt-10 pb-3 font-sans font-semibold text-body">{context.t('words.timeNotRecorded')}</h3>
      )}
      {untimed.length > 0 && <TimetableList sessions={untimed} rooms={rooms} locale={locale} />}
    </section>
  )
}
