import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientAddress, createSearchLimit, searchCost } from './search-limit.mjs'

test.each([
  ['/search', 1],
  ['/kk/search', 1],
  ['/api/v1/search.atom', 1],
  ['/api/v1/search', 1],
  ['/api/v1/suggestions', 0.2],
  ['/api/v1/archive.json', 20],
  ['/api/v1/editions/019ab000-0000-7000-8000-000000000000/plenary.json', 5],
  ['/api/v1/sessions', 0.2],
  ['/api/v1/topics/water', 0.2],
  ['/api/v1/oai', 0.2],
  ['/api/v1/openapi.json', 0],
  ['/', 0],
  ['/help/search', 0],
  ['/sessions', 0],
  ['/searches', 0],
])('%s costs %d', (path, cost) => expect(searchCost(path)).toBe(cost))

describe('the allowance', () => {
  test('is told in requests of what was asked for', () => {
    let now = 0
    const limit = createSearchLimit({ now: () => now })
    expect(limit.standing('a', 0.2)).toEqual({ policy: '"reads";q=300;w=30', limit: '"reads";r=300;t=0' })
    for (let n = 0; n < 50; n++) limit.take('a', 0.2)
    expect(limit.standing('a', 0.2).limit).toBe('"reads";r=250;t=5')
    now = 1
    limit.take('a', 20)
    expect(limit.standing('a', 20).limit).toBe('"reads";r=1;t=14')
  })

  test('sixty searches at once, then two a second', () => {
    let now = 0
    const limit = createSearchLimit({ now: () => now })
    for (let n = 0; n < 60; n++) expect(limit.take('a', 1)).toBe(0)
    expect(limit.take('a', 1)).toBe(1)
    expect(limit.take('b', 1)).toBe(0)
    now = 1
    expect([limit.take('a', 1), limit.take('a', 1), limit.take('a', 1)]).toEqual([0, 0, 1])
    now = 1000
    for (let n = 0; n < 60; n++) expect(limit.take('a', 1)).toBe(0)
    expect(limit.take('a', 1)).toBe(1)
  })

  test('in no stretch of time more than the burst and what came to it since; and who waits as told is let in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.double({ min: 0, max: 20, noNaN: true }), cost: fc.constantFrom(1, 0.2) })),
        (asked) => {
          let now = 0
          let taken = 0
          const limit = createSearchLimit({ burst: 5, now: () => now })
          for (const { wait, cost } of asked) {
            now += wait
            const seconds = limit.take('a', cost)
            if (seconds === 0) taken += cost
            expect(taken).toBeLessThanOrEqual(5 + now * 2 + 1e-6)
            if (seconds > 0) {
              now += seconds
              expect(limit.take('a', cost)).toBe(0)
              taken += cost
            }
          }
        },
      ),
    )
  })

  test('never remembers more addresses than it may', () => {
    const limit = createSearchLimit({ burst: 1, mostAddresses: 3, now: () => 0 })
    for (const address of ['a', 'b', 'c', 'a', 'd', 'e']) limit.take(address, 1)
    expect(limit.size).toBe(3)
    expect(limit.take('a', 1)).toBeGreaterThan(0) // heard of lately
    expect(limit.take('b', 1)).toBe(0) // forgotten
  })
})

describe('who asks', () => {
  const from = (remoteAddress: string, forwarded?: string) =>
    ({
      socket: { remoteAddress },
      headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
    }) as unknown as IncomingMessage
  test('is who opened the connection, whatever they say', () => {
    expect(clientAddress(from('10.0.0.1', '1.2.3.4'), false)).toBe('10.0.0.1')
    expect(clientAddress(from('::ffff:10.0.0.1'), false)).toBe('10.0.0.1')
  })
  test('behind a trusted proxy is whom that proxy saw', () => {
    expect(clientAddress(from('127.0.0.1', '9.9.9.9, 1.2.3.4'), true)).toBe('1.2.3.4')
    expect(clientAddress(from('127.0.0.1'), true)).toBe('127.0.0.1')
  })
  test('a whole IPv6 network is one', () => {
    expect(clientAddress(from('2001:db8:1:2:aaaa::1'), false)).toBe(clientAddress(from('2001:DB8:1:2::9'), false))
    expect(clientAddress(from('2001:db8:1:3::1'), false)).not.toBe(clientAddress(from('2001:db8:1:2::1'), false))
    expect(clientAddress(from('::1'), false)).toBe('0:0:0:0::/64')
  })
})
