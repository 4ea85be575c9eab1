import { describe, expect, test } from 'vitest'
import { SEAT, seatPlan } from './hemicycle'

describe('seatPlan', () => {
  for (const [from, to] of [
    [1, 20],
    [21, 100],
    [101, 260],
  ] as const) {
    test(`sets ${from} to ${to} seats, each its own, all inside the drawing`, () => {
      for (let count = from; count <= to; count++) {
        const { seats, width, height } = seatPlan(count)
        expect(seats).toHaveLength(count)
        const inside = seats.map(({ x, y }) => Math.min(x, y, width - x, height - y))
        expect(Math.min(...inside), `${count} seats`).toBeGreaterThanOrEqual(SEAT)
        const apart = seats.flatMap((one, index) =>
          seats.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
        )
        expect(Math.min(...apart), `${count} seats`).toBeGreaterThanOrEqual(2 * SEAT)
      }
    })
  }

  test('the first seats are those before the desk, from the middle outwards', () => {
    const { seats, width, height } = seatPlan(20)
    const fromDesk = seats.map(({ x, y }) => Math.hypot(x - width / 2, y - (height - SEAT)))
    const fromMiddle = seats.map(({ x }) => Math.abs(x - width / 2))
    expect(fromDesk[0]).toBeLessThanOrEqual(Math.min(...fromDesk) + 2)
    expect(fromMiddle[0]).toBeLessThanOrEqual(fromMiddle[2] ?? 0)
  })
})
