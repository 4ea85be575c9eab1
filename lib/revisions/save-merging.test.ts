import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import { pathName } from './merge-three-ways'
import { publishRecord } from './publish'
import type { Content } from './registry'
import { saveRecord } from './save'
import { saveMerging } from './save-merging'

const topic = (en: object, more: object = {}) => contentOf('topic', { texts: { en, ...more } })
const name = ['texts', 'en', 'name']

async function twoAtOnce(theirs: Content) {
  const by = await person(db, 'Mine')
  const { id, lock } = await draft('topic', { texts: { en: { name: 'Old', definition: 'As it was' } } })
  const saved = await saveRecord({ id, lock, content: theirs, by: null })
  if (saved.kind !== 'saved') throw new Error()
  return { id, lock, by, theirLock: saved.lock }
}

const newest = async (id: string) =>
  db.record.findUniqueOrThrow({ where: { id }, select: { content: true, version: true } })

test('what only one side changed is taken, once it may be or was shown', async () => {
  const { id, lock, by } = await twoAtOnce(topic({ name: 'Old', definition: 'Theirs' }, { kk: { name: 'Су' } }))
  const save = { id, lock, by, content: topic({ name: 'Mine', definition: 'As it was' }) }
  const asked = await saveMerging(save)
  if (asked.kind !== 'stale') throw new Error(asked.kind)
  expect(asked.merge.conflicts).toEqual([])
  expect(asked.merge.taken.map(({ path }) => path.join('.'))).toEqual(['texts.en.definition', 'texts.kk'])
  expect((await newest(id)).version).toBe(2)

  const saved = await saveMerging(save, { mayTake: true })
  expect(saved).toMatchObject({ kind: 'saved', version: 3, merge: { conflicts: [] } })
  expect((await newest(id)).content).toEqual(topic({ name: 'Mine', definition: 'Theirs' }, { kk: { name: 'Су' } }))
  const revision = await db.revision.findUnique({ where: { recordId_version: { recordId: id, version: 3 } } })
  expect(revision).toMatchObject({ act: 'merge', authorId: by.id })
  expect(await db.auditEntry.findFirst({ where: { recordId: id }, orderBy: { id: 'desc' } })).toMatchObject({
    ...{ act: 'record.merge', version: 3, detail: { with: 2 } },
  })
})

test.each([
  ['mine', 'Mine'],
  ['theirs', 'Theirs'],
  ['both', 'Mine Theirs'],
] as const)('what both changed is asked for, never taken by itself: %s', async (choice, expected) => {
  const { id, lock, by, theirLock } = await twoAtOnce(topic({ name: 'Theirs', definition: 'As it was' }))
  const save = { id, lock, by, content: topic({ name: 'Mine', definition: 'My own' }) }
  const asked = await saveMerging(save, { mayTake: true })
  expect(asked).toMatchObject({
    kind: 'stale',
    merge: { conflicts: [{ path: name, mine: 'Mine', theirs: 'Theirs', chosen: null }] },
  })
  const undecided = await saveMerging(save, { decided: { against: theirLock, choices: {} } })
  expect(undecided.kind).toBe('stale')
  const choices = { [pathName(name)]: choice }
  expect((await saveMerging(save, { decided: { against: theirLock + 1, choices } })).kind).toBe('stale')
  expect((await newest(id)).version).toBe(2)
  expect((await saveMerging(save, { decided: { against: theirLock, choices } })).kind).toBe('saved')
  expect((await newest(id)).content).toEqual(topic({ name: expected, definition: 'My own' }))
})

test('what was done to the record without changing it is in nobody’s way', async () => {
  const { id, lock } = await draft('topic', { texts: { en: { name: 'Published meanwhile' } } })
  await publishRecord({ id, lock, by: null })
  const { content } = await newest(id)
  const { texts } = topic({ name: 'Written meanwhile' })
  const saved = await saveMerging({ id, lock, content: { ...(content as Content), texts }, by: null })
  expect(saved).toMatchObject({ kind: 'saved', version: 3 })
  expect(saved).not.toHaveProperty('merge')
})

test('what cannot stand together is put right by whoever merges', async () => {
  const both = (status: string) =>
    topic({ name: 'Old', definition: 'As it was', status: 'human' }, { [status]: { name: 'Су', status: 'original' } })
  const { id, lock, by, theirLock } = await twoAtOnce(both('kk'))
  const outcome = await saveMerging({ id, lock, by, content: both('ru') }, { mayTake: true })
  expect(outcome).toMatchObject({ kind: 'invalid', lock: theirLock, errors: { 'texts.ru.status': 'twoOriginals' } })
})

test('an autosave that goes on does not take away what others began with', async () => {
  const [mine, theirs] = [await person(db, 'Mine'), await person(db, 'Theirs')]
  const { id, lock } = await draft('topic', { texts: { en: { name: 'Old', definition: 'As it was' } } })
  const first = await saveRecord({
    id,
    lock,
    content: topic({ name: 'The', definition: 'As it was' }),
    by: theirs,
    isAutosave: true,
  })
  if (first.kind !== 'saved') throw new Error()
  // I open it here; they type on, and their autosave takes the place of the one I began with.
  const on = await saveRecord({
    ...{ id, lock: first.lock, by: theirs, isAutosave: true },
    content: topic({ name: 'Theirs', definition: 'As it was' }),
  })
  expect(on).toMatchObject({ version: 2 })
  const save = { id, lock: first.lock, by: mine, content: topic({ name: 'The', definition: 'Mine' }) }
  const asked = await saveMerging(save, { mayTake: true })
  // Their name is never lost: at worst it is asked for.
  expect(asked).toMatchObject({ kind: 'stale', merge: { conflicts: [{ path: name, theirs: 'Theirs' }] } })
})
