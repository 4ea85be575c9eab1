import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupByDay } from './programme'
import { type TimedSession, timetable } from './timetable'

const MINUTE = 60_000
const rooms = ['hall', 'a', 'b']
/** Half-hour zones, a zone whose clocks move by half an hour, and both kinds of clock change. */
const zones = ['Asia/Almaty', 'Asia/Kathmandu', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'UTC']
const evenings = [
  '2026-03-28T20:00Z',
  '2026-10-24T20:00Z',
  '2026-03-08T00:00Z',
  '2026-04-04T08:00Z',
  '2025-10-15T03:00Z',
]

const zone = fc.constantFrom(...zones)
const day = fc
  .record({
    begins: fc.constantFrom(...evenings),
    sessions: fc.array(
      fc.record({
        after: fc.oneof(
          fc.nat(12).map((n) => n * 30),
          fc.nat(14 * 60),
        ),
        lasts: fc.option(fc.oneof(fc.constantFrom(15, 30, 60, 90), fc.integer({ min: 1, max: 4000 }))),
        roomId: fc.constantFrom(...rooms, 'unlisted', null),
        isPlenary: fc.boolean(),
      }),
      { maxLength: 25 },
    ),
  })
  .map(({ begins, sessions }) =>
    sessions.map(({ after, lasts, roomId, isPlenary }, index): TimedSession => {
      const startsAt = new Date(Date.parse(begins) + after * MINUTE)
      const endsAt = lasts === null ? null : new Date(startsAt.getTime() + lasts * MINUTE)
      return { id: String(index), startsAt, endsAt, roomId, isPlenary }
    }),
  )

const session = (id: string, from: string, to: string, roomId: string | null = null, isPlenary = false) => ({
  id,
  startsAt: new Date(`2025-10-15T${from}:00Z`),
  endsAt: new Date(`2025-10-15T${to}:00Z`),
  roomId,
  isPlenary,
})

describe('the timetable of a day', () => {
  test('every session has exactly one cell', () => {
    fc.assert(
      fc.property(day, zone, (sessions, timeZone) => {
        const { cells } = timetable(sessions, rooms, timeZone)
        expect(cells.map(({ id }) => id).sort()).toEqual(sessions.map(({ id }) => id).sort())
      }),
    )
  })

  test('no two sessions share a cell, in one room or across rooms', () => {
    fc.assert(
      fc.property(day, zone, (sessions, timeZone) => {
        const { cells } = timetable(sessions, rooms, timeZone)
        const meet = (a: { start: number; end: number }, b: { start: number; end: number }) =>
          a.start < b.end && b.start < a.end
        for (const [index, one] of cells.entries()) {
          for (const other of cells.slice(index + 1)) {
            expect(meet(one.row, other.row) && meet(one.lane, other.lane)).toBe(false)
          }
        }
      }),
    )
  })

  test('every cell lies within its column, from its start to its end', () => {
    fc.assert(
      fc.property(day, zone, (sessions, timeZone) => {
        const { cells, columns, lines, rows } = timetable(sessions, rooms, timeZone)
        expect(rows).toHaveLength(Math.max(0, lines.length - 1))
        const lanes = columns.reduce((sum, column) => sum + column.lanes, 0)
        for (const { id, row, lane, isAcross } of cells) {
          const { startsAt, endsAt, roomId } = sessions.find((each) => each.id === id) as TimedSession
          expect(lines[row.start]?.at).toEqual(startsAt)
          const end = lines[row.end]?.at.getTime() ?? Number.NaN
          expect(end).toBeGreaterThan(startsAt.getTime())
          if (endsAt) expect(end).toBe(Math.min(endsAt.getTime(), startsAt.getTime() + 12 * 60 * MINUTE))
          if (isAcross) expect(lane).toEqual({ start: 0, end: lanes })
          else {
            const column = columns.findIndex((each) => each.roomId === roomId)
            const from = columns.slice(0, column).reduce((sum, each) => sum + each.lanes, 0)
            expect(column).toBeGreaterThanOrEqual(0)
            expect(lane.start).toBeGreaterThanOrEqual(from)
            expect(lane.end).toBeLessThanOrEqual(from + (columns[column]?.lanes ?? 0))
            expect(lane.end).toBeGreaterThan(lane.start)
          }
        }
      }),
    )
  })

  test('lines run in time, hours are full hours on the clocks of the zone', () => {
    fc.assert(
      fc.property(day, zone, (sessions, timeZone) => {
        const { lines } = timetable(sessions, rooms, timeZone)
        const minute = new Intl.DateTimeFormat('en', { timeZone, minute: 'numeric' })
        for (const [index, { at, isHour }] of lines.entries()) {
          expect(at.getTime()).toBeGreaterThan(lines[index - 1]?.at.getTime() ?? Number.NEGATIVE_INFINITY)
          expect(isHour).toBe(minute.format(at) === '0')
        }
      }),
    )
  })

  test('a night on which clocks go back has one hour more', () => {
    const night = [
      {
        id: 'vigil',
        startsAt: new Date('2026-10-24T23:00Z'),
        endsAt: new Date('2026-10-25T03:00Z'),
        roomId: 'hall',
        isPlenary: false,
      },
    ]
    const hours = (timeZone: string) =>
      timetable(night, rooms, timeZone)
        .lines.filter(({ isHour }) => isHour)
        .map(({ at }) => at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }))
    expect(hours('Europe/London')).toEqual(['00:00', '01:00', '01:00', '02:00', '03:00'])
    expect(hours('Asia/Kathmandu')).toEqual(['04:00', '05:00', '06:00', '07:00', '08:00'])
  })

  test('a plenary, or what has no room, stands across all rooms while nothing else runs', () => {
    const { cells, columns } = timetable(
      [
        session('opening', '04:00', '05:00', 'hall', true),
        session('panel', '05:00', '06:00', 'a'),
        session('round table', '05:30', '06:30', 'b'),
        session('walk', '06:00', '07:00'),
        session('lunch', '07:00', '08:00'),
      ],
      rooms,
      'Asia/Almaty',
    )
    expect(cells.filter(({ isAcross }) => isAcross).map(({ id }) => id)).toEqual(['opening', 'lunch'])
    expect(columns.map(({ roomId }) => roomId)).toEqual(['a', 'b', null])
  })

  test('what overlaps in one room stands side by side, the rest keeps the whole width', () => {
    const { cells, columns } = timetable(
      [
        session('one', '04:00', '05:00', 'a'),
        session('two', '04:30', '05:30', 'a'),
        session('after', '05:30', '06:00', 'a'),
      ],
      rooms,
      'Asia/Almaty',
    )
    expect(columns).toEqual([{ roomId: 'a', lanes: 2 }])
    expect(cells.map(({ lane }) => lane)).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
      { start: 0, end: 2 },
    ])
  })

  test('hours in which nothing runs are one short row', () => {
    const { rows } = timetable(
      [session('morning', '04:00', '05:00'), session('evening', '12:00', '13:00')],
      rooms,
      'Asia/Almaty',
    )
    expect(rows).toEqual([15, 15, 15, 15, null, 15, 15, 15, 15])
  })

  test('an empty day has nothing', () => {
    expect(timetable([], rooms, 'UTC')).toEqual({ columns: [], lines: [], rows: [], cells: [] })
  })
})

