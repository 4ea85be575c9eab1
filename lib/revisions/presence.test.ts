import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import { markPresent, openRecord } from './presence'
import { saveRecord } from './save'
import { saveMerging } from './save-merging'

const topic = (en: object) => contentOf('topic', { texts: { en } })

test('people with the same record open see each other, until a minute after they went away', async () => {
  const [one, two] = [await person(db, 'Aigerim'), await person(db, 'Joshua')]
  const { id } = await draft('topic', { texts: { en: { name: 'Rivers' } } }, two)
  const other = await draft('topic', { texts: { en: { name: 'Lakes' } } }, two)
  expect(await markPresent(id, one.id)).toMatchObject({ others: [], version: 1, lock: 1, by: 'Joshua' })
  expect((await markPresent(other.id, two.id))?.others).toEqual([])
  expect((await markPresent(id, two.id))?.others).toEqual(['Aigerim'])
  expect((await markPresent(id, one.id))?.others).toEqual(['Joshua'])
  await db.$executeRaw`UPDATE presence SET seen_at = now() - interval '61 seconds' WHERE user_id = ${two.id}::uuid`
  expect((await markPresent(id, one.id))?.others).toEqual([])
  await db.$executeRaw`UPDATE presence SET seen_at = now() - interval '61 minutes' WHERE user_id = ${two.id}::uuid`
  await markPresent(id, one.id)
  expect(await db.$queryRaw`SELECT count(*)::int AS rows FROM presence`).toEqual([{ rows: 1 }])
  expect(await markPresent(randomUUID(), one.id)).toBeNull()
})

test('of what somebody else opened, the next autosave makes a version of its own', async () => {
  const [mine, theirs] = [await person(db, 'Mine'), await person(db, 'Theirs')]
  const { id, lock } = await draft('topic', { texts: { en: { name: 'Old' } } })
  const autosave = { id, by: theirs, isAutosave: true }
  const first = await saveRecord({ ...autosave, lock, content: topic({ name: 'The' }) })
  if (first.kind !== 'saved') throw new Error()
  await openRecord(id, theirs.id)
  const own = await saveRecord({ ...autosave, lock: first.lock, content: topic({ name: 'Thei' }) })
  if (own.kind !== 'saved') throw new Error()
  expect(own.version).toBe(2)
  await openRecord(id, mine.id)
  const next = await saveRecord({ ...autosave, lock: own.lock, content: topic({ name: 'Theirs' }) })
  expect(next).toMatchObject({ kind: 'saved', version: 3 })
  // So what I began with is known, and nobody is asked for what I never touched.
  const save = { id, lock: own.lock, by: mine, content: topic({ name: 'Thei', definition: 'Mine' }) }
  expect(await saveMerging(save, { mayTake: true })).toMatchObject({ kind: 'saved', version: 4 })
  const { content } = await db.record.findUniqueOrThrow({ where: { id } })
  expect(content).toEqual(topic({ name: 'Theirs', definition: 'Mine' }))
})
