import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseEncoding, KeptPage, KeptPages } from './kept-pages.mjs'

const page = (length: number) => new KeptPage({ status: 200, headers: {}, body: Buffer.alloc(length, 97) }, '1')

test('never holds more than it may, and what it returns is what was put in', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(4000), fc.boolean())), (steps) => {
      const pages = new KeptPages(10_000)
      const last = new Map<string, KeptPage>()
      for (const [key, length, isRead] of steps) {
        if (isRead) {
          const found = pages.get(key)
          if (found) expect(found).toBe(last.get(key))
        } else {
          const put = page(length)
          pages.set(key, put)
          last.set(key, put)
        }
        expect(pages.bytes).toBeLessThanOrEqual(10_000)
      }
    }),
  )
})

test('drops the least recently read page first', () => {
  const pages = new KeptPages(16_000)
  for (const key of ['a', 'b', 'c']) pages.set(key, page(500))
  pages.get('a')
  for (let i = 0; i < 10; i++) pages.set(`new ${i}`, page(500))
  expect(pages.get('b') === undefined).toBe(true)
  expect(pages.get('a')).toBeDefined()
})

test('two pages with the same body have the same ETag, others not', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const etag = (body: string) => new KeptPage({ status: 200, headers: {}, body: Buffer.from(body) }, '1').etag
      expect(etag(a) === etag(b)).toBe(Buffer.from(a).equals(Buffer.from(b)))
    }),
  )
})

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['identity', 'identity'],
  ['', 'identity'],
  [undefined, 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
])('of %j it answers in %s', (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding)
})
