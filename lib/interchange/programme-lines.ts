import 'server-only'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { type LargeFile, routes } from '@/lib/routes'
import { TooManyReaders } from './archive-json/snapshot'
import { eventAsIcs, toCalendarEvent } from './calendar'
import { type OutgoingProgramme, readOutline, readSessionsById } from './outgoing-programme'
import type { OutgoingSession } from './outgoing-session'
import { programmeCalendar } from './record-calendars'
import { acronymOf, eventNumbers, timedOf, toEvents, toSchedule } from './schedule'
import { eventAsJson, scheduleAsJson } from './schedule-json'
import { eventAsXml, scheduleAsXml } from './schedule-xml'
import { headingsAsCsv, rowsAsCsv } from './sessions-csv'

/** Sessions are read and written so many at a time. */
const PAGE = 200
/** So many programmes at once. */
const AT_ONCE = 3
let open = 0

/**
 * A programme of any size as a file, in parts: first its outline, written with a mark in place of each session, then the
 * sessions page by page where their marks stand. So memory holds one page, and the file is that of the whole programme.
 * Null where there is no such edition or file. Throws `TooManyReaders`.
 */
export async function programmeLines(
  id: string,
  file: LargeFile,
  context: I18n,
): Promise<AsyncGenerator<string> | null> {
  if (open >= AT_ONCE) throw new TooManyReaders(`${AT_ONCE} others are reading programmes`)
  open++
  let isRead = false
  try {
    const programme = await readOutline(id, context)
    const outline = programme && outlineOf(programme, file, context)
    if (!outline) return null
    isRead = true
    return lines(outline, context)
  } finally {
    if (!isRead) open--
  }
}

async function* lines({ text, write }: Outline, context: I18n): AsyncGenerator<string> {
  try {
    // Every second part is the id of a session.
    const parts = text.split(MARK)
    for (let at = 0; at < parts.length; at += 2 * PAGE) {
      const some = parts.slice(at, at + 2 * PAGE)
      const sessions = await readSessionsById(
        some.filter((_, n) => n % 2),
        context,
      )
      const written = some.map((part, n) => {
        if (n % 2 === 0) return part
        const session = sessions.get(part)
        // Half a file is broken off, so that nobody takes it for the whole.
        if (!session) throw new Error(`The session ${part} went while its programme was read`)
        return write(session, some[n - 1] ?? '')
      })
      yield written.join('')
    }
  } finally {
    open--
  }
}

/** A text with marks, and what stands in place of one; `before` is what stands before it. */
type Outline = { text: string; write: (session: OutgoingSession, before: string) => string }

/** No text of the archive has the sign zero: the database takes none. JSON writes it in letters. */
const mark = (id: string) => `\u0000${id}\u0000`
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sign that no text has is the point
const MARK = /(?:"\\u0000|\u0000)([0-9a-f-]{36})(?:\\u0000"|\u0000)/

function outlineOf(programme: OutgoingProgramme, file: LargeFile, context: I18n): Outline | null {
  const { edition, sessions } = programme
  if (file === 'sessions.csv')
    return {
      text: [headingsAsCsv(), ...sessions.map(({ id }) => mark(id))].join(''),
      write: (session) => rowsAsCsv([session]),
    }
  if (file === 'calendar.ics') {
    const calendar = programmeCalendar(programme, ({ uid }) => [mark(uid)])
    const write = (session: OutgoingSession) => {
      const event = toCalendarEvent(session)
      return event ? eventAsIcs(event) : ''
    }
    return calendar && { text: calendar.ics, write }
  }
  const schedule = toSchedule(programme)
  if (!schedule) return null
  const numbers = eventNumbers(timedOf(sessions))
  const eventOf = (session: OutgoingSession) => toEvents([session], acronymOf(edition.key), numbers).get(session.id)
  if (file === 'schedule.xml') {
    const self = absolute(routes.largeProgramme(edition.id, file, context.locale))
    const write = (session: OutgoingSession) => {
      const event = eventOf(session)
      return event ? eventAsXml(event) : ''
    }
    return { text: scheduleAsXml(schedule, self, ({ guid }) => mark(guid)), write }
  }
  return {
    text: scheduleAsJson(schedule, ({ guid }) => mark(guid)),
    // As deep as its mark stood.
    write: (session, before) => {
      const event = eventOf(session)
      const indent = /\n *$/.exec(before)?.[0] ?? ''
      return event ? JSON.stringify(eventAsJson(event), null, 2).replaceAll('\n', indent) : 'null'
    },
  }
}
