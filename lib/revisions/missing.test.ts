import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { countPairs, listPairs, sayNotSame } from '@/lib/merging/pairs'
import { draft } from '@/lib/testing/desk-records'
import { readListFilters } from './list-filters'
import { listRecords } from './list-queries'
import { countMissing, countWithoutTitle } from './missing'
import type { MissingKind } from './missing-kinds'
import type { Noun } from './nouns'
import { publishRecord, withdrawRecord } from './publish'
import { writeBlockingPoints } from './settings'

const by = { id: crypto.randomUUID() }
const id = async (made: Promise<{ id: string }>) => (await made).id
const publish = (recordId: string) => publishRecord({ id: recordId, lock: null, by })
const named = (name: string) => ({ texts: { en: { name } } })
let edition = ''

beforeAll(async () => {
  await writeBlockingPoints({ statement: [], session: [] }, by)
  const forum = await id(draft('forum', { slug: 'f', ...named('Forum') }))
  edition = await id(draft('edition', { forum, year: 2000, timeZone: 'UTC', texts: {} }))
  await publish(forum)
  await publish(edition)
})

async function listed(noun: Noun, missing: MissingKind) {
  const { items } = await listRecords(noun, readListFilters({ missing, order: 'name' }), 1, 'en')
  return items.map(({ title }) => title?.text)
}
const session = (title: string, more: object) => draft('session', { edition, texts: { en: { title } }, ...more })

test('sessions without speakers, speakers without an organisation, statements without a source', async () => {
  const person = await id(draft('person', named('Anna Berg')))
  const organisation = await id(draft('organisation', named('Institute')))
  const source = await id(draft('source', { texts: { en: { title: 'Programme' } } }))
  await session('Nobody', {})
  await session('Lunch', { format: 'break' })
  await session('Whole', { appearances: [{ person, organisation }] })
  await session('Half', {
    appearances: [
      { person, organisation },
      { person, role: 'chair' },
    ],
  })
  await draft('statement', { edition, texts: { en: { text: 'Unsourced' } } })
  await draft('statement', { edition, texts: { en: { text: 'Sourced' } }, citations: [{ source }] })
  expect(await listed('session', 'speakers')).toEqual(['Nobody'])
  expect(await listed('session', 'organisation')).toEqual(['Half'])
  expect(await listed('statement', 'source')).toEqual(['Unsourced'])
  expect(await countMissing('speakers')).toEqual([{ noun: 'session', count: 1 }])
  expect(await countMissing('organisation')).toEqual([{ noun: 'session', count: 1 }])
  expect(await countMissing('source')).toEqual([{ noun: 'statement', count: 1 }])
  expect((await countWithoutTitle('ru')).find(({ noun }) => noun === 'person')).toEqual({ noun: 'person', count: 1 })
})

test('what cites a withdrawn source, at the desk too', async () => {
  const source = await id(draft('source', { texts: { en: { title: 'To be withdrawn' } } }))
  await publish(source)
  await draft('topic', { texts: { en: { name: 'Cites it' } }, citations: [{ source }] })
  expect(await countMissing('withdrawnSource')).toEqual([])
  await withdrawRecord({ id: source, lock: null, by, reasons: { en: 'Wrong' } })
  expect(await listed('topic', 'withdrawnSource')).toEqual(['Cites it'])
})

test('links to our own addresses that lead nowhere public, until they do', async () => {
  const path = '/speakers/clara-dahl'
  const abstract = `See [her](${path}), [the list](/speakers), [elsewhere](https://example.org/x), [the forum](/ru/forums/f).`
  await session('Links', { texts: { en: { title: 'Links', abstract } } })
  await session('Nowhere', {
    texts: { en: { title: 'Nowhere', abstract: '[x](/nowhere/at/all) [y](/forums/f/2000)' } },
  })
  expect(await listed('session', 'address')).toEqual(['Links', 'Nowhere'])
  await publish(await id(draft('person', { slug: 'clara-dahl', ...named('Clara Dahl') })))
  expect(await listed('session', 'address')).toEqual(['Nowhere'])
  expect(await countMissing('address')).toEqual([{ noun: 'session', count: 1 }])
})

test('likely duplicates by names in any script and by shared sessions; what is not the same is never offered again', async () => {
  const of = async (page: Promise<{ items: { first: { id: string }; second: { id: string } }[] }>) =>
    (await page).items.map(({ first, second }) => [first.id, second.id].sort())
  const one = await id(draft('person', named('Zhanna Tokayeva')))
  const other = await id(draft('person', { texts: { ru: { name: 'Жанна Токаева' } } }))
  expect(await of(listPairs('person', 1, 'en'))).toEqual([[one, other].sort()])
  const [short, long] = [
    await id(draft('person', named('J. Lincoln'))),
    await id(draft('person', named('Joshua Lincoln'))),
  ]
  expect(await countPairs('person')).toBe(1) // an initial says too little by itself
  await session('Both', { appearances: [{ person: short }, { person: long }] })
  expect(await of(listPairs('person', 1, 'en'))).toEqual([[one, other].sort(), [short, long].sort()])
  expect(await sayNotSame([other, one], by)).toBe(true)
  expect(await countPairs('person')).toBe(1)
  const record = await db.record.findUniqueOrThrow({ where: { id: one } })
  const { saveRecord } = await import('./save')
  const { contentOf } = await import('@/lib/testing/desk-records')
  await saveRecord({ id: one, lock: record.lock, content: contentOf('person', named('Janna Tokaeva')), by })
  expect(await of(listPairs('person', 1, 'en'))).toEqual([[short, long].sort()])
})
