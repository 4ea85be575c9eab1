import type { Schedule, ScheduleEvent } from './schedule'
import { durationOf } from './schedule-xml'

const SCHEMA = 'https://c3voc.de/schedule/schema.json'
/** The schema wants names of zones to look so; what zone it is, the times say all the same. */
const ZONE_NAME = /^[A-Z][a-z]+\/[A-Z][a-z]+|UTC$/

/** schedule.json as version 1 of the schema of c3voc has it. What is left out of it stands in `conference.meta`. */
export function scheduleAsJson(schedule: Schedule, write: (event: ScheduleEvent) => unknown = eventAsJson): string {
  const { acronym, title, start, end, days, slot, timeZone, tracks, rooms, leftOut } = schedule
  const withSlug = ({ slug, ...rest }: { name: string; slug: string | null; guid?: string }) => ({
    ...rest,
    ...(slug ? { slug } : {}),
  })
  const text = {
    $schema: SCHEMA,
    generator: { name: 'Plenary' },
    schedule: {
      version: schedule.version,
      conference: {
        ...{ acronym, title, start, end, daysCount: days.length },
        timeslot_duration: `00:${String(slot).padStart(2, '0')}`,
        ...(ZONE_NAME.test(timeZone) ? { time_zone_name: timeZone } : {}),
        url: schedule.url,
        tracks: tracks.map(withSlug),
        rooms: rooms.map(withSlug),
        meta: { left_out: { without_time: leftOut.withoutTime, cancelled: leftOut.cancelled } },
        days: days.map(({ index, date, start, end, rooms }) => ({
          ...{ index, date, day_start: start, day_end: end },
          rooms: Object.fromEntries(
            // Two rooms of one name are one here.
            [...new Set(rooms.map(({ name }) => name))].map((name) => [
              name,
              rooms.flatMap((room) => (room.name === name ? room.events.map(write) : [])),
            ]),
          ),
        })),
      },
    },
  }
  return `${JSON.stringify(text, null, 2)}\n`
}

export function eventAsJson({ minutes, end, persons, attachments, links, ...event }: ScheduleEvent) {
  return {
    ...event,
    duration: durationOf(minutes),
    ...(end ? { end } : {}),
    subtitle: null,
    description: null,
    persons: persons.map(({ biography, ...person }) => ({ ...person, ...(biography ? { biography } : {}) })),
    links: links.map((link) => ({ ...link, type: 'related' })),
    ...(attachments.length > 0 ? { attachments } : {}),
  }
}
