import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import { countWaiting, listLately, listOwnDrafts, listScheduled, listWaiting, OVERVIEW_MOST } from './overview'
import { publishRecord } from './publish'
import { scheduleAct, sendBack, sendForReview } from './review'
import { saveRecord } from './save'

const named = (name: string) => ({ texts: { en: { name } } })
const titled = (records: { title: { text: string } | null }[]) => records.map(({ title }) => title?.text)

test('an empty desk has nothing to show', async () => {
  expect(await listWaiting('en')).toEqual({ records: [], counts: [] })
  expect(await listOwnDrafts(crypto.randomUUID(), 'en')).toEqual({ records: [], counts: [] })
  expect(await listScheduled('en')).toEqual({ acts: [], counts: [] })
  expect(await listLately('en')).toEqual([])
  expect(await countWaiting()).toEqual({})
})

test('what waits for review is there the oldest first, some of it with how much there is in all', async () => {
  const by = await person(db, 'An Author')
  for (let n = 0; n < OVERVIEW_MOST + 2; n++) {
    const { id, lock } = await draft('topic', named(`Waits ${n}`), by)
    await sendForReview({ id, lock, by })
  }
  const { id, lock } = await draft('person', named('Waits too'), by)
  await sendForReview({ id, lock, by })
  const { records, counts } = await listWaiting('en')
  expect(titled(records)).toEqual(Array.from({ length: OVERVIEW_MOST }, (_, n) => `Waits ${n}`))
  expect(counts).toMatchObject([
    { noun: 'person', count: 1 },
    { noun: 'topic', count: OVERVIEW_MOST + 2 },
  ])
  expect(await countWaiting()).toEqual({ person: 1, topic: OVERVIEW_MOST + 2 })
})

test('my drafts are what I wrote last that nobody sees yet, sent back or never sent', async () => {
  const [me, other] = [await person(db, 'Me'), await person(db, 'Other')]
  await draft('organisation', named('Theirs'), other)
  await draft('organisation', named('Mine'), me)
  const changed = await draft('organisation', named('Public'), me)
  await publishRecord({ id: changed.id, lock: null, by: me })
  const published = await draft('organisation', named('All public'), me)
  await publishRecord({ id: published.id, lock: null, by: me })
  const { lock } = await db.record.findUniqueOrThrow({ where: { id: changed.id } })
  await saveRecord({ id: changed.id, lock, by: me, content: contentOf('organisation', named('Changed by me')) })
  const back = await draft('source', { texts: { en: { title: 'Sent back' } } }, me)
  await sendForReview({ ...back, by: me })
  expect(titled((await listOwnDrafts(me.id, 'en')).records)).toEqual(['Changed by me', 'Mine'])
  await sendBack({ id: back.id, lock: back.lock + 1, by: other, remark: 'No' })
  const { records, counts } = await listOwnDrafts(me.id, 'en')
  expect(titled(records)).toEqual(['Sent back', 'Changed by me', 'Mine'])
  expect(counts).toEqual([
    { noun: 'organisation', state: 'draft', count: 1 },
    { noun: 'organisation', state: 'published', count: 1 },
    { noun: 'source', state: 'draft', count: 1 },
  ])
})

test('what is scheduled is there the next first, after what could not be done', async () => {
  const by = await person(db, 'A Planner')
  for (const [name, year] of [
    ['Later', 2102],
    ['Sooner', 2101],
    ['Failed', 2100],
  ] as const) {
    const { id, lock } = await draft('topic', named(name), by)
    await scheduleAct({ id, lock, by, act: 'publish', at: new Date(Date.UTC(year, 0)) })
    if (name === 'Failed') await db.record.update({ where: { id }, data: { scheduledError: 'blocked:title' } })
  }
  const { acts, counts } = await listScheduled('en')
  expect(acts.map(({ record, act, error }) => [record.title?.text, act, error])).toEqual([
    ['Failed', 'publish', 'blocked:title'],
    ['Sooner', 'publish', null],
    ['Later', 'publish', null],
  ])
  expect(counts).toMatchObject([{ noun: 'topic', count: 3 }])
})

test('what was changed lately is each record once, with the last that was done to it and by whom', async () => {
  const by = await person(db, 'A Doer')
  const first = await draft('person', named('First'), by)
  await draft('person', named('Second'), by)
  await sendForReview({ ...first, by })
  const lately = await listLately('en')
  expect(lately).toHaveLength(OVERVIEW_MOST)
  expect(lately.slice(0, 2).map(({ record, act, actor }) => [record.title?.text, act, actor])).toEqual([
    ['First', 'record.submit', 'A Doer'],
    ['Second', 'record.create', 'A Doer'],
  ])
})
