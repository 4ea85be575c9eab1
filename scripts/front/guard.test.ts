import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dropForgedHeaders, kindOfAddress, refusal } from './guard.mjs'

const request = (url: string, method = 'GET', headers: Record<string, string> = {}) =>
  ({ url, method, headers }) as unknown as IncomingMessage

test.each([
  ['/', 'public'],
  ['/administration', 'public'],
  ['/kk/admin', 'public'],
  ['/admin', 'desk'],
  ['/admin/x', 'desk'],
  ['/sign-in', 'desk'],
  ['/corrections/report', 'form'],
  ['/kk/corrections/report', 'form'],
  ['/corrections/reports', 'public'],
  ['/corrections', 'public'],
  ['/api/v1/sessions', 'machine'],
  ['/healthz', 'machine'],
  ['/_next/static/x.js', 'asset'],
  [`/media/${'0a'.repeat(32)}.webp`, 'file'],
  [`/media/${'0A'.repeat(32)}.webp`, 'public'],
  ['/media/x', 'public'],
  ['/admin/media/01234567-89ab-7def-8123-456789abcdef/file', 'file'],
  ['/admin/media/01234567-89ab-7def-8123-456789abcdef', 'desk'],
  ['/admin/media/upload', 'desk'],
])('%s is %s', (path, kind) => {
  expect(kindOfAddress(path)).toBe(kind)
})

test('whatever the address, it is judged and nothing throws', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('GET', 'POST', 'PUT', 'TRACE'), (url, method) => {
      const no = refusal(request(url, method), { kind: 'public', origin: null })
      if (!url.startsWith('/') || url.startsWith('//')) expect(no?.status).toBe(400)
      if (method !== 'GET') expect(no).not.toBeNull()
    }),
  )
})

test('a form is taken only from the configured address, whatever Host says', () => {
  const origin = 'https://archive.example'
  const post = (headers: Record<string, string>) =>
    refusal(request('/admin', 'POST', headers), { kind: 'desk', origin })
  expect(post({ origin, host: 'archive.example' })).toBeNull()
  expect(post({ origin: 'https://evil.example', host: 'evil.example' })?.status).toBe(403)
  expect(post({ origin: 'http://archive.example', host: 'archive.example' })?.status).toBe(403)
  expect(post({ origin: 'file://', host: 'archive.example' })?.status).toBe(403)
  expect(post({ origin, host: 'archive.example', 'sec-fetch-site': 'same-site' })?.status).toBe(403)
})

test('only a trusted proxy may speak for others, and nobody for Next', () => {
  const headers = {
    'x-forwarded-host': 'a',
    'x-forwarded-for': 'b',
    forwarded: 'c',
    'x-middleware-subrequest': 'd',
    accept: 'e',
  }
  const strange = request('/', 'GET', { ...headers })
  dropForgedHeaders(strange, false)
  expect(strange.headers).toEqual({ accept: 'e' })
  const trusted = request('/', 'GET', { ...headers })
  dropForgedHeaders(trusted, true)
  expect(trusted.headers).toEqual({ 'x-forwarded-host': 'a', 'x-forwarded-for': 'b', forwarded: 'c', accept: 'e' })
})
