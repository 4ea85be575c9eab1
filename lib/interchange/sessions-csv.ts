import { csv } from './csv'
import type { OutgoingProgramme } from './outgoing-programme'
import type { OutgoingSession } from './outgoing-session'
import { withOffset } from './zoned-time'

const columns = [
  ...['id', 'title', 'format', 'day', 'starts_at', 'ends_at', 'time_zone', 'room', 'track', 'language', 'speakers'],
  ...['topics', 'abstract', 'is_cancelled', 'url'],
]

/** All sessions of a programme as a table; several names stand in one cell, parted by semicolons. */
export const sessionsAsCsv = ({ sessions }: OutgoingProgramme): string => csv([columns, ...sessions.map(toRow)])

/** The heading row by itself, and rows by themselves: what is written in parts. */
export const headingsAsCsv = () => csv([columns])
export const rowsAsCsv = (sessions: readonly OutgoingSession[]) => csv(sessions.map(toRow)).slice(1)

function toRow(session: OutgoingSession) {
  const { id, title, format, day, startsAt, endsAt, timeZone, room, track, language, people, topics } = session
  return [
    ...[id, title, format],
    day?.date?.toISOString().slice(0, 10) ?? day?.number ?? null,
    startsAt && withOffset(startsAt, timeZone),
    endsAt && withOffset(endsAt, timeZone),
    ...[timeZone, room?.name ?? null, track, language],
    people.map(({ name }) => name).join('; '),
    topics.join('; '),
    session.abstract,
    session.isCancelled ? 'yes' : 'no',
    session.url,
  ]
}
