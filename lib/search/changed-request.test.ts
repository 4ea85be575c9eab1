import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leftOut, narrowingsOf, stateOf, withoutNarrowings, withToggled } from './changed-request'
import { readSearchRequest, searchPath } from './request'
import { type FacetName, type FacetValue, facetNames } from './search-result'

const noFacets = () =>
  Object.fromEntries(facetNames.map((name) => [name, [] as FacetValue[]])) as Record<FacetName, FacetValue[]>
const value = (value: string, isChosen = false): FacetValue => ({
  value,
  label: value.toUpperCase(),
  language: 'en',
  count: 1,
  isChosen,
})

describe('a facet as links', () => {
  test('choosing and choosing again leads back to where one was, on the first page', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...facetNames),
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 4 }),
        (name, others) => {
          const request = readSearchRequest({ q: 'trust', [name]: others, page: '3' })
          const facets = noFacets()
          const on = withToggled(request, name, value('zz9'), facets)
          expect(on.facets[name]).toEqual([...others, 'zz9'])
          facets[name] = on.facets[name]?.map((each) => value(each, true)) ?? []
          const off = withToggled(on, name, value('zz9', true), facets)
          expect(off).toEqual({ ...request, page: 1 })
        },
      ),
    )
  })

  test('a value chosen by an old address can be taken back', () => {
    const request = readSearchRequest({ topic: ['old-name', 'trade'] })
    const facets = { ...noFacets(), topic: [value('trade', true), value('new-name', true)] }
    expect(withToggled(request, 'topic', value('new-name', true), facets).facets.topic).toEqual(['trade'])
    expect(narrowingsOf(request, facets).map((each) => 'label' in each && each.label)).toEqual(['NEW-NAME', 'TRADE'])
  })
})

test('all that narrows can be taken back one by one, also what names nothing', () => {
  const request = readSearchRequest({ q: 'a', topic: ['trade', 'no-such'], country: 'kz', from: '2024', page: '2' })
  const narrowings = narrowingsOf(request, { ...noFacets(), topic: [value('trade', true)] })
  expect(narrowings.map(({ key }) => key)).toEqual(['topic:trade', 'topic:no-such', 'country:kz', 'dates'])
  for (const { without } of narrowings) expect(narrowingsOf(without, noFacets())).toHaveLength(3)
  expect(searchPath(withoutNarrowings(request))).toBe('/search?q=a')
})

test('what a way out leaves out', () => {
  const request = readSearchRequest({ q: 'a b', topic: 'trade', from: '2024' })
  expect(leftOut(request, { ...request, facets: {} })).toBe('topic')
  expect(leftOut(request, { ...request, from: null })).toBe('dates')
  expect(leftOut(request, { ...request, text: 'a' })).toBe('text')
})

test('the state is the whole request but its page', () => {
  const request = readSearchRequest({ q: 'ё "x" & y', topic: ['a', 'b'], to: '2024', sort: 'date', page: '4' })
  expect(readSearchRequest(stateOf(request))).toEqual({ ...request, page: 1 })
})
