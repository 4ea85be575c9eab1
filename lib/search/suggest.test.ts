import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { closeSearch } from './pool'
import { suggest } from './suggest'

beforeAll(startFromSeed)
afterAll(closeSearch)

const lines = async (text: string) =>
  (await suggest(text, 'en')).map(({ kind, title }) => `${kind}: ${title.map((run) => run.text).join('')}`)

test.each([
  ['li', 'person: Joshua Lincoln'],
  ['joshua l', 'person: Joshua Lincoln'],
  ['ашик', 'person: Yerzhan Ashikbayev'],
  ['nucl', 'topic: Nuclear disarmament'],
  ['nuclear d', 'session: Nuclear disarmament'],
  ['bios', 'topic: Biological security'],
  ['astana th', 'edition: Astana Think Tank Forum 2025'],
])('%s suggests %s', async (typed, suggestion) => {
  expect(await lines(typed)).toContain(suggestion)
})

test.each(['', ' ', 'x', '"', '-', 'zzzzzz', '\0\ud800', 'nuclear zzzzz'])(
  '%j suggests nothing and is no error',
  async (typed) => {
    expect(await lines(typed)).toEqual([])
  },
)
