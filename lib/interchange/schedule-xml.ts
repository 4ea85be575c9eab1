import type { Schedule, ScheduleEvent } from './schedule'
import { element, elementOf, XML_DECLARATION } from './xml-element'

/** The format cannot say more than 99 hours and 59 minutes: what lasts longer has no length in it, as what has no end. */
const LONGEST = 99 * 60 + 59

/**
 * schedule.xml as the XSD of c3voc has it (application/vnd.c3voc.schedule+xml); `self` is its own address. What the
 * format has no word for is told in a comment.
 */
export function scheduleAsXml(schedule: Schedule, self: string, write = eventAsXml): string {
  const { acronym, title, start, end, days, slot, timeZone, tracks, leftOut } = schedule
  return [
    XML_DECLARATION,
    ...(leftOut.withoutTime + leftOut.cancelled > 0
      ? [`<!-- Left out: ${leftOut.withoutTime} without a recorded time, ${leftOut.cancelled} cancelled. -->`]
      : []),
    elementOf('schedule', [
      elementOf('generator', [], { name: 'Plenary' }),
      element('url', self),
      element('version', schedule.version),
      elementOf('conference', [
        element('title', title),
        element('acronym', acronym),
        element('start', start),
        element('end', end),
        element('days', String(days.length)),
        element('timeslot_duration', `00:${String(slot).padStart(2, '0')}`),
        element('url', schedule.url),
        element('time_zone_name', timeZone),
        ...tracks.map(({ name, slug }) => elementOf('track', [], { name, slug })),
      ]),
      ...days.map(({ index, date, start, end, rooms }) =>
        elementOf(
          'day',
          rooms.map(({ name, guid, events }) => elementOf('room', events.map(write), { name, guid })),
          { index, date, start, end },
        ),
      ),
    ]),
    '',
  ].join('\n')
}

export function eventAsXml(event: ScheduleEvent): string {
  const { guid, id, minutes, track, language, persons, links, attachments } = event
  const list = (name: string, child: string, all: { url: string; title: string }[]) =>
    all.length > 0
      ? [
          elementOf(
            name,
            all.map(({ url, title }) => element(child, title, { href: url })),
          ),
        ]
      : []
  return elementOf(
    'event',
    [
      element('room', event.room),
      element('title', event.title),
      element('type', event.type),
      element('date', event.date),
      element('start', event.start),
      element('duration', durationOf(minutes > LONGEST ? 0 : minutes)),
      element('abstract', event.abstract ?? ''),
      element('slug', event.slug),
      element('track', track ?? ''),
      ...(language ? [element('language', language)] : []),
      ...(persons.length > 0
        ? [
            elementOf(
              'persons',
              persons.map(({ id, guid, name }) => element('person', name, { id, guid })),
            ),
          ]
        : []),
      ...list('links', 'link', links),
      ...list('attachments', 'attachment', attachments),
      element('url', event.url),
    ],
    { guid, id },
  )
}

/** "1:05". */
export const durationOf = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
