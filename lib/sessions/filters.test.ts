import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { routes, withQuery } from '@/lib/routes'
import { readStatementFilters } from '@/lib/statements/filters'
import { SessionFormat, StatementKind } from '@/prisma/client/enums'
import { readSessionFilters } from './filters'

type Query = Record<string, string | string[] | undefined>

/** The query of an address as Next hands it over: repeated names become lists. */
function queryOf(address: string): Query {
  const query: Record<string, string | string[]> = {}
  for (const [name, value] of new URL(address, 'http://archive').searchParams) {
    const known = query[name]
    query[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
  }
  return query
}

const names = ['edition', 'topic', 'format', 'kind', 'speaker', 'session', 'page', '__proto__', 'constructor']
const slug = fc.stringMatching(/^[a-z0-9]{1,9}(?:-[a-z0-9]{1,9}){0,3}$/)
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  slug,
  fc.tuple(slug, slug).map((slugs) => slugs.join('/')),
  fc.constantFrom(...Object.values(SessionFormat), ...Object.values(StatementKind), '', ' ', "' OR 1=1 --", '\0'),
)
const anyQuery: fc.Arbitrary<Query> = fc.dictionary(
  fc.oneof(fc.constantFrom(...names), fc.string()),
  fc.oneof(value, fc.array(value), fc.constant(undefined)),
)

describe.each([
  ['sessions', readSessionFilters, routes.sessions()],
  ['statements', readStatementFilters, routes.statements()],
] as const)('the filters of the %s', (_name, read, path) => {
  test('any query gives filters', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        for (const filter of Object.values(read(query))) {
          expect(filter === null || /^[a-z0-9/_-]{1,200}$/.test(filter)).toBe(true)
        }
      }),
    )
  })

  test('filters come back from the address they make', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const filters = read(query)
        expect(read(queryOf(withQuery(path, filters)))).toEqual(filters)
      }),
    )
  })
})

test('every value that can be chosen is understood', () => {
  fc.assert(
    fc.property(slug, slug, slug, fc.constantFrom(...Object.values(SessionFormat)), (a, b, c, format) => {
      const chosen = { edition: `${a}/${b}`, topic: c, format, speaker: a }
      expect(readSessionFilters(queryOf(withQuery(routes.sessions(), chosen)))).toEqual(chosen)
    }),
  )
  for (const kind of Object.values(StatementKind)) expect(readStatementFilters({ kind }).kind).toBe(kind)
})

test('unknown values are ignored, the rest is kept', () => {
  const nothing = { edition: null, topic: null, format: null, speaker: null }
  expect(readSessionFilters({})).toEqual(nothing)
  expect(readSessionFilters({ format: 'opera', topic: 'water-security', edition: '2025' })).toEqual({
    ...nothing,
    topic: 'water-security',
  })
  expect(readSessionFilters({ topic: ['trade', 'transport'], speaker: 'A'.repeat(500) })).toEqual({
    ...nothing,
    topic: 'trade',
  })
})
