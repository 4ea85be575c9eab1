import { describe, expect, test } from 'vitest'
import { countryShape, worldMap } from './world-map'

describe('the map of the world', () => {
  test('is small enough to stand in a page', () => {
    expect(worldMap().land.length).toBeGreaterThan(20_000)
    expect(worldMap().land.length).toBeLessThan(60_000)
  })

  test('is drawn once', () => {
    expect(worldMap()).toBe(worldMap())
  })

  test('stays inside its frame, so without Antarctica', () => {
    const { width, height, land } = worldMap()
    for (const [, start, steps] of land.matchAll(/M(\d+ \d+)l([^z]*)z/g)) {
      let [x = 0, y = 0] = start?.split(' ').map(Number) ?? []
      const numbers = [...(steps ?? '').matchAll(/-?\d+/g)].map(Number)
      for (let i = 0; i < numbers.length; i += 2) {
        x += numbers[i] ?? 0
        y += numbers[i + 1] ?? 0
        expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
      }
    }
  })

  test('has a shape for a country, a dot for a speck, nothing for what is no country', () => {
    expect(countryShape('KZ')?.path.length).toBeGreaterThan(200)
    expect(countryShape('KZ')?.at).toBeNull()
    // Australia shares its number with some of its islands.
    expect(countryShape('AU')?.path.length).toBeGreaterThan(200)
    expect(countryShape('SG')?.at).toEqual({ x: expect.any(Number), y: expect.any(Number) })
    expect(countryShape('ZZ')).toBeNull()
  })
})
