import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, formatDate, formatDates, formatDay, formatTimes, formatWeekday } from './dates'
import { i18n } from './i18n/translator'

const [en, kk, ru] = [i18n('en'), i18n('kk'), i18n('ru')]
const october = new Date('2025-10-15')

describe('days', () => {
  test('are written in the reader’s language', () => {
    expect(formatDay(october, en)).toBe('15 October 2025')
    expect(formatDay(october, ru)).toBe('15 октября 2025 г.')
    expect(formatDay(october, kk)).toContain('15 қазан')
    expect(formatWeekday(october, en)).toBe('Wed 15 Oct')
  })

  test('are as exact as they are known', () => {
    expect(formatDate(october, 'day', en)).toBe('15 October 2025')
    expect(formatDate(new Date('2025-10-01'), 'month', en)).toBe('October 2025')
    expect(formatDate(new Date('2025-01-01'), 'year', en)).toBe('2025')
    expect(formatDate(null, 'unknown', en)).toBeNull()
    expect(formatDate(null, 'day', en)).toBeNull()
  })

  test('from the first to the last are one range', () => {
    const dates = (startsOn: string | null, endsOn: string | null, datePrecision: 'day' | 'month') =>
      formatDates(
        { startsOn: startsOn ? new Date(startsOn) : null, endsOn: endsOn ? new Date(endsOn) : null, datePrecision },
        en,
      )?.replace(/\s+–\s+/, '–') ?? null // round the dash, versions of Unicode's data differ
    expect(dates('2025-10-15', '2025-10-16', 'day')).toBe('15–16 October 2025')
    expect(dates('2025-10-31', '2025-11-01', 'day')).toBe('31 October–1 November 2025')
    expect(dates('2025-10-15', '2025-10-15', 'day')).toBe('15 October 2025')
    expect(dates('2025-10-15', null, 'day')).toBe('15 October 2025')
    expect(dates('2025-10-01', '2025-10-31', 'month')).toBe('October 2025')
    expect(dates(null, null, 'day')).toBeNull()
  })

  test('are the same wherever the server stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
        const date = new Date(days * 86_400_000)
        expect(formatDay(date, en)).toBe(
          `${date.getUTCDate()} ${date.toLocaleDateString('en', { month: 'long', timeZone: 'UTC' })} ${date.getUTCFullYear()}`,
        )
      }),
    )
  })
})

describe('times', () => {
  const at = (time: string) => new Date(`2026-10-24T${time}:00Z`)

  test('are shown in the zone of the edition', () => {
    expect(formatTimes(at('04:30'), at('06:00'), 'Asia/Almaty', en)).toBe('09:30–11:00')
    expect(formatTimes(at('04:30'), at('06:00'), 'Asia/Kathmandu', ru)).toBe('10:15–11:45')
    expect(formatTimes(at('19:00'), null, 'Asia/Almaty', kk)).toBe('00:00')
  })

  test('follow the clocks of the zone through their change', () => {
    const [before, after] = [new Date('2026-10-25T00:30Z'), new Date('2026-10-25T01:30Z')]
    expect(formatTimes(before, after, 'Europe/London', en)).toBe('01:30–01:30')
  })

  test('the day of an instant is the one on the zone’s calendar', () => {
    expect(dayOf(at('19:00'), 'Asia/Almaty')).toBe('2026-10-25')
    expect(dayOf(at('18:59'), 'Asia/Almaty')).toBe('2026-10-24')
    expect(dayOf(at('03:59'), 'America/New_York')).toBe('2026-10-23')
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          expect(dayOf(date, 'UTC')).toBe(date.toISOString().slice(0, 10))
        },
      ),
    )
  })
})
