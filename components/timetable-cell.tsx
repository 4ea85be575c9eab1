import type { CSSProperties } from 'react'
import { formatTimes, formatWeekday } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import type { Said } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { SaidText, SessionTitle } from './said-text'
import type { TimedTimetableSession } from './timetable-grid'
import { TimetableSpeakers } from './timetable-speakers'

const looks = {
  plenary: 'border-gold bg-gold-wash',
  break: 'border-rule-strong bg-sheet',
  other: 'border-accent bg-accent-wash',
} as const

type Span = { start: number; end: number }

/** A session at its place in the grid; on narrow screens an item of the list. */
export function TimetableCell(props: {
  session: TimedTimetableSession
  room: Said | null
  isRoomShown: boolean
  row: Span
  lane: Span
  timeZone: string
  locale: Locale
}) {
  const { session, room, row, lane, timeZone, locale } = props
  const { startsAt, endsAt, format, isCancelled } = session
  const context = i18n(locale)
  const { t } = context
  const look = format === 'plenary' || format === 'break' ? looks[format] : looks.other
  const place = {
    '--row': `${row.start + 1} / ${row.end + 1}`,
    '--lane': `${lane.start + 1} / ${lane.end + 1}`,
  } as CSSProperties
  const minutes = endsAt ? (endsAt.getTime() - startsAt.getTime()) / 60_000 : 30
  return (
    <li
      className={`mb-2 rounded-small border-s-[3px] px-3.5 py-2.5 md:m-0.5 md:min-w-0 md:py-1.5 md:[grid-column:var(--lane)] md:[grid-row:var(--row)] ${look}`}
      style={place}
      data-keep-together
    >
      <div className={minutes <= 30 ? 'flex flex-wrap items-baseline gap-x-3' : undefined}>
        <p className="text-muted text-small">
          <time dateTime={startsAt.toISOString()}>{formatTimes(startsAt, endsAt, timeZone, context)}</time>
          {endsAt && minutes >= 24 * 60 && ` (${formatWeekday(endsAt, context)})`}
          {!endsAt && `, ${t('forums.endNotRecorded')}`}
          {(room || format !== 'break') && (
            <span className={props.isRoomShown && room ? undefined : 'md:sr-only'}>
              {', '}
              {room ? <SaidText said={room} locale={locale} /> : t('forums.roomNotRecorded')}
            </span>
          )}
        </p>
        <h3 className="font-semibold text-body leading-snug">
          <a className={`quiet-link ${isCancelled ? 'line-through' : ''}`} href={inLocale(locale, session.path)}>
            <SessionTitle title={session.title} isTitleSupplied={session.isTitleSupplied} locale={locale} />
          </a>
          {isCancelled && <span className="ms-2 font-sans text-gold text-small">{t('words.cancelled')}</span>}
        </h3>
      </div>
      <p className="text-muted text-small">
        <TimetableSpeakers session={session} locale={locale} />
      </p>
    </li>
  )
}
