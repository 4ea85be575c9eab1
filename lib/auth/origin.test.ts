import { expect, test } from 'vitest'
import { isOwnOrigin } from './origin'

const sent = (headers: Record<string, string>) => new Headers(headers)
const configured = 'https://archive.example'

test('a form is taken only from the configured address, whatever Host says', () => {
  expect(isOwnOrigin(sent({ origin: configured, host: 'other.example' }), configured)).toBe(true)
  expect(isOwnOrigin(sent({ origin: 'https://evil.example', host: 'evil.example' }), configured)).toBe(false)
  expect(isOwnOrigin(sent({ origin: 'http://archive.example' }), configured)).toBe(false)
  expect(isOwnOrigin(sent({ origin: 'https://archive.example:444' }), configured)).toBe(false)
})

test('without an origin, or with one that is none, nothing is taken', () => {
  for (const origin of [undefined, '', 'null', 'file://', 'https://', 'javascript:1']) {
    const headers = sent({ host: 'localhost:3000', ...(origin === undefined ? {} : { origin }) })
    expect(isOwnOrigin(headers, configured)).toBe(false)
    expect(isOwnOrigin(headers, null)).toBe(false)
  }
})

test('a browser that says the form is another site’s is believed', () => {
  expect(isOwnOrigin(sent({ origin: configured, 'sec-fetch-site': 'cross-site' }), configured)).toBe(false)
  expect(isOwnOrigin(sent({ origin: configured, 'sec-fetch-site': 'same-origin' }), configured)).toBe(true)
})

test('an archive without a configured address goes by its host', () => {
  expect(isOwnOrigin(sent({ origin: 'http://localhost:3000', host: 'localhost:3000' }), null)).toBe(true)
  expect(isOwnOrigin(sent({ origin: 'http://evil.example', host: 'localhost:3000' }), null)).toBe(false)
})
