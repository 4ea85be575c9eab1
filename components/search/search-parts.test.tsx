import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { readSearchRequest } from '@/lib/search/request'
import { type FacetName, type FacetValue, facetNames, type SearchResult } from '@/lib/search/search-result'
import { FacetColumn } from './facet-column'
import { NarrowingChips } from './narrowing-chips'
import { ResultHead } from './result-head'
import { ResultNotes } from './result-notes'
import { YearChart } from './year-chart'

const year = (value: number, count: number, isChosen = false): FacetValue => ({
  ...{ value: String(value), label: String(value), language: 'en', count, isChosen },
})

function resultOf(query: Record<string, string | string[]>, more: Partial<SearchResult> = {}): SearchResult {
  const none = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as SearchResult['facets']
  return {
    ...{
      request: readSearchRequest(query),
      hits: [],
      total: 1234,
      isEstimate: false,
      page: 1,
      asOf: 0,
      pages: 1,
      years: [],
    },
    ...{ facets: none, correction: null, without: [], ways: [], milliseconds: 7.4 },
    ...more,
  }
}
const withFacet = (name: FacetName, values: FacetValue[]) => ({ ...resultOf({}).facets, [name]: values })
const arasu: FacetValue = { value: 'arasu', label: 'арасу', language: 'kk', count: 3, isChosen: true }

test('a label in another language than the page says so, among the facets and as a chip', () => {
  const result = resultOf({ q: 'water', topic: 'arasu' }, { facets: withFacet('topic', [arasu]) })
  expect(renderToStaticMarkup(<FacetColumn result={result} locale="en" />)).toMatch(/<span lang="kk"[^>]*>Арасу</)
  expect(renderToStaticMarkup(<FacetColumn result={result} locale="kk" />)).not.toContain('lang="kk"')
  expect(renderToStaticMarkup(<NarrowingChips result={result} locale="en" />)).toContain('<span lang="kk">арасу</span>')
})

test('estimates are called so: the total, the facets, the chart', () => {
  const years = [2024, 2025].map((each) => ({ year: each, count: 600 }))
  const facets = { ...withFacet('topic', [arasu]), year: years.map((each) => year(each.year, each.count)) }
  const [exact, estimate] = [false, true].map((isEstimate) => {
    const result = resultOf({ q: 'water', topic: 'arasu' }, { isEstimate, years, facets })
    const parts = [
      <ResultHead key="h" result={result} locale="en" />,
      <FacetColumn key="f" result={result} locale="en" />,
    ]
    return parts.map((part) => renderToStaticMarkup(part).replace(/<[^>]*>/g, ''))
  })
  expect(exact?.[0]).toContain('1,234 results in 7 ms')
  expect(exact?.join()).not.toMatch(/about|~/)
  expect(estimate?.[0]).toContain('about 1,234 results in 7 ms')
  expect(estimate?.[1]).toContain('about 3 results')
  expect(estimate?.[1]).toContain('2025: about 600 results')
})

test('the chart has a link for every year with results and none for one without', () => {
  const years = [2021, 2022, 2024].map((each) => ({ year: each, count: each - 2020 }))
  const facets = withFacet('year', [year(2024, 4), year(2022, 2, true), year(2021, 1)])
  const result = resultOf({ q: 'water', year: '2022', page: '3' }, { years, facets })
  const html = renderToStaticMarkup(<YearChart result={result} locale="en" />)
  expect(html.match(/<li/g)).toHaveLength(4)
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'))).toEqual([
    '/search?q=water&year=2022&year=2021',
    '/search?q=water',
    '/search?q=water&year=2022&year=2024',
  ])
  expect(html.match(/aria-current="true"/g)).toHaveLength(1)
})

test('a bar of several years chooses them all, and again none of them', () => {
  const all = Array.from({ length: 20 }, (_, at) => 2006 + at)
  const years = all.map((each) => ({ year: each, count: 1 }))
  const chart = (chosen: number[]) => {
    const facets = withFacet(
      'year',
      all.map((each) => year(each, 1, chosen.includes(each))),
    )
    const result = resultOf({ q: 'a', year: chosen.map(String) }, { years, facets })
    return renderToStaticMarkup(<YearChart result={result} locale="en" />)
  }
  expect(chart([])).toContain(
    'href="/search?q=a&amp;year=2010&amp;year=2011&amp;year=2012&amp;year=2013&amp;year=2014"',
  )
  expect(chart([2010, 2011, 2012, 2013, 2014])).toContain('href="/search?q=a"')
})

test('a correction leads to what was typed, and from there back', () => {
  const text = 'Kazakhstan'
  const corrected = resultOf({ q: 'Kazakstan', kind: 'session' }, { correction: { text, isApplied: true } })
  const html = renderToStaticMarkup(<ResultNotes result={corrected} locale="en" />)
  expect(html.replace(/<[^>]*>/g, '')).toBe('Showing results for Kazakhstan. Search instead for Kazakstan.')
  expect(html).toContain('href="/search?q=Kazakstan&amp;spelling=typed&amp;kind=session"')
  const typed = resultOf({ q: 'Kazakstan', spelling: 'typed' }, { correction: { text, isApplied: false }, total: 0 })
  const back = renderToStaticMarkup(<ResultNotes result={typed} locale="en" />)
  expect(back.replace(/<[^>]*>/g, '')).toBe('Did you mean Kazakhstan?')
  expect(back).toContain('href="/search?q=Kazakhstan"')
})

test('what was left out is said of results, and nothing where there are none', () => {
  const left = { without: ['zebra'] }
  const html = renderToStaticMarkup(<ResultNotes result={resultOf({ q: 'trust zebra' }, left)} locale="en" />)
  expect(html).toContain('“zebra”')
  const none = resultOf({ q: 'trust zebra', topic: 'water' }, { ...left, total: 0 })
  expect(renderToStaticMarkup(<ResultNotes result={none} locale="en" />)).toBe('')
})
