import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '@/lib/i18n/locales'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { closeSearch } from './pool'
import { readSearchRequest } from './request'
import { search } from './search'
import type { Marked } from './search-result'

beforeAll(startFromSeed)
afterAll(closeSearch)

const textOf = (runs: Marked) => runs.map(({ text }) => text).join('')
const marksOf = (runs: Marked) => runs.filter(({ isMark }) => isMark).map(({ text }) => text)

async function find(q: string, locale: Locale = 'en', more: Record<string, string | string[]> = {}) {
  const result = await search(readSearchRequest({ q, ...more }), locale)
  const lines = result.hits.map(({ kind, title }) => `${kind}: ${textOf(title)}`)
  return { ...result, lines }
}

describe('on the seed', () => {
  test.each(['polarisation', 'polarization'])('%s finds what Mirzagaliyev said', async (word) => {
    const { hits, correction } = await find(word)
    const said = hits.filter(
      ({ kind, speakers }) =>
        kind === 'statement' && /Mirzagaliyev/.test(speakers.map(({ runs }) => textOf(runs)).join()),
    )
    expect(said.length).toBeGreaterThanOrEqual(1)
    expect(correction).toBeNull()
    expect(said.flatMap(({ title }) => marksOf(title))).toContain('Polarisation')
  })

  test('"biological security" finds the proposal, the phrase marked as one', async () => {
    const { hits } = await find('"biological security"')
    const proposal = hits.find(({ kind }) => kind === 'statement')
    expect(proposal && textOf(proposal.title)).toMatch(/^Kazakhstan has proposed to the United Nations/)
    const marks = [...marksOf(proposal?.title ?? []), ...marksOf(proposal?.passage?.runs ?? [])]
    expect(marks).toContain('Biological Security')
  })

  test.each(['Ашикбаев', 'Ashikbaev', 'Ашықбаев', 'Ашикбаева'])('%s finds Ashikbayev', async (name) => {
    const { lines, correction } = await find(name)
    expect(lines[0]).toBe('person: Yerzhan Ashikbayev')
    expect(correction).toBeNull()
  })

  test.each(['Мирзагалиев', 'Мырзағалиев', 'Mirzagaliev'])('%s finds Mirzagaliyev', async (name) => {
    const { hits } = await find(name)
    expect(hits[0]?.kind).toBe('person')
    expect(hits[0] && textOf(hits[0].title)).toMatch(/Mirzagaliyev|Мирзагалиев|Мырзағалиев/)
    expect(marksOf(hits[0]?.title ?? [])).toHaveLength(1)
  })

  test.each(['zzzz', 'aaaaaa', 'жжжж'])('%s is like too many words to be corrected into one', async (text) => {
    expect(await find(text)).toMatchObject({ hits: [], total: 0, correction: null })
  })

  test('лесоразведение finds nothing and says so', async () => {
    expect(await find('лесоразведение', 'ru')).toMatchObject({
      hits: [],
      total: 0,
      without: [],
      ways: [],
      correction: null,
    })
  })

  test('Kazakstan suggests Kazakhstan', async () => {
    const { correction, hits } = await find('Kazakstan')
    expect(correction).toEqual({ text: 'Kazakhstan', isApplied: true })
    expect(hits.length).toBeGreaterThan(5)
  })

  test.each([
    ['Ashikbayv', 'ashikbayev'],
    ['polarizaton', 'polarization'],
    ['instituions', 'institutions'],
  ])('%s is corrected to %s', async (wrong, right) => {
    expect((await find(wrong)).correction?.text.toLowerCase()).toBe(right)
  })

  test('middle powers -Korea leaves Rhee out', async () => {
    const with_ = await find('middle powers')
    const without = await find('middle powers -Korea')
    expect(without.total).toBeGreaterThan(0)
    expect(without.total).toBeLessThan(with_.total)
    expect(JSON.stringify(without.hits)).not.toMatch(/Rhee/)
  })

  test('speaker:lincoln BRICS gives one statement', async () => {
    const { lines, total } = await find('speaker:lincoln BRICS')
    expect(lines).toEqual([expect.stringMatching(/^statement: BRICS and the Shanghai/)])
    expect(total).toBe(1)
  })

  test.each([
    ['средние державы', 'ru'],
    ['орта державалар', 'kk'],
    ['орта державалардың', 'kk'],
    ['средних держав', 'en'],
  ] as const)('%s finds the translated texts', async (words, locale) => {
    const { hits } = await find(words, locale)
    expect(hits.length).toBeGreaterThan(3)
    expect(hits[0]?.language).toBe(locale === 'en' ? 'ru' : locale)
    expect(marksOf(hits[0]?.title ?? []).length).toBeGreaterThan(0)
  })

  test('topic:"water security" gives one session', async () => {
    expect((await find('topic:"water security"')).lines).toEqual(['session: Water security'])
  })

  test('1945 gives what Lincoln said', async () => {
    const { hits } = await find('1945')
    expect(hits.map(({ kind, speakers }) => [kind, speakers.map(({ runs }) => textOf(runs))])).toEqual([
      ['statement', ['Joshua Lincoln']],
    ])
  })

  test.each(['rhee jong', 'Ли Чон Гук', 'Ри Чжон Гук'])('%s finds Rhee Jong-kook', async (name) => {
    const { hits } = await find(name)
    expect(hits[0]).toMatchObject({ kind: 'person', path: '/speakers/rhee-jong-kook' })
  })

  test('a place in another script', async () => {
    expect((await find('Astana', 'ru')).total).toBe((await find('Астана')).total)
  })

  test('OR in three languages', async () => {
    const [or, ili, nemese] = await Promise.all(
      ['nuclear OR trade', 'nuclear ИЛИ trade', 'nuclear НЕМЕСЕ trade'].map((q) => find(q)),
    )
    expect(or?.total).toBeGreaterThan((await find('nuclear')).total)
    expect([ili?.total, nemese?.total]).toEqual([or?.total, or?.total])
  })

  test.each([
    ['country:KZ kind:statement', /Kazakhstan has proposed/],
    ['страна:казахстан вид:высказывание', /Kazakhstan has proposed/],
    ['org:tufts kind:person', /^$/],
    ['org:fletcher kind:person', /Joshua Lincoln/],
    ['edition:2025 kind:session nuclear', /Nuclear disarmament/],
    ['lang:kk topic:trade', /Trade|Сауда/],
    ['from:2025 to:2025-12 nuclear disarmament', /Nuclear disarmament/],
    ['from:2026 nuclear disarmament', /^$/],
  ])('%s', async (q, expected) => {
    expect((await find(q)).lines.join('\n')).toMatch(expected)
  })

  test('a word that nothing has is left out, and the page can say so', async () => {
    const { without, lines } = await find('afforestation nuclear disarmament')
    expect(without).toEqual(['afforestation'])
    expect(lines[0]).toMatch(/Nuclear disarmament/)
  })

  test('when filters leave nothing, the ways out are counted', async () => {
    const { total, ways } = await find('BRICS', 'en', { speaker: 'rhee-jong-kook' })
    expect(total).toBe(0)
    expect(ways).toEqual([expect.objectContaining({ dropped: 'rhee-jong-kook', total: expect.any(Number) })])
    expect(ways[0]?.total).toBe((await find('BRICS')).total)
  })

  test('an unfinished last word is a beginning', async () => {
    expect((await find('nuclear disarm')).lines[0]).toMatch(/Nuclear disarmament/)
  })

  test('without a query everything is listed, newest first, with exact counts', async () => {
    const { total, isEstimate, facets } = await find('')
    expect(total).toBe(54)
    expect(isEstimate).toBe(false)
    expect(facets.kind.map(({ value, count }) => [value, count]).sort()).toEqual([
      ['edition', 2],
      ['organisation', 12],
      ['person', 5],
      ['session', 11],
      ['statement', 11],
      ['topic', 13],
    ])
  })

  test('meaningless queries find nothing', async () => {
    for (const q of ['the', '???', '"', '-', ':', 'OR']) expect((await find(q)).hits.length).toBeLessThanOrEqual(20)
    expect((await find('the')).total).toBe(0)
  })
})
