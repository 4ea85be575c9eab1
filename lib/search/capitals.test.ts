import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { closeSearch } from './pool'
import { parseQuery } from './query'
import { readSearchRequest } from './request'
import { search } from './search'
import type { Marked } from './search-result'

const titles = ['A reform of the WHO', 'Those who reform', 'Reform it by IT']

beforeAll(async () => {
  await startFromSeed()
  const sessions = await db.session.findMany({ where: { state: 'published' }, take: 3, orderBy: { id: 'asc' } })
  for (const [at, { id }] of sessions.entries())
    await db.sessionText.updateMany({ where: { sessionId: id, language: 'en' }, data: { title: titles[at] ?? '' } })
})
afterAll(closeSearch)

const find = async (q: string) => {
  const { hits, without } = await search(readSearchRequest({ q, kind: 'session' }), 'en')
  return { titles: hits.map(({ title }) => textOf(title)), marks: hits.flatMap(({ title }) => marksOf(title)), without }
}
const textOf = (runs: Marked) => runs.map(({ text }) => text).join('')
const marksOf = (runs: Marked) => runs.filter(({ isMark }) => isMark).map(({ text }) => text)

test('a word too common to be indexed is found, and marked, where it stands in capitals', async () => {
  expect(await find('WHO')).toEqual({ titles: ['A reform of the WHO'], marks: ['WHO'], without: [] })
  expect((await find('WHO reform')).titles).toEqual(['A reform of the WHO'])
  expect((await find('"by IT"')).titles).toEqual(['Reform it by IT'])
  expect((await find('IT')).marks).toEqual(['IT'])
})

test('in small letters it is passed over', async () => {
  expect((await find('who')).titles).toEqual([])
  expect((await find('who reform')).titles).toHaveLength(3)
})

test('capitals that nobody wrote so are passed over too', async () => {
  expect((await find('NOR reform')).titles).toHaveLength(3)
})

test('a query all in capitals means nothing by them', () => {
  const words = (text: string) => parseQuery(text).groups.flatMap((group) => group.flatMap(({ words }) => words))
  expect(words('WHO REFORM')).toEqual(['who0', 'reform'])
  expect(words('WHO WILL REFORM IT')).toEqual(['who', 'will', 'reform', 'it'])
})
