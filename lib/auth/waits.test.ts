import { expect, test } from 'vitest'
import { type Failures, MOST_PER_PAIR, secondsToWait } from './waits'

const none: Failures = {
  pair: 0,
  pairLast: null,
  pairOldest: null,
  address: 0,
  addressLast: null,
  addressOldest: null,
  account: 0,
}
const DAY = 86_400

test('a typing mistake or two cost nothing, then the waits grow', () => {
  const waits = Array.from({ length: MOST_PER_PAIR }, (_, pair) =>
    secondsToWait({ ...none, pair, pairLast: 0, pairOldest: 0, address: pair, addressLast: 0, addressOldest: 0 }),
  )
  expect(waits.slice(0, 3)).toEqual([0, 0, 0])
  for (let i = 3; i < waits.length - 1; i++) expect(waits[i + 1]).toBeGreaterThan(waits[i] ?? 0)
  expect(secondsToWait({ ...none, pair: 10, pairLast: 10, pairOldest: DAY - 60 })).toBe(60)
})

test('whoever guesses as fast as they may gets ten checks a day of one account from one address', () => {
  const made: number[] = []
  for (let now = 0; now < 3 * DAY; now += 30) {
    const ago = made.filter((at) => now - at < DAY).map((at) => now - at)
    const [pairLast, pairOldest] = ago.length ? [Math.min(...ago), Math.max(...ago)] : [null, null]
    const failures = { pair: ago.length, pairLast, pairOldest, account: ago.length }
    const address = { address: ago.length, addressLast: pairLast, addressOldest: pairOldest }
    if (secondsToWait({ ...failures, ...address }) === 0) made.push(now)
  }
  for (const at of made) expect(made.filter((other) => other >= at && other < at + DAY).length).toBeLessThanOrEqual(10)
})

test('an address that has not failed gets in, whatever others did to the account', () => {
  for (const account of [0, 1, 50, 1_000_000]) expect(secondsToWait({ ...none, account })).toBe(0)
})

test('an address that fails at many accounts waits for all of them, and not for ever', () => {
  const failing = { ...none, addressLast: 0, addressOldest: 3600 }
  expect(secondsToWait({ ...failing, address: 19 })).toBe(0)
  expect(secondsToWait({ ...failing, address: 20 })).toBe(5)
  expect(secondsToWait({ ...failing, address: 60 })).toBe(900)
  expect(secondsToWait({ ...failing, address: 100 })).toBe(DAY - 3600)
})

test('while many fail at an account each address that failed there has three tries', () => {
  const pair = { pair: 3, pairLast: 3600, pairOldest: 3600, account: 49 }
  expect(secondsToWait({ ...none, ...pair })).toBe(0)
  expect(secondsToWait({ ...none, ...pair, account: 50 })).toBe(DAY - 3600)
})
