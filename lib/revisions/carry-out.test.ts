import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { adoptRows } from './adopt'
import { carryOutDue } from './carry-out'
import { publishRecord } from './publish'
import { registry } from './registry'
import { scheduleAct, unschedule } from './review'
import { createRecord, saveRecord } from './save'
import { readScheduledError } from './scheduled-error'

const PAST = new Date(Date.now() - 1000)
const user = async (role: 'contributor' | 'editor') => {
  const id = randomUUID()
  await db.user.create({ data: { id, email: `${id}@example.org`, name: role, role } })
  return { id }
}
let editor: { id: string }
let contributor: { id: string }

beforeAll(async () => {
  await startFromSeed()
  await adoptRows()
  editor = await user('editor')
  contributor = await user('contributor')
})

const topic = (name: string, more: object = {}) =>
  registry.topic.parse({ texts: { en: { name } }, ...more }).content ?? {}
async function scheduled(name: string, by = editor, more: object = {}) {
  const { id, lock } = await createRecord('topic', topic(name, more), contributor)
  await scheduleAct({ id, lock, by, act: 'publish', at: PAST })
  return id
}
const recordOf = (id: string) => db.record.findUniqueOrThrow({ where: { id } })

test('what has fallen due is published, what has not is left', async () => {
  const due = await scheduled('Due')
  const { id: later, lock } = await createRecord('topic', topic('Later'), contributor)
  await scheduleAct({ id: later, lock, by: editor, act: 'publish', at: new Date(Date.now() + 3600_000) })
  expect(await carryOutDue()).toBe(1)
  expect(await recordOf(due)).toMatchObject({ state: 'published', scheduledAct: null, scheduledAt: null })
  expect(await recordOf(later)).toMatchObject({ state: 'draft', scheduledAct: 'publish' })
  const published = await db.auditEntry.findFirstOrThrow({ where: { recordId: due, act: 'record.publish' } })
  expect(published.actorId).toBe(editor.id)
  expect(await carryOutDue()).toBe(0)
})

test('several at work carry each act out once', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => scheduled(`At once ${n}`)))
  const counts = await Promise.all(Array.from({ length: 4 }, carryOutDue))
  expect(counts.reduce((sum, each) => sum + each)).toBe(ids.length)
  for (const id of ids) {
    expect(await db.auditEntry.count({ where: { recordId: id, act: 'record.publish' } })).toBe(1)
    expect(await recordOf(id)).toMatchObject({ state: 'published', scheduledError: null })
  }
})

test('a withdrawal at a time gives its reason', async () => {
  const { id, lock } = await createRecord('topic', topic('Leaving'), editor)
  const published = await publishRecord({ id, lock, by: editor })
  if (published.kind !== 'published') throw new Error(JSON.stringify(published))
  const reasons = { en: 'Merged into another.', kk: 'Басқасына қосылды.' }
  await scheduleAct({ id, lock: published.lock, by: editor, act: 'withdraw', at: PAST, reasons })
  await carryOutDue()
  expect(await recordOf(id)).toMatchObject({ state: 'withdrawn', scheduledReason: null })
  expect((await db.topicText.findFirstOrThrow({ where: { topicId: id } })).withdrawalReason).toBe(reasons.en)
})

test('a time of withdrawal can give way to one of publication', async () => {
  const { id, lock } = await createRecord('topic', topic('Changing plans'), editor)
  const published = await publishRecord({ id, lock, by: editor })
  if (published.kind !== 'published') throw new Error(JSON.stringify(published))
  const soon = { at: new Date(Date.now() + 3600_000), by: editor }
  const first = await scheduleAct({ id, lock: published.lock, act: 'withdraw', reasons: { en: 'Soon.' }, ...soon })
  if (first.kind !== 'done') throw new Error(first.kind)
  const second = await scheduleAct({ id, lock: first.lock, act: 'publish', ...soon })
  if (second.kind !== 'done') throw new Error(second.kind)
  expect(await unschedule({ id, lock: second.lock, by: editor })).toMatchObject({ kind: 'done' })
})

test('what cannot be done is noted on the record with why, publishes nothing, and is not tried again', async () => {
  const nameless = await scheduled('x', editor, { texts: { en: { definition: 'Without a name' } } })
  const byNobody = await scheduled('By one who may not', contributor)
  const dismissed = await user('editor')
  const byDismissed = await scheduled('By one who has gone', dismissed)
  await db.user.update({ where: { id: dismissed.id }, data: { isDisabled: true } })
  const taken = await scheduled('Taken', editor, { slug: 'taken-by-one' })
  const taking = await scheduled('Taking', editor, { slug: 'taken-by-one' })
  const fine = await scheduled('Fine all the same')
  expect(await carryOutDue()).toBe(6)
  const why = async (id: string) => readScheduledError((await recordOf(id)).scheduledError ?? '')
  expect(await why(nameless)).toEqual({ why: 'blocked', points: ['title'] })
  expect(await why(byNobody)).toEqual({ why: 'notAllowed', points: [] })
  expect(await why(byDismissed)).toEqual({ why: 'notAllowed', points: [] })
  expect([(await recordOf(taken)).scheduledError, (await recordOf(taking)).scheduledError].sort()).toEqual(
    [null, 'slugTaken'].sort(),
  )
  expect((await recordOf(fine)).state).toBe('published')
  for (const id of [nameless, byNobody, byDismissed]) {
    expect((await recordOf(id)).state).toBe('draft')
    expect(await db.topic.count({ where: { id } })).toBe(0)
    expect(await db.auditEntry.count({ where: { recordId: id, act: 'record.schedule_failed' } })).toBe(1)
  }
  expect(await carryOutDue()).toBe(0)
})

test('what somebody who may not publish wrote after the time was set does not go out; what an editor wrote does', async () => {
  const [theirs, ours] = [await scheduled('Theirs'), await scheduled('Ours')]
  for (const [id, by] of [
    [theirs, contributor],
    [ours, editor],
  ] as const) {
    const { lock } = await recordOf(id)
    await saveRecord({ id, lock, content: topic(`Changed by ${by === editor ? 'editor' : 'contributor'}`), by })
  }
  await carryOutDue()
  expect(await recordOf(theirs)).toMatchObject({ state: 'draft', scheduledError: 'changed' })
  expect((await db.topicText.findFirstOrThrow({ where: { topicId: ours } })).name).toBe('Changed by editor')
})
