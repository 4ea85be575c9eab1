import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInstant, toWallTime } from './wall-time'

test('a time typed in a zone comes back as typed', () => {
  const zones = fc.constantFrom('Asia/Almaty', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'UTC')
  const minutes = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2100, 0) / 60_000 })
  fc.assert(
    fc.property(minutes, zones, (minute, zone) => {
      const instant = new Date(minute * 60_000).toISOString()
      const again = toInstant(toWallTime(instant, zone), zone)
      // Only the second showing of an hour in autumn is read as the first.
      expect([instant, new Date(minute * 60_000 - 3_600_000).toISOString()]).toContain(again)
    }),
  )
})

test('a skipped time is the later one, a repeated the earlier, and what is no time is null', () => {
  expect(toInstant('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  expect(toInstant('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  expect(toInstant('2026-10-15T14:00', 'Asia/Almaty')).toBe('2026-10-15T09:00:00.000Z')
  expect(toInstant('soon', 'Asia/Almaty')).toBeNull()
})
