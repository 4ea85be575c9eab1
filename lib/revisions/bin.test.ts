import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import { recordsOf } from './below-queries'
import { emptyBin, moveToBin, takeFromBin } from './bin'
import { listBin } from './bin-queries'
import { getRecordForEdit, labelsOf } from './edit-queries'
import { findRecords } from './find-records'
import { readListFilters } from './list-filters'
import { listRecords, parentChoices } from './list-queries'
import { listLately, listOwnDrafts, listWaiting } from './overview'
import { publishRecord, withdrawRecord } from './publish'
import { sendForReview } from './review'
import { saveRecord } from './save'

const topic = (name: string) => ({ texts: { en: { name } } })
const found = async (text: string) => (await findRecords({ noun: 'topic', text, locale: 'en' })).map(({ id }) => id)
const listed = async () => {
  const { items, total, counts } = await listRecords('topic', readListFilters({}), 1, 'en')
  return { ids: items.map(({ id }) => id), total, all: counts.all }
}

test('what is in the bin is in no list, picker, overview or count, and comes back as it was', async () => {
  const by = await person(db, 'A Binner')
  const { id, lock } = await draft('topic', topic('Glaciers'), by)
  await sendForReview({ id, lock, by })
  const before = await db.record.findUniqueOrThrow({ where: { id }, include: { words: { orderBy: { word: 'asc' } } } })
  expect(await moveToBin({ id, lock, by })).toEqual({ kind: 'stale' })
  expect(await moveToBin({ id, lock: lock + 1, by })).toEqual({ kind: 'binned', lock: lock + 2 })

  expect(await found('glac')).toEqual([])
  expect(await listed()).toEqual({ ids: [], total: 0, all: 0 })
  expect((await listOwnDrafts(by.id, 'en')).records).toEqual([])
  expect((await listWaiting('en')).records).toEqual([])
  expect(await listLately('en')).toEqual([])
  expect(await getRecordForEdit('topic', id)).toBeNull()
  const save = { id, lock: lock + 2, content: contentOf('topic', topic('Ice')), by }
  expect(await saveRecord(save)).toEqual({ kind: 'gone' })
  expect(await publishRecord({ id, lock: null, by })).toEqual({ kind: 'gone' })
  expect(await moveToBin({ id, lock: null, by })).toEqual({ kind: 'gone' })
  // Whoever mentions it still shows it.
  expect((await labelsOf([id]))[id]?.titles).toEqual({ en: 'Glaciers' })
  expect(await listBin(1, 'en')).toMatchObject({
    total: 1,
    items: [{ id, noun: 'topic', title: { text: 'Glaciers' }, by: 'A Binner' }],
  })

  expect(await takeFromBin({ id, by })).toEqual({ kind: 'taken', lock: lock + 3 })
  expect(await takeFromBin({ id, by })).toEqual({ kind: 'gone' })
  const after = await db.record.findUniqueOrThrow({ where: { id }, include: { words: { orderBy: { word: 'asc' } } } })
  expect(after).toEqual({ ...before, lock: lock + 3, review: 'draft' })
  expect(await found('glac')).toEqual([id])
  expect((await listBin(1, 'en')).total).toBe(0)
  const acts = await db.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: 'asc' }, select: { act: true } })
  expect(acts.map(({ act }) => act).slice(2)).toEqual(['record.bin', 'record.unbin'])
})

test('what the public sees is withdrawn first; what has records below it is binned after them', async () => {
  const by = await person(db, 'A Binner')
  const forum = await draft('forum', { texts: { en: { name: 'Forum of the bin' } } }, by)
  const edition = await draft('edition', { forum: forum.id, timeZone: 'UTC', texts: { en: { theme: 'Bins' } } }, by)
  await publishRecord({ id: forum.id, lock: null, by })
  expect(await moveToBin({ id: forum.id, lock: null, by })).toEqual({ kind: 'published' })
  await withdrawRecord({ id: forum.id, lock: null, by, reasons: { en: 'Made twice' } })
  expect(await moveToBin({ id: forum.id, lock: null, by })).toEqual({ kind: 'hasBelow' })
  expect((await recordsOf('forum', forum.id, 'edition')).total).toBe(1)
  expect((await moveToBin({ id: edition.id, lock: null, by })).kind).toBe('binned')
  expect((await recordsOf('forum', forum.id, 'edition')).total).toBe(0)
  expect((await moveToBin({ id: forum.id, lock: null, by })).kind).toBe('binned')
  expect(await parentChoices('edition', null, 'en')).toEqual([])
  expect(await takeFromBin({ id: edition.id, by })).toEqual({ kind: 'parentBinned' })
  expect((await takeFromBin({ id: forum.id, by })).kind).toBe('taken')
  expect((await takeFromBin({ id: edition.id, by })).kind).toBe('taken')
  expect((await db.record.findUniqueOrThrow({ where: { id: forum.id } })).state).toBe('withdrawn')
})

test('emptying removes contents for good, but neither names, nor addresses, nor what was once public', async () => {
  const by = await person(db, 'An Administrator')
  const never = await draft('topic', topic('Never public'), by)
  const { id, lock } = await draft('topic', topic('Once public'), by)
  await publishRecord({ id, lock, by })
  const withdrawn = await withdrawRecord({ id, lock: null, by, reasons: { en: 'Wrong' } })
  if (withdrawn.kind !== 'withdrawn') throw new Error()
  const changed = contentOf('topic', { ...topic('Once public, changed'), slug: 'once-public' })
  await saveRecord({ id, lock: withdrawn.lock, content: changed, by })
  for (const each of [never.id, id]) await moveToBin({ id: each, lock: null, by })
  const before = new Date()
  const later = await draft('topic', topic('Binned later'), by)
  await moveToBin({ id: later.id, lock: null, by })
  await db.record.update({ where: { id: later.id }, data: { binnedAt: new Date(before.getTime() + 1) } })

  expect(await emptyBin({ before, by })).toBe(2)
  expect((await listBin(1, 'en')).items.map((each) => each.id)).toEqual([later.id])
  expect(await takeFromBin({ id: never.id, by })).toEqual({ kind: 'gone' })
  expect(await db.revision.count({ where: { recordId: never.id } })).toBe(0)
  const kept = await db.revision.findMany({ where: { recordId: id }, select: { version: true, content: true } })
  expect(kept).toMatchObject([{ content: { texts: { en: { name: 'Once public' } } } }])
  expect(JSON.stringify(await db.record.findMany({ where: { id: never.id } }))).toContain('Never public')
  expect((await labelsOf([never.id, id]))[id]?.titles).toEqual({ en: 'Once public, changed' })
  expect(await db.record.findMany({ where: { id: { in: [never.id, id] } }, select: { content: true } })).toEqual([
    { content: {} },
    { content: {} },
  ])
  // The address of what was public still says that it was withdrawn.
  expect(await db.topic.findUnique({ where: { id }, select: { slug: true, state: true } })).toEqual({
    slug: 'once-public',
    state: 'withdrawn',
  })
  const again = await draft('topic', { ...topic('Once public'), slug: 'once-public' }, by)
  expect(await publishRecord({ id: again.id, lock: null, by })).toEqual({ kind: 'conflict', conflict: 'slugTaken' })
  expect(await db.auditEntry.count({ where: { act: 'record.erase' } })).toBe(2)
  expect(await emptyBin({ before, by: { id: randomUUID() } })).toBe(0)
})
