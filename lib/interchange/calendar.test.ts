import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { programmes } from '@/lib/testing/programmes'
import { calendarAsIcs, toCalendarEvent } from './calendar'
import { sessionsAsCsv } from './sessions-csv'
import { timeZoneComponent } from './time-zone-component'

const RUNS = Number(process.env.RUNS ?? 25)

/** What a text must become: nothing but line breaks and letters can stand in a line. */
const asLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')

test('what a calendar program reads is what was written: titles, times in their zone, ids, versions, what was cancelled', () => {
  fc.assert(
    fc.property(programmes, ({ sessions }) => {
      const events = sessions.flatMap((session) => toCalendarEvent(session) ?? [])
      const text = calendarAsIcs('Форум; «2026»,\r\nEND:VCALENDAR', events)
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}]/u)
      const calendar = new ICAL.Component(ICAL.parse(text))
      const read = calendar.getAllSubcomponents('vevent')
      expect(read).toHaveLength(events.length)
      for (const [at, component] of read.entries()) {
        const event = events[at]
        if (!event) continue
        const { when } = event
        const { uid, summary, sequence, startDate } = new ICAL.Event(component)
        expect([uid, summary, sequence]).toEqual([event.uid, asLine(event.title), event.sequence])
        expect(component.getFirstPropertyValue('status')).toBe(event.isCancelled ? 'CANCELLED' : 'CONFIRMED')
        expect(String(component.getFirstPropertyValue('last-modified'))).toBe('2026-05-01T10:00:00Z')
        if (!('startsAt' in when)) {
          expect([startDate.isDate, startDate.toString()]).toEqual([true, when.firstDay])
          continue
        }
        // The zone is the calendar's own: without its VTIMEZONE the reader knows no zone at all.
        const zone = calendar
          .getAllSubcomponents('vtimezone')
          .find((each) => each.getFirstPropertyValue('tzid') === when.timeZone)
        if (component.getFirstProperty('dtstart')?.getParameter('tzid')) startDate.zone = new ICAL.Timezone(zone ?? '')
        expect(startDate.toUnixTime() * 1000).toBe(when.startsAt.getTime())
      }
    }),
    { numRuns: RUNS },
  )
})

test('a time that its clocks show twice is said in UTC, those around it in their zone', () => {
  const starts = ['2026-10-24T22:59:00Z', '2026-10-25T00:01:00Z', '2026-10-25T01:01:00Z', '2026-10-25T02:01:00Z']
  const text = calendarAsIcs(
    'Clocks set back',
    starts.map((start, at) => ({
      ...{ uid: String(at), sequence: 1, updatedAt: new Date(0), title: 'A', description: null, location: null },
      ...{ topics: [], url: 'https://example.org', isCancelled: false },
      when: { startsAt: new Date(start), endsAt: null, timeZone: 'Europe/Berlin' },
    })),
  )
  expect(text.match(/^DTSTART[:;](?:TZID.*2026102[45].*|.*Z)$/gm)?.map((line) => line.trim())).toEqual([
    'DTSTART;TZID=Europe/Berlin:20261025T005900',
    'DTSTART:20261025T000100Z',
    'DTSTART:20261025T010100Z',
    'DTSTART;TZID=Europe/Berlin:20261025T030100',
  ])
})

test('a zone is told as its clocks were in those years: Almaty was six hours ahead until March 2024', () => {
  const component = timeZoneComponent('Asia/Almaty', new Date('2019-05-01'), new Date('2025-10-15'))
  expect(component).toContain('TZOFFSETTO:+0600')
  expect(component.slice(-5)).toEqual([
    'DTSTART:20240301T000000',
    'TZOFFSETFROM:+0600',
    'TZOFFSETTO:+0500',
    'END:STANDARD',
    'END:VTIMEZONE',
  ])
  expect(timeZoneComponent('Etc/GMT-5', new Date(0), new Date('2030-01-01'))).toContain('TZOFFSETTO:+0500')
})

test('a table of sessions has a row for each, and no cell of it is a formula', () => {
  fc.assert(
    fc.property(programmes, (programme) => {
      const rows: Record<string, string>[] = parse(sessionsAsCsv(programme), { bom: true, columns: true })
      expect(rows.map(({ id }) => id)).toEqual(programme.sessions.map(({ id }) => id))
      for (const [at, row] of rows.entries()) {
        const session = programme.sessions[at]
        expect([session?.title, `'${session?.title}`]).toContain(row.title)
        expect(row.starts_at && Date.parse(row.starts_at)).toBe(session?.startsAt?.getTime() ?? '')
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }
    }),
    { numRuns: RUNS },
  )
})
