import fc from 'fast-check'
import { expect, test } from 'vitest'
import { yearBars } from './year-bars'

const years = fc
  .uniqueArray(fc.record({ year: fc.integer({ min: 1800, max: 2200 }), count: fc.integer({ min: 1, max: 1e6 }) }), {
    selector: ({ year }) => year,
    maxLength: 60,
  })
  .map((list) => list.sort((a, b) => a.year - b.year))

test('few bars, without a gap between them, that lose no hit', () => {
  fc.assert(
    fc.property(years, (list) => {
      const bars = yearBars(list)
      expect(bars.length).toBeLessThanOrEqual(8)
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(list.reduce((sum, { count }) => sum + count, 0))
      for (const [at, { from }] of bars.entries()) if (at) expect(from).toBe((bars[at - 1]?.to ?? 0) + 1)
    }),
  )
})

test('a year without a hit keeps its place', () => {
  expect(
    yearBars([
      { year: 2021, count: 2 },
      { year: 2024, count: 1 },
    ]).map(({ from, count }) => [from, count]),
  ).toEqual([
    [2021, 2],
    [2022, 0],
    [2023, 0],
    [2024, 1],
  ])
  expect(
    yearBars([
      { year: 1991, count: 1 },
      { year: 2024, count: 1 },
    ])[0],
  ).toEqual({ from: 1990, to: 1994, count: 1 })
})
