import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeSearch } from '@/lib/search/pool'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { GET as atom } from './search.atom/route'
import { GET as bib } from './search.bib/route'
import { GET as csv } from './search.csv/route'
import { GET as json } from './search.json/route'
import { GET as suggestions } from './suggestions/route'

beforeAll(startFromSeed)
afterAll(closeSearch)

const ask = async (get: (request: Request) => Promise<Response>, query: string) => {
  const answer = await get(new Request(`http://localhost/api/v1/x?${query}`))
  expect(answer.status).toBe(200)
  return {
    headers: answer.headers,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()),
  }
}

test('JSON has every result once, whatever page is asked for', async () => {
  const all = JSON.parse((await ask(json, 'language=en&page=2')).text)
  expect(all).toMatchObject({ total: 54, isEstimate: false, limit: 100, correction: null, without: [] })
  expect(new Set(all.results.map(({ url }: { url: string }) => url)).size).toBe(54)
  expect(all.search).toMatch(/^http:\/\/[^/]+\/search\?language=en$/)
  const corrected = JSON.parse((await ask(json, 'q=Kazakstan')).text)
  expect(corrected.correction).toBe('Kazakhstan')
})

test('one address is one record in every format', async () => {
  const query = 'q=middle+powers&locale=kk'
  const { results } = JSON.parse((await ask(json, query)).text)
  const [feed, table, entries] = await Promise.all([ask(atom, query), ask(csv, query), ask(bib, query)])
  expect(feed.text.match(/<entry /g)).toHaveLength(results.length)
  expect(table.text.trim().split('\r\n')).toHaveLength(results.length + 1)
  expect(entries.text.match(/^@misc\{/gm)).toHaveLength(results.length)
  for (const { url } of results) {
    expect(url).toContain('/kk/')
    for (const { text } of [feed, table, entries]) expect(text).toContain(url)
  }
})

test('the feed says what Atom wants, and holds nothing unescaped', async () => {
  const { text, headers } = await ask(atom, `q=${encodeURIComponent('trust OR "<b>&\u0001')}`)
  expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  for (const tag of ['id', 'title', 'updated', 'author']) expect(text).toMatch(new RegExp(`<feed[\\s\\S]*?<${tag}>`))
  for (const entry of text.match(/<entry[\s\S]*?<\/entry>/g) ?? []) {
    for (const tag of ['id', 'title', 'updated']) expect(entry.match(new RegExp(`<${tag}>`, 'g'))).toHaveLength(1)
    expect(entry).toMatch(/<updated>20\d\d-\d\d-\d\dT[\d:.]+Z</)
  }
  expect(text.replace(/<\/?[a-z]+(?: [a-z:]+="[^"<]*")*\/?>|<\?xml[^>]*\?>/g, '')).not.toMatch(
    /[<>]|&(?!(?:amp|lt|gt|quot|apos);)/,
  )
})

test('a statement is cited as on its own page, and nothing closes an entry too early', async () => {
  const { text, headers } = await ask(bib, 'q=1945')
  expect(text).toContain('@misc{plenary-dghepj4z,')
  expect(text).toContain('author = {Lincoln, Joshua}')
  expect(headers.get('content-disposition')).toBe('attachment; filename="plenary-search-1-of-1.bib"')
  const before = text.slice(0, text.indexOf('@misc'))
  expect(before).toMatch(/^The first 1 of 1 results/)
  expect((text.match(/\{/g) ?? []).length).toBe((text.match(/\}/g) ?? []).length)
})

test('nothing found is an empty answer', async () => {
  const none = `q=${encodeURIComponent('лесоразведение')}`
  expect(JSON.parse((await ask(json, none)).text).results).toEqual([])
  expect((await ask(csv, none)).text).toBe('\ufeffkind,title,passage,speakers,edition,day,language,url\r\n')
  expect((await ask(atom, none)).text).not.toContain('<entry')
})

test('suggestions come with their words, in the language asked for', async () => {
  const { text, headers } = await ask(suggestions, `q=${encodeURIComponent('сред')}&locale=ru`)
  const { label, announcement, suggestions: found } = JSON.parse(text)
  expect([label, announcement]).toEqual(['Подсказки', expect.stringMatching(/^\d+ подсказ/)])
  expect(found[0]).toMatchObject({ kind: 'Тема', url: '/ru/topics/middle-powers', language: 'ru' })
  expect(headers.get('cache-control')).toBe('public, max-age=60')
  for (const strange of ['', 'q=a', `q=${'x'.repeat(3000)}`, 'q=%00&locale=zz', 'q=%22%22&q=b'])
    expect(JSON.parse((await ask(suggestions, strange)).text).suggestions).toBeInstanceOf(Array)
})
