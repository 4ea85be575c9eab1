import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findClashes } from './clashes'
import { hoursOf, lanesOf } from './lanes'
import {
  clockAt,
  dayOfPlace,
  later,
  lengthOf,
  minutesInto,
  moved,
  type ProgrammeDay,
  resized,
  withDaysOf,
} from './place'

const days: ProgrammeDay[] = [
  { id: 'one', number: 1, date: '2026-10-15' },
  { id: 'two', number: 2, date: '2026-10-16' },
]
const at = (startsAt: string | null, endsAt: string | null = null, more: object = {}) => ({
  ...{ id: `${startsAt}`, day: null, startsAt, endsAt, room: 'hall' as string | null },
  ...{ people: [] as string[], isCancelled: false, ...more },
})

describe('where a session stands', () => {
  test('clocks count on past midnight', () => {
    expect(clockAt('2026-10-15', 25 * 60 + 30)).toBe('2026-10-16T01:30')
    expect(minutesInto('2026-10-15', '2026-10-16T01:30')).toBe(25 * 60 + 30)
    expect(later('2026-12-31T23:55', 10)).toBe('2027-01-01T00:05')
  })
  test('a night belongs to the day it was announced for, a day that is long over does not', () => {
    const night = { day: 'one', startsAt: '2026-10-16T00:30', endsAt: null, room: null }
    expect(dayOfPlace(night, days)?.id).toBe('one')
    expect(dayOfPlace({ ...night, day: null }, days)?.id).toBe('two')
    expect(dayOfPlace({ ...night, startsAt: '2026-10-19T10:00' }, days)).toMatchObject({ id: null, date: '2026-10-19' })
    expect(dayOfPlace({ ...night, startsAt: null }, days)).toBeNull()
    expect(withDaysOf(days, [{ ...night, startsAt: '2026-10-14T10:00', day: null }]).map(({ date }) => date)).toEqual([
      '2026-10-14',
      '2026-10-15',
      '2026-10-16',
    ])
  })
  test('moving keeps the length, and stretching the beginning', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 1, max: 600 }), (by, length) => {
        const place = at('2026-10-15T10:00', later('2026-10-15T10:00', length))
        expect(lengthOf(moved(place, by))).toBe(length)
        expect(moved(moved(place, by), -by)).toEqual(place)
        expect(resized(place, by).startsAt).toBe(place.startsAt)
        expect(lengthOf(resized(place, by))).toBe(Math.max(5, length + by))
      }),
    )
  })
})

describe('clashes', () => {
  test('one room, one person, across midnight and between days; what touches does not clash', () => {
    const night = at('2026-10-15T23:00', '2026-10-16T01:00', { day: 'one', people: ['lincoln'] })
    const early = at('2026-10-16T00:30', '2026-10-16T02:00', { day: 'two', room: 'other', people: ['lincoln'] })
    const after = at('2026-10-16T01:00', '2026-10-16T03:00', { people: ['other'] })
    expect(findClashes([after, early, night])).toEqual([
      { kind: 'person', of: 'lincoln', first: night.id, second: early.id, startsAt: early.startsAt },
    ])
    expect(findClashes([night, { ...early, room: 'hall' }]).map(({ kind }) => kind)).toEqual(['room', 'person'])
    expect(findClashes([night, { ...early, isCancelled: true }])).toEqual([])
    expect(
      findClashes([at('2026-10-15T10:00', null, { room: null }), at('2026-10-15T10:00', null, { room: null })]),
    ).toEqual([])
  })
  test('finds what comparing each with each finds', () => {
    const session = fc.record({
      start: fc.integer({ min: 0, max: 600 }),
      length: fc.integer({ min: 1, max: 200 }),
      room: fc.constantFrom('a', 'b', null),
      people: fc.uniqueArray(fc.constantFrom('p', 'q', 'r')),
    })
    fc.assert(
      fc.property(fc.array(session, { maxLength: 10 }), (drawn) => {
        const sessions = drawn.map(({ start, length, room, people }, n) => ({
          ...at(clockAt('2026-10-15', start), clockAt('2026-10-15', start + length), { people }),
          ...{ room, id: `s${n}` },
        }))
        const pairs = sessions.flatMap((a, i) =>
          sessions.slice(i + 1).flatMap((b) => {
            if ((a.startsAt ?? '') >= (b.endsAt ?? '') || (b.startsAt ?? '') >= (a.endsAt ?? '')) return []
            const pair = [a.id, b.id].sort().join()
            return [
              ...(a.room && a.room === b.room ? [`${pair} ${a.room}`] : []),
              ...a.people.filter((each) => b.people.includes(each)).map((each) => `${pair} ${each}`),
            ]
          }),
        )
        const found = findClashes(sessions).map(({ first, second, of }) => `${[first, second].sort().join()} ${of}`)
        expect(found.sort()).toEqual(pairs.sort())
      }),
    )
  })
})

test('what runs at once in a column stands side by side, and all of it is within the hours drawn', () => {
  const drawn = fc.array(
    fc.record({ start: fc.integer({ min: 0, max: 1400 }), length: fc.integer({ min: 1, max: 400 }) }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(drawn, (spans) => {
      const all = spans.map(({ start, length }, n) => ({ id: `s${n}`, start, end: start + length }))
      const lanes = lanesOf(all)
      for (const a of all)
        for (const b of all)
          if (a.id < b.id && a.start < b.end && b.start < a.end)
            expect(lanes.get(a.id)?.lane).not.toBe(lanes.get(b.id)?.lane)
      for (const { lane, lanes: many } of lanes.values()) expect(lane).toBeLessThan(many)
      const { from, to } = hoursOf(all)
      for (const { start, end } of all) expect([start >= from, end <= to]).toEqual([true, true])
    }),
  )
})
