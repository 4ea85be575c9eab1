import 'server-only'
import { db } from '@/lib/db'
import { newestEditionFirst } from '@/lib/editions/newest-first'
import { mustSay, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { publishedSession } from '@/lib/published'
import { type CalendarEvent, calendarAsIcs, toCalendarEvent } from './calendar'
import type { OutgoingProgramme } from './outgoing-programme'
import { latest, type OutgoingSession, outgoingSessionSelect, toOutgoingSession } from './outgoing-session'

/** A speaker's calendar has the sessions of the latest editions, up to so many. */
const MOST_SESSIONS = 500

/** A calendar and when anything in it was last changed; null where nothing has a day. */
export type CalendarFile = { ics: string; updatedAt: Date } | null

type WriteEvent = (event: CalendarEvent) => string[]

const fileOf = (name: string, events: readonly (CalendarEvent | null)[], write?: WriteEvent): CalendarFile => {
  const known = events.filter((event) => event !== null)
  if (known.length === 0) return null
  return { ics: calendarAsIcs(name, known, write), updatedAt: latest(known.map(({ updatedAt }) => updatedAt)) }
}

/** The sessions of a programme; where none has a day, the days of the edition itself. */
export function programmeCalendar(programme: OutgoingProgramme, write?: WriteEvent): CalendarFile {
  const { edition, sessions, updatedAt } = programme
  const { startsOn, endsOn, datePrecision } = edition.dates
  const name = edition.name.name.value
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return (
    fileOf(name, sessions.map(toCalendarEvent), write) ??
    fileOf(name, [
      startsOn && datePrecision === 'day'
        ? {
            ...{ uid: edition.id, sequence: edition.version, updatedAt, title: name, topics: [], isCancelled: false },
            when: { firstDay: day(startsOn), lastDay: day(endsOn ?? startsOn) },
            description: edition.summary?.value ?? null,
            location: edition.where,
            url: edition.url,
          }
        : null,
    ])
  )
}

/** A public session by itself. */
export async function readSessionCalendar(id: string, context: I18n): Promise<CalendarFile> {
  const row = await db.session.findFirst({
    where: { AND: [publishedSession, { id }] },
    select: outgoingSessionSelect(context),
  })
  const session = row && toOutgoingSession(row, context)
  return session && fileOf(session.title, [toCalendarEvent(session)])
}

/** The public sessions of a public person, across all editions. */
export async function readSpeakerCalendar(personId: string, context: I18n): Promise<CalendarFile> {
  const { locale } = context
  const [person, rows] = await Promise.all([
    db.person.findUnique({
      where: { id: personId },
      select: { texts: { where: textsFor(locale), select: { ...textMeta, name: true } } },
    }),
    db.session.findMany({
      where: { AND: [publishedSession, { appearances: { some: { personId } } }] },
      orderBy: [...newestEditionFirst, { id: 'asc' }],
      take: MOST_SESSIONS,
      select: outgoingSessionSelect(context),
    }),
  ])
  const sessions: OutgoingSession[] = rows.map((row) => toOutgoingSession(row, context))
  return person && fileOf(mustSay(person.texts, 'name', locale).value, sessions.map(toCalendarEvent))
}
