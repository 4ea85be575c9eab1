import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import { moveToBin } from './bin'
import { readChangeFilters } from './change-filters'
import { CHANGES_PAGE, listChanges } from './change-list'
import { saveRecord } from './save'

const list = (query: Record<string, string> = {}) => listChanges(readChangeFilters(query), 'Asia/Almaty', 'en')
const acts = async (query: Record<string, string>) =>
  (await list(query)).items.map(({ act, record }) => `${record.title?.text} ${act}`)

let one: { id: string }
let edition: { id: string }
let topic: { id: string }

beforeAll(async () => {
  one = await person(db, 'One')
  const two = await person(db, 'Two')
  const forum = await draft('forum', { texts: { en: { name: 'Forum' } } }, one)
  edition = await draft('edition', { forum: forum.id, texts: { en: { title: 'Edition' } } }, two)
  await draft('session', { edition: edition.id, texts: { en: { title: 'Session' } } }, two)
  topic = await draft('topic', { texts: { en: { name: 'Topic' } } }, one)
  await moveToBin({ id: topic.id, lock: null, by: two })
})

test('all of it, the newest first; what is in the bin too, and said to be', async () => {
  expect(await acts({})).toEqual([
    'Topic record.bin',
    'Topic record.create',
    'Session record.create',
    'Edition record.create',
    'Forum record.create',
  ])
  const { items, next } = await list()
  expect(items[0]).toMatchObject({ actor: { name: 'Two' }, record: { noun: 'topic', isBinned: true } })
  expect(next).toBeNull()
})

test('narrowed by person, noun, edition and day, and by nothing that is none of these', async () => {
  expect(await acts({ by: one.id })).toEqual(['Topic record.create', 'Forum record.create'])
  expect(await acts({ noun: 'session' })).toEqual(['Session record.create'])
  expect(await acts({ edition: edition.id })).toEqual(['Session record.create', 'Edition record.create'])
  expect(await acts({ edition: edition.id, by: one.id })).toEqual([])
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty' }).format()
  expect(await acts({ day })).toHaveLength(5)
  expect(await acts({ day: '2001-01-01' })).toEqual([])
  expect(await acts({ day: 'today', by: 'me', noun: 'user', before: '0' })).toHaveLength(5)
})

test('its pages hold everything once, also while more is being done', async () => {
  let saved = await draft('topic', { texts: { en: { name: 'Busy' } } }, one)
  for (let n = 0; n < CHANGES_PAGE; n++) {
    const content = contentOf('topic', { texts: { en: { name: `Busy ${n}` } } })
    const outcome = await saveRecord({ id: saved.id, lock: saved.lock, content, by: one })
    if (outcome.kind !== 'saved') throw new Error()
    saved = outcome
  }
  const first = await list()
  await draft('topic', { texts: { en: { name: 'Meanwhile' } } }, one)
  const second = await list({ before: first.next ?? '' })
  expect(first.items).toHaveLength(CHANGES_PAGE)
  expect(second.next).toBeNull()
  const ids = [...first.items, ...second.items].map(({ id }) => Number(id))
  expect(ids).toEqual(Array.from({ length: CHANGES_PAGE + 6 }, (_, n) => CHANGES_PAGE + 6 - n))
})
