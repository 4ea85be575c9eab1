import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import { type ListFilters, listOrders, readListFilters } from './list-filters'
import { LIST_PAGE, listRecords, parentChoices } from './list-queries'
import type { Noun } from './nouns'
import { publishRecord, withdrawRecord } from './publish'
import { scheduleAct, sendForReview } from './review'
import { saveRecord } from './save'

const named = (name: string, language = 'en') => ({ texts: { [language]: { name } } })
const list = (noun: Noun, filters: Partial<ListFilters>, page = 1, locale: Locale = 'en') =>
  listRecords(noun, { ...readListFilters({}), ...filters }, page, locale)
const titles = async (...of: Parameters<typeof list>) =>
  (await list(...of)).items.map(({ title }) => title?.text ?? null)

let by: { id: string; name: string }

beforeAll(async () => {
  by = await person(db, 'Aida Example')
})

test('a record is found by its words in any script and spelling; all of them must be in it', async () => {
  await draft('person', {
    texts: { en: { name: 'Kassym-Jomart Tokayev' } },
    names: [{ name: 'Тоқаев Қасым-Жомарт', language: 'kk' }],
  })
  await draft('person', named('Жомарт Өтегенов', 'kk'))
  for (const q of [
    'Tokayev',
    'Токаев',
    'тоқаев',
    'TOKAEV',
    'Тока',
    'jomart tok',
    "Жомарт  Тока'",
    'Qassym',
    'Касым-Жомарт',
  ])
    expect([q, await titles('person', { q })]).toEqual([q, ['Kassym-Jomart Tokayev']])
  expect(await titles('person', { q: 'zhomart', order: 'name' })).toEqual(['Kassym-Jomart Tokayev', 'Жомарт Өтегенов'])
  for (const q of ['Tokayev Өтегенов', 'tokayevna', '...', '100%', 'a_b', "'; --"])
    expect([q, await titles('person', { q })]).toEqual([q, []])
  expect(await titles('organisation', { q: 'Tokayev' })).toEqual([])
})

test('a list is narrowed by how its records stand, and says how many there are of each', async () => {
  const [drafted, reviewed, published, changed, withdrawn] = await Promise.all(
    ['Drafted', 'Reviewed', 'Published', 'Changed', 'Withdrawn'].map((name) => draft('topic', named(name), by)),
  )
  if (!drafted || !reviewed || !published || !changed || !withdrawn) throw new Error()
  await sendForReview({ ...reviewed, by })
  for (const each of [published, changed, withdrawn]) await publishRecord({ id: each.id, lock: null, by })
  await withdrawRecord({ id: withdrawn.id, lock: null, by, reasons: { en: 'A mistake' } })
  const { lock } = await db.record.findUniqueOrThrow({ where: { id: changed.id } })
  await saveRecord({ id: changed.id, lock, by: null, content: contentOf('topic', named('Changed since')) })
  await scheduleAct({ ...drafted, by, act: 'publish', at: new Date('2100-01-01') })

  const { counts } = await list('topic', {})
  expect(counts).toEqual({ all: 5, draft: 1, in_review: 1, published: 2, changed: 1, withdrawn: 1, scheduled: 1 })
  for (const [state, expected] of Object.entries({
    draft: ['Drafted'],
    in_review: ['Reviewed'],
    published: ['Changed since', 'Published'],
    changed: ['Changed since'],
    withdrawn: ['Withdrawn'],
    scheduled: ['Drafted'],
  }))
    expect([state, await titles('topic', { state: state as 'draft', order: 'name' })]).toEqual([state, expected])
  expect(await titles('topic', { by: by.id, order: 'name' })).toEqual(['Drafted', 'Published', 'Reviewed', 'Withdrawn'])
  expect((await list('topic', { by: by.id })).items[0]?.changedBy).toBe('Aida Example')
  expect(await titles('topic', { state: 'published', by: by.id, q: 'publ' })).toEqual(['Published'])
  expect((await titles('topic', { order: 'state' }))[0]).toBe('Reviewed')
})

