import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AskedFilter, filterOf } from './asked-filters'

const ARCHIVE = 10_000

const filters = fc
  .array(fc.record({ documents: fc.integer({ min: 0, max: ARCHIVE }), isExcluded: fc.boolean() }), { maxLength: 5 })
  .map((each) =>
    each.map((filter, id): AskedFilter => ({ ...filter, name: 'topic', ids: [id], isFacet: true, text: '' })),
  )

describe('filters', () => {
  test('are each asked once, of the index or of what it finds', () =>
    fc.assert(
      fc.property(filters, fc.boolean(), (filters, isOfText) => {
        const { query, having } = filterOf(filters, ARCHIVE, isOfText)
        const ofIndex = [...(query ?? '').matchAll(/(!?)\('=(\d+)'\)/g)].map(([, not, id]) => [Number(id), not === '!'])
        const ofDocuments = having.map(({ ids, isExcluded }) => [ids[0], isExcluded])
        expect([...ofIndex, ...ofDocuments].sort()).toEqual(filters.map(({ ids, isExcluded }) => [ids[0], isExcluded]))
      }),
    ))

  test('that half of all documents meet are asked of what the text or another filter finds, never of all there is', () =>
    fc.assert(
      fc.property(filters, fc.boolean(), (filters, isOfText) => {
        const { query, having } = filterOf(filters, ARCHIVE, isOfText)
        const isLed = isOfText || filters.some(({ isExcluded }) => !isExcluded)
        if (having.length) expect(isOfText || query !== null).toBe(true)
        for (const { ids, isExcluded } of having) {
          const filter = filters.find((each) => each.ids === ids)
          expect([filter?.isExcluded, (filter?.documents ?? 0) > ARCHIVE / 2]).toEqual([isExcluded, true])
        }
        const broad = filters.filter(({ documents }) => documents > ARCHIVE / 2).length
        if (isLed) expect(having.length).toBeGreaterThanOrEqual(isOfText ? broad : broad - 1)
      }),
    ))

  test('say what share of all documents is left, whoever is asked', () =>
    fc.assert(
      fc.property(filters, fc.boolean(), (filters, isOfText) => {
        const { share, rest } = filterOf(filters, ARCHIVE, isOfText)
        const wanted = filters.filter(({ isExcluded }) => !isExcluded)
        expect(share * rest).toBeCloseTo(wanted.reduce((product, { documents }) => (product * documents) / ARCHIVE, 1))
      }),
    ))
})
