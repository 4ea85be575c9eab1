import { csv } from './csv'
import type { OutgoingProgramme } from './outgoing-programme'
import { withOffset } from './zoned-time'

const columns = [
  ...['id', 'title', 'format', 'day', 'starts_at', 'ends_at', 'time_zone', 'room', 'track', 'language', 'speakers'],
  ...['topics', 'abstract', 'is_cancelled', 'url'],
]

/** All sessions of a programme as a table; several names stand in one cell, parted by semicolons. */
export const sessionsAsCsv = ({ sessions }: OutgoingProgramme): string =>
  csv([
    columns,
    ...sessions.map((session) => {
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
    }),
  ])