test('a list is narrowed by a missing language and by what its records belong to', async () => {
  const forum = await draft('forum', { texts: { en: { name: 'Steppe Forum' }, kk: { name: 'Дала форумы' } } })
  const edition = (year: number) => draft('edition', { forum: forum.id, year })
  const [older, newer] = [await edition(2030), await edition(2031)]
  await draft('session', { edition: older.id, isTitleSupplied: 'on', texts: { ru: { title: 'Вода' } } })
  await draft('session', { edition: newer.id, texts: { en: { title: 'Wind' }, kk: { title: 'Жел' } } })
  await draft('session', { edition: newer.id })
  expect(await titles('session', { of: newer.id, order: 'name' })).toEqual([null, 'Wind'])
  expect(await titles('session', { without: 'kk', order: 'name' })).toEqual([null, '[Вода]'])
  const { items } = await list('session', { of: newer.id, q: 'wind' }, 1, 'kk')
  expect(items).toMatchObject([
    { title: { text: 'Жел', lang: 'kk' }, parent: { text: 'Дала форумы 2031', lang: 'kk' } },
  ])
  const choices = await parentChoices('session', older.id, 'en')
  expect(choices.map(({ title }) => title?.text)).toEqual(['Steppe Forum 2030', 'Steppe Forum 2031'])
})

test('names are sorted as readers of the desk’s language sort them, people by their family name', async () => {
  for (const name of ['Қанат', 'Бота', 'Әсем', 'Кенже', 'Айгүл', 'Құрман', 'Ыбырай', 'Іңкәр', 'Ұлан', 'Угловой'])
    await draft('organisation', named(name, 'kk'))
  expect(await titles('organisation', { order: 'name' }, 1, 'kk')).toEqual(
    'Айгүл Әсем Бота Кенже Қанат Құрман Угловой Ұлан Ыбырай Іңкәр'.split(' '),
  )
  for (const name of ['Ann Zeta', 'Émile Beta', 'Zoe Alpha']) await draft('source', { texts: { en: { title: name } } })
  expect(await titles('source', { order: 'name' })).toEqual(['Ann Zeta', 'Émile Beta', 'Zoe Alpha'])
  const before = await titles('person', { order: 'name' })
  for (const name of ['Ann Zeta', 'Émile Beta', 'Zoe Alpha']) await draft('person', named(name))
  const people = (await titles('person', { order: 'name' })).filter((name) => !before.includes(name))
  expect(people).toEqual(['Zoe Alpha', 'Émile Beta', 'Ann Zeta'])
})

test('the pages of a list hold every record once, in every order; a minus turns it round', async () => {
  const edition = await draft('edition', { forum: (await draft('forum', named('Paged'))).id, year: 2040 })
  const total = 2 * LIST_PAGE + 3
  // Names and times that many share: only the id then tells which comes first.
  for (let n = 0; n < total; n++)
    await draft('session', { edition: edition.id, texts: { en: { title: `Same ${n % 4}` } } })
  await db.record.updateMany({ where: { parentId: edition.id }, data: { updatedAt: new Date('2026-01-01') } })
  const ids = async (order: ListFilters['order']) => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => list('session', { of: edition.id, order }, page)))
    expect(pages.map(({ items }) => items.length)).toEqual([LIST_PAGE, LIST_PAGE, 3, 0])
    expect(pages[0]).toMatchObject({ total, pages: 3 })
    return pages.flatMap(({ items }) => items.map(({ id }) => id))
  }
  const inOrder = new Map<string, string[]>()
  for (const order of listOrders) inOrder.set(order, await ids(order))
  for (const all of inOrder.values()) expect(new Set(all).size).toBe(total)
  for (const order of ['changed', 'name', 'state'])
    expect(inOrder.get(`-${order}`)).toEqual(inOrder.get(order)?.toReversed())
})

test('any query of an address gives filters; what is unknown is left out', () => {
  expect(
    readListFilters({ state: 'gone', of: 'x', by: '1', without: 'de', order: '__proto__', q: ['a', 'b'] }),
  ).toEqual({
    ...{ state: null, of: null, by: null, without: null, missing: null, order: null, q: 'a' },
  })
  expect(readListFilters({ state: 'changed', order: '-name' })).toMatchObject({ state: 'changed', order: '-name' })
})
