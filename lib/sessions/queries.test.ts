import { beforeAll, expect, test } from 'vitest'
import { sessionAt } from '@/lib/addresses'
import { db } from '@/lib/db'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { follows } from './beside'
import { readSessionFilters } from './filters'
import { getSession, listSessions } from './queries'

const FORUM = 'astana-think-tank-forum'
const list = (query: Record<string, string> = {}, page = 1) => listSessions(readSessionFilters(query), page, 'en')
const titles = async (query: Record<string, string>) => (await list(query)).items.map(({ title }) => title.value)

async function session(slug: string) {
  const address = await sessionAt(FORUM, '2025', slug)
  return address?.kind === 'published' ? getSession(address.id, 'en') : null
}

beforeAll(async () => {
  await startFromSeed()
})

test('the list narrows by every filter, alone and together', async () => {
  expect((await list()).total).toBe(11)
  expect(await titles({ format: 'plenary' })).toEqual(['Opening of the forum'])
  expect(await titles({ speaker: 'rhee-jong-kook' })).toEqual(['South Korea and Central Asia'])
  expect(await titles({ topic: 'transport' })).toEqual(['South Korea and Central Asia', 'Transport'])
  expect(await titles({ topic: 'transport', speaker: 'rhee-jong-kook' })).toEqual(['South Korea and Central Asia'])
  expect((await list({ edition: `${FORUM}/2025` })).total).toBe(11)
  expect((await list({ edition: `${FORUM}/first` })).total).toBe(0)
})

test('a filter that names nothing lets nothing through', async () => {
  expect(await list({ topic: 'made-up' })).toMatchObject({ total: 0, items: [], filters: { topic: 'made-up' } })
  expect((await list({ speaker: 'kassym-jomart-tokayev' })).total).toBe(0)
})

test('a filter understands a former address, and gives the current one', async () => {
  await db.topic.update({ where: { slug: 'trade' }, data: { slug: 'world-trade' } })
  expect(await list({ topic: 'trade' })).toMatchObject({ total: 1, filters: { topic: 'world-trade' } })
  await db.topic.update({ where: { slug: 'world-trade' }, data: { slug: 'trade' } })
})

test('what is not published is neither listed nor counted, nor offered as a filter', async () => {
  await db.person.update({ where: { slug: 'joshua-lincoln' }, data: { state: 'draft' } })
  await db.session.updateMany({ where: { slug: 'water-security' }, data: { state: 'in_review' } })
  const { total, choices } = await list()
  expect(total).toBe(10)
  expect(choices.speaker.map(({ value }) => value)).not.toContain('joshua-lincoln')
  expect(choices.topic.map(({ value }) => value)).not.toContain('water-security')
  expect((await list({ speaker: 'joshua-lincoln' })).total).toBe(0)
  const renewal = await session('renewal-of-international-institutions')
  expect(renewal?.speakers.map(({ appearance }) => appearance.person.slug)).toEqual(['charles-mclean'])
  expect(renewal?.statements.every(({ speaker }) => speaker?.person.slug === 'charles-mclean')).toBe(true)
  await db.person.update({ where: { slug: 'joshua-lincoln' }, data: { state: 'published' } })
  await db.session.updateMany({ where: { slug: 'water-security' }, data: { state: 'published' } })
})

test('a session knows its neighbours, and that their order is not recorded', async () => {
  const opening = await session('opening')
  expect(opening?.previous).toBeNull()
  expect(opening?.next).toMatchObject({ title: { value: 'Middle powers bridging divides' }, isInOrder: false })
  const last = await session('water-security')
  expect(last?.previous?.title.value).toBe('Climate change')
  expect(last?.next).toBeNull()
})

test('related sessions share topics, those that share most first', async () => {
  const renewal = await session('renewal-of-international-institutions')
  // With the opening it shares two topics, with the middle powers two: among equals the later written stands first.
  expect(renewal?.related.map(({ title }) => title.value)).toEqual([
    'Middle powers bridging divides',
    'Opening of the forum',
  ])
  expect((await session('artificial-intelligence'))?.related).toEqual([])
})

test('order is recorded by times or by places, never by a mixture', () => {
  const at = (hour: number) => ({ startsAt: new Date(Date.UTC(2025, 9, 15, hour)), position: null })
  const place = (position: number | null) => ({ startsAt: null, position })
  expect(follows(at(9), at(10))).toBe(true)
  expect(follows(at(9), at(9))).toBe(false)
  expect(follows(place(1), place(2))).toBe(true)
  expect(follows(place(1), place(null))).toBe(false)
  expect(follows(place(1), at(9))).toBe(false)
  expect(follows(undefined, place(1))).toBe(false)
})