describe('the days of a programme', () => {
  const timeZone = 'Europe/London'
  const first = { number: 1, date: new Date('2026-10-24') }

  test('a session past midnight stays with the day it was announced for, whatever the zone', () => {
    fc.assert(
      fc.property(fc.nat(10 * 60), zone, (minutes, timeZone) => {
        const late = { day: first, startsAt: new Date(Date.parse('2026-10-24T18:00Z') + minutes * MINUTE), timeZone }
        const early = { day: first, startsAt: new Date('2026-10-24T02:00Z'), timeZone }
        expect(groupByDay([early, late])).toEqual([{ day: first, sessions: [early, late] }])
      }),
    )
  })

  test('a session without a recorded day belongs to its date in the zone', () => {
    const announced = { day: first, startsAt: null, timeZone }
    const evening = { day: null, startsAt: new Date('2026-10-24T22:30Z'), timeZone }
    const night = { day: null, startsAt: new Date('2026-10-24T23:30Z'), timeZone: 'Europe/Berlin' }
    const unknown = { day: null, startsAt: null, timeZone }
    expect(groupByDay([unknown, night, evening, announced])).toEqual([
      { day: first, sessions: [evening, announced] },
      { day: { number: null, date: new Date('2026-10-25') }, sessions: [night] },
      { day: null, sessions: [unknown] },
    ])
  })

  test('every session is in exactly one group, in its order', () => {
    const placed = fc.record({
      day: fc.option(fc.integer({ min: 1, max: 3 }).map((number) => ({ number, date: null }))),
      startsAt: fc.option(fc.date({ min: new Date('2026-10-23'), max: new Date('2026-10-28'), noInvalidDate: true })),
      timeZone: fc.constant(timeZone),
    })
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 30 }), (sessions) => {
        const groups = groupByDay(sessions)
        expect(groups.flatMap((group) => group.sessions)).toHaveLength(sessions.length)
        for (const group of groups) {
          const places = group.sessions.map((each) => sessions.indexOf(each))
          expect(places).toEqual([...places].sort((a, b) => a - b))
        }
      }),
    )
  })
})
