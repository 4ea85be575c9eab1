import type { CSSProperties } from 'react'
import { formatTime } from '@/lib/dates'
import { timetable } from '@/lib/editions/timetable'
import type { EditionTimetable } from '@/lib/editions/timetable-queries'
import type { TimetableSession } from '@/lib/editions/timetable-session'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { SaidText } from './said-text'
import { TimetableCell } from './timetable-cell'

/** An hour is so high at least; what does not fit makes its rows higher. */
const REM_PER_MINUTE = 5.75 / 60
const GAP = 2.5

export type TimedTimetableSession = TimetableSession & { startsAt: Date }

/**
 * A day by room and time. It is one list in the order of time, which wide screens lay out as a grid; the heads of its
 * columns and the hours beside its rows repeat for the eye what every item says itself.
 */
export function TimetableGrid(props: {
  sessions: readonly TimedTimetableSession[]
  rooms: EditionTimetable['rooms']
  timeZone: string
  locale: Locale
}) {
  const { sessions, rooms, timeZone, locale } = props
  const context = i18n(locale)
  const { columns, lines, rows, cells } = timetable(
    sessions.map((session) => ({ ...session, isPlenary: session.format === 'plenary' })),
    rooms.map(({ id }) => id),
    timeZone,
  )
  const byId = new Map(sessions.map((session) => [session.id, session]))
  const roomName = (id: string | null) => rooms.find((room) => room.id === id)?.name ?? null
  const hasHeads = columns.some(({ roomId }) => roomId !== null)
  const starts = columns.map((_, index) => columns.slice(0, index).reduce((sum, { lanes }) => sum + lanes, 2))
  const tracks = {
    '--columns': `3.5rem ${columns
      .flatMap(({ lanes }) => Array(lanes).fill(`minmax(${lanes > 1 ? 7 : 9}rem,${3 / lanes}fr)`))
      .join(' ')}`,
    '--rows': `auto ${rows.map((minutes) => `minmax(${round(minutes === null ? GAP : minutes * REM_PER_MINUTE)}rem,auto)`).join(' ')} 1.75rem`,
  } as CSSProperties
  return (
    <div className="md:relative md:overflow-x-auto md:pb-2">
      <div
        className="md:grid md:[grid-template-columns:var(--columns)] md:[grid-template-rows:var(--rows)]"
        style={tracks}
      >
        {hasHeads &&
          columns.map(({ roomId, lanes }, index) => {
            const name = roomName(roomId)
            return (
              <p
                key={roomId}
                aria-hidden="true"
                className="row-start-1 hidden px-1 pb-2 font-semibold text-[0.9375rem] md:block"
                style={{ gridColumn: `${starts[index]} / span ${lanes}` }}
              >
                {name ? <SaidText said={name} locale={locale} /> : context.t('forums.roomNotRecorded')}
              </p>
            )
          })}
        {lines.map(({ at, isHour }, index) =>
          isHour ? (
            <p
              key={at.getTime()}
              aria-hidden="true"
              className="col-span-full col-start-1 hidden border-rule border-t pt-1 text-muted text-small md:block"
              style={{ gridRow: index + 2 }}
            >
              {formatTime(at, timeZone, context)}
            </p>
          ) : null,
        )}
        <ol className="md:grid md:[grid-area:2/2/-1/-1] md:grid-cols-subgrid md:grid-rows-subgrid">
          {cells.map(({ id, row, lane, isAcross }) => {
            const session = byId.get(id)
            if (!session) return null
            return (
              <TimetableCell
                key={id}
                session={session}
                room={roomName(session.roomId)}
                isRoomShown={isAcross || columns.length === 0}
                row={row}
                lane={lane}
                timeZone={timeZone}
                locale={locale}
              />
            )
          })}
        </ol>
      </div>
    </div>
  )
}

const round = (rem: number) => Math.round(rem * 1000) / 1000
