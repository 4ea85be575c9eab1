import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeReturnPath } from './return-path'

test.each([
  ['/admin', '/admin'],
  ['/admin/users?page=2', '/admin/users?page=2'],
  ['/admin/users?_rsc=abc&page=2#x', '/admin/users?page=2'],
  ['//evil.example/admin', '/admin'],
  ['/\\evil.example/admin', '/admin'],
  ['/\t/evil.example', '/admin'],
  ['https://evil.example/admin', '/admin'],
  ['javascript:alert(1)', '/admin'],
  ['/admin/../../evil', '/admin'],
  ['/administration', '/admin'],
  ['/sign-in', '/admin'],
  [undefined, '/admin'],
  [['/admin/users'], '/admin'],
])('%j leads to %s', (wanted, path) => {
  expect(safeReturnPath(wanted)).toBe(path)
})

test('whatever is asked for, a browser stays in the desk', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '//',
    'admin',
    '..',
    '@',
    ':',
    'evil.example',
    '?',
    '#',
    '\t',
    '\n',
    '%2f',
    ' ',
  )
  const addresses = fc.oneof(
    fc.string(),
    fc.array(pieces).map((parts) => parts.join('')),
    fc.webUrl(),
  )
  fc.assert(
    fc.property(addresses, (wanted) => {
      const url = new URL(safeReturnPath(wanted), 'https://archive.example/sign-in')
      expect(url.origin).toBe('https://archive.example')
      expect(url.pathname).toMatch(/^\/admin(\/|$)/)
    }),
  )
})
