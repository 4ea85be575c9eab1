import type { EditionTimetable } from '@/lib/editions/timetable-queries'
import type { TimetableSession } from '@/lib/editions/timetable-session'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { SaidText, SessionTitle } from './said-text'
import { KindTag } from './tags'
import { TimetableSpeakers } from './timetable-speakers'

/** Sessions without a recorded time, in the order that is recorded. */
export function TimetableList(props: {
  sessions: readonly TimetableSession[]
  rooms: EditionTimetable['rooms']
  locale: Locale
}) {
  const { sessions, rooms, locale } = props
  const { t } = i18n(locale)
  return (
    <ol className="border-rule border-b">
      {sessions.map((session) => {
        const room = rooms.find(({ id }) => id === session.roomId)
        return (
          <li
            key={session.id}
            className="grid items-baseline gap-x-7 gap-y-1 border-rule border-t py-3.5 md:grid-cols-[1fr_14rem_12rem]"
          >
            <div className="min-w-0">
              <a
                className={`quiet-link py-0.5 font-semibold font-serif text-item ${session.isCancelled ? 'line-through' : ''}`}
                href={inLocale(locale, session.path)}
              >
                <SessionTitle title={session.title} isTitleSupplied={session.isTitleSupplied} locale={locale} />
              </a>
              {session.isCancelled && <span className="ms-2 text-gold text-small">{t('words.cancelled')}</span>}
            </div>
            <p className="text-meta text-muted">
              <TimetableSpeakers session={session} locale={locale} />
            </p>
            <p className="flex flex-wrap items-baseline gap-x-3 text-meta text-muted md:justify-end">
              {room && <SaidText said={room.name} locale={locale} />}
              <KindTag isGold={session.format === 'plenary'}>{t(`words.format.${session.format}`)}</KindTag>
            </p>
          </li>
        )
      })}
    </ol>
  )
}
