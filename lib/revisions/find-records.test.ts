import { beforeAll, expect, test } from 'vitest'
import { contentOf, draft } from '@/lib/testing/desk-records'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { adoptRows } from './adopt'
import { findRecords, likelyDuplicates } from './find-records'
import { publishRecord } from './publish'
import { saveRecord } from './save'

const find = (noun: Parameters<typeof findRecords>[0]['noun'], text: string, more: object = {}) =>
  findRecords({ noun, text, locale: 'en', ...more })
const found = async (...of: Parameters<typeof find>) => (await find(...of)).map(({ title }) => title)
const likely = async (noun: 'person' | 'topic' | 'organisation', name: string) =>
  (await likelyDuplicates(noun, [name], { locale: 'en' })).map(({ title }) => title)

beforeAll(async () => {
  await startFromSeed()
  await adoptRows()
})

test('what is typed is found as the beginning of words in any script; what it sounds like as a whole comes first', async () => {
  await draft('person', { texts: { en: { name: 'Tokayeva Example' } } })
  await draft('person', { texts: { kk: { name: 'Қасым-Жомарт Тоқаев' } } })
  for (const text of ['Tokayev Kassym Jomart', 'Касым-Жомарт Токаев', 'тоқаев қасым жомарт']) {
    const [first] = await find('person', text)
    expect(first).toMatchObject({ title: 'Қасым-Жомарт Тоқаев', lang: 'kk', isLikelySame: true, state: 'draft' })
  }
  expect((await found('person', 'Токаев')).sort()).toEqual(['Tokayeva Example', 'Қасым-Жомарт Тоқаев'])
  const [part] = await find('person', 'Токаев Жом')
  expect(part).toMatchObject({ title: 'Қасым-Жомарт Тоқаев', isLikelySame: false })
  for (const text of ['', ' - ', '%', "'", 'Tokayev Nobody']) expect(await found('person', text)).toEqual([])
})

test('a person of one name with or without a patronymic or initial is likely the same', async () => {
  const { id } = await draft('person', { texts: { en: { name: 'Erlan Karin' } } })
  for (const name of ['Ерлан Карин', 'Karin Erlan', 'Erlan T. Karin', 'Ерлан Тынымбайулы Карин'])
    expect([name, await likely('person', name)]).toEqual([name, ['Erlan Karin']])
  for (const name of ['Erlan', 'Karin', 'Erlan Sadykov', 'Bolat Karin'])
    expect([name, await likely('person', name)]).toEqual([name, []])
  expect(await found('person', 'Ерлан Тынымбайулы Карин')).toEqual(['Erlan Karin'])
  expect(await likelyDuplicates('person', ['Ерлан Карин'], { locale: 'en', exclude: [id] })).toEqual([])
  expect(await likelyDuplicates('person', [], { locale: 'en' })).toEqual([])
})

test('a topic or organisation is likely the same by all its words or by another of its names, not by a part', async () => {
  await draft('topic', {
    texts: { en: { name: 'Desert winds' } },
    synonyms: [{ language: 'ru', label: 'Ветры пустыни' }],
  })
  expect(await likely('topic', 'Winds, desert')).toEqual(['Desert winds'])
  expect(await likely('topic', 'ветры пустыни')).toEqual(['Desert winds'])
  expect(await likely('topic', 'Desert winds in Central Asia')).toEqual([])
  await draft('organisation', { texts: { en: { name: 'Council of Example', shortName: 'CoE Group' } } })
  expect(await likely('organisation', 'COE group')).toEqual(['Council of Example'])
})

test('what is known of each record stands in a line', async () => {
  expect(await find('person', 'Lincoln Joshua')).toMatchObject([
    { title: 'Joshua Lincoln', state: 'published', known: expect.stringMatching(/\S.+ · \d+ appearances?$/) },
  ])
  const parent = await draft('organisation', { texts: { en: { name: 'Whole' } } })
  await draft('organisation', { texts: { en: { name: 'Piece' } }, parent: parent.id, kind: 'institute', country: 'kz' })
  expect(await find('organisation', 'Piece')).toMatchObject([{ known: 'Institute · Kazakhstan · part of Whole' }])
  const broader = await draft('topic', { texts: { en: { name: 'Nature' } } })
  await draft('topic', { texts: { en: { name: 'Rivers' } }, broader: [broader.id] })
  expect(await find('topic', 'rivers')).toMatchObject([{ known: 'under Nature' }])
  const source = {
    kind: 'report',
    publisher: 'Example Press',
    publishedOn: '2025-10-01',
    publishedOnPrecision: 'month',
  }
  await draft('source', { ...source, texts: { en: { title: 'Yearbook' } } })
  expect(await find('source', 'yearbook')).toMatchObject([{ known: 'Report · Example Press · October 2025' }])
})

test('editions and sessions are told apart by when they were, in the zone of the edition', async () => {
  const forum = await draft('forum', { texts: { en: { name: 'River Forum' }, ru: { name: 'Речной форум' } } })
  const day = crypto.randomUUID()
  const edition = await draft('edition', {
    ...{ forum: forum.id, year: 2031, startsOn: '2031-10-15', endsOn: '2031-10-16', datePrecision: 'day' },
    ...{ timeZone: 'Asia/Almaty', days: [{ id: day, number: 1, date: '2031-10-15' }] },
  })
  expect(await find('edition', 'river 2031')).toMatchObject([
    { known: expect.stringMatching(/^River Forum · 15\s*–\s*16 October 2031$/) },
  ])
  const session = { edition: edition.id, format: 'panel', texts: { en: { title: 'Dams' } } }
  const timed = await draft('session', { ...session, startsAt: '2031-10-15T20:00:00Z', endsAt: '2031-10-15T21:30:00Z' })
  expect(await find('session', 'dams')).toMatchObject([
    { known: 'River Forum 2031 · 16 October 2031 · 01:00–02:30 · Panel' },
  ])
  await saveRecord({ ...timed, by: null, content: contentOf('session', { ...session, day }) })
  expect((await find('session', 'dams', { locale: 'ru' }))[0]?.known).toMatch(
    /^Речной форум 2031 · 15 октября 2031 г\. · /,
  )
  expect(await found('session', 'dams', { parentId: edition.id })).toEqual(['Dams'])
  expect(await found('session', 'dams', { parentId: forum.id })).toEqual([])
  expect(await found('session', 'dams', { exclude: [timed.id] })).toEqual([])
})

test('so many are found as are asked for, those with the very word before those that begin with it', async () => {
  for (let n = 0; n < 14; n++) await draft('topic', { texts: { en: { name: `Harbours ${n}` } } })
  const { id } = await draft('topic', { texts: { en: { name: 'Zzz harbour' } } })
  await publishRecord({ id, lock: null, by: null })
  expect(await found('topic', 'harbour')).toHaveLength(10)
  expect((await find('topic', 'harbour', { limit: 3 }))[0]).toMatchObject({ title: 'Zzz harbour', state: 'published' })
})
