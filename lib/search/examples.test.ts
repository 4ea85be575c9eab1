import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { type SearchExample, searchExamples } from './examples'
import { closeSearch } from './pool'
import { parseQuery } from './query'
import { readSearchRequest } from './request'
import { search } from './search'

beforeAll(startFromSeed)
afterAll(closeSearch)

const find = (q: string, locale: (typeof locales)[number]) => search(readSearchRequest({ q }), locale)
const examples = (Object.keys(searchExamples) as SearchExample[]).flatMap((name) =>
  locales.map((locale) => ({ name, locale, query: searchExamples[name][locale] })),
)

describe('what the help offers gives what it says, on the seed', () => {
  test.each(examples)('$locale: $query', async ({ name, locale, query }) => {
    const { total, without, correction } = await find(query, locale)
    expect(total).toBeGreaterThanOrEqual(1)
    expect(without).toEqual([])
    if (name === 'misspelt') expect(correction?.isApplied).toBe(true)
    else expect(correction).toBeNull()
  })

  test.each(locales)('the operators are read as such in %s', (locale) => {
    const read = (name: SearchExample) => parseQuery(searchExamples[name][locale])
    expect(read('phrase').groups[0]?.[0]?.isPhrase).toBe(true)
    expect(read('without').excluded).toHaveLength(1)
    expect(read('either').groups[0]).toHaveLength(2)
    expect(read('beginning').groups[0]?.[0]?.isPrefix).toBe(true)
    for (const name of ['speaker', 'organisation', 'topic', 'edition', 'country', 'kind', 'language'] as const)
      expect(read(name).fields.map((field) => field.name)).toEqual([name])
    expect(read('dates').fields.map((field) => field.name)).toEqual(['from', 'to'])
  })

  test.each(locales)('leaving out and narrowing give less, alternatives more, in %s', async (locale) => {
    const total = async (query: string) => (await find(query, locale)).total
    const { words, without, either } = searchExamples
    expect(await total(without[locale])).toBeLessThan(await total(words[locale]))
    const [first = ''] = either[locale].split(' ')
    expect(await total(either[locale])).toBeGreaterThan(await total(first))
  })
})
