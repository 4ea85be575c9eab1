import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { speakerAt } from '@/lib/addresses'
import { db } from '@/lib/db'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { adoptRows } from './adopt'
import type { Noun } from './nouns'
import { publishRecord, withdrawRecord } from './publish'
import { type Content, registry } from './registry'
import { createRecord, saveRecord } from './save'

const by = { id: randomUUID() }
const parse = (noun: Noun, raw: object): Content => {
  const { content, errors } = registry[noun].parse(raw)
  if (errors) throw new Error(JSON.stringify(errors))
  return content
}
const person = (name: string, more: object = {}) => parse('person', { texts: { en: { name } }, ...more })

beforeAll(async () => {
  await startFromSeed()
  expect(await adoptRows()).toBeGreaterThan(40)
  expect(await adoptRows()).toBe(0)
})

test('a draft stands in no table of the public; published it stands there whole, at an address made of its name', async () => {
  const { id, lock } = await createRecord('person', person('Aigerim Test'), by)
  expect(await db.person.count({ where: { id } })).toBe(0)
  expect(await publishRecord({ id, lock, by })).toMatchObject({ kind: 'published', version: 2 })
  expect(await speakerAt('aigerim-test')).toMatchObject({ kind: 'published', id })
  const namesake = await createRecord('person', person('Aigerim Test'), by)
  await publishRecord({ id: namesake.id, lock: namesake.lock, by })
  expect(await speakerAt('aigerim-test-2')).toMatchObject({ kind: 'published', id: namesake.id })
})

test('editing a published record changes nothing in public until it is published again', async () => {
  const { id, lock } = await createRecord('person', person('Before Change', { slug: 'before-change' }), by)
  const first = await publishRecord({ id, lock, by })
  if (first.kind !== 'published') throw new Error(JSON.stringify(first))
  const saved = await saveRecord({
    id,
    lock: first.lock,
    content: person('After Change', { slug: 'after-change' }),
    by,
  })
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved))
  expect((await db.personText.findFirstOrThrow({ where: { personId: id } })).name).toBe('Before Change')
  await publishRecord({ id, lock: saved.lock, by })
  expect((await db.personText.findFirstOrThrow({ where: { personId: id } })).name).toBe('After Change')
  expect(await db.personSlug.count({ where: { personId: id } })).toBe(2)
})

test('a stale save writes nothing and tells what stands there', async () => {
  const { id, lock } = await createRecord('person', person('One'), by)
  await saveRecord({ id, lock, content: person('Two'), by })
  const stale = await saveRecord({ id, lock, content: person('Three'), by })
  expect(stale).toMatchObject({ kind: 'stale', current: { version: 2, content: { texts: { en: { name: 'Two' } } } } })
  expect(await db.revision.count({ where: { recordId: id } })).toBe(2)
})

test('of two saves at once one wins and the other is told', async () => {
  for (let n = 0; n < 20; n++) {
    const { id, lock } = await createRecord('person', person(`Pair ${n}`), by)
    const kinds = await Promise.all(
      ['a', 'b'].map(async (name) => (await saveRecord({ id, lock, content: person(name), by })).kind),
    )
    expect(kinds.sort()).toEqual(['saved', 'stale'])
  }
})

test('autosaves of one author are one revision until it is saved by hand', async () => {
  let { id, lock } = await createRecord('person', person('Typing'), by)
  for (const name of ['Typing a', 'Typing ab', 'Typing abc']) {
    const saved = await saveRecord({ id, lock, content: person(name), by, isAutosave: true })
    if (saved.kind !== 'saved') throw new Error()
    expect(saved.version).toBe(2)
    lock = saved.lock
  }
  const saved = await saveRecord({ id, lock, content: person('Typing abc'), by })
  expect(saved).toMatchObject({ kind: 'saved', version: 2 })
  expect(
    (await db.revision.findMany({ where: { recordId: id }, orderBy: { version: 'asc' } })).map((r) => r.act),
  ).toEqual(['create', 'save'])
})

test('what a slug was once used for keeps it; the other is told', async () => {
  const one = await createRecord('topic', parse('topic', { slug: 'taken-once', texts: { en: { name: 'One' } } }), by)
  const published = await publishRecord({ id: one.id, lock: one.lock, by })
  if (published.kind !== 'published') throw new Error()
  const moved = await saveRecord({
    ...{ id: one.id, lock: published.lock, by },
    content: parse('topic', { slug: 'moved-away', texts: { en: { name: 'One' } } }),
  })
  if (moved.kind !== 'saved') throw new Error()
  await publishRecord({ id: one.id, lock: moved.lock, by })
  const two = await createRecord('topic', parse('topic', { slug: 'taken-once', texts: { en: { name: 'Two' } } }), by)
  expect(await publishRecord({ id: two.id, lock: two.lock, by })).toEqual({ kind: 'conflict', conflict: 'slugTaken' })
})

test('a withdrawn record answers with its reason, and can be published again', async () => {
  const { id, lock } = await createRecord('person', person('Going Away'), by)
  const published = await publishRecord({ id, lock, by })
  if (published.kind !== 'published') throw new Error()
  await withdrawRecord({ id, lock: published.lock, by, reasons: { en: 'Asked for.', ru: 'По просьбе.' } })
  expect(await speakerAt('going-away')).toMatchObject({
    kind: 'withdrawn',
    reasons: [{ withdrawalReason: 'Asked for.' }],
  })
  expect(await publishRecord({ id, lock: null, by })).toMatchObject({ kind: 'published' })
})

test('a session that speakers and topics of no page yet are in is published, and they come in when they are', async () => {
  const edition = await db.record.findFirstOrThrow({ where: { noun: 'edition', sortName: { contains: '2025' } } })
  const source = await db.record.findFirstOrThrow({ where: { noun: 'source' } })
  const speaker = await createRecord('person', person('Not Yet'), by)
  const session = await createRecord(
    'session',
    parse('session', {
      edition: edition.id,
      format: 'panel',
      texts: { en: { title: 'A panel of tomorrow' } },
      appearances: [{ person: speaker.id }],
      citations: [{ source: source.id }],
    }),
    by,
  )
  expect(await publishRecord({ id: session.id, lock: session.lock, by })).toMatchObject({ kind: 'published' })
  expect(await db.appearance.count({ where: { sessionId: session.id, person: { state: 'published' } } })).toBe(0)
  await publishRecord({ id: speaker.id, lock: speaker.lock, by })
  expect(await db.appearance.count({ where: { sessionId: session.id, person: { state: 'published' } } })).toBe(1)
})

test('a session without a source is not published while the checklist says so', async () => {
  const edition = await db.record.findFirstOrThrow({ where: { noun: 'edition', sortName: { contains: '2025' } } })
  const { id, lock } = await createRecord(
    'session',
    parse('session', { edition: edition.id, texts: { en: { title: 'Bare' } } }),
    by,
  )
  const outcome = await publishRecord({ id, lock, by })
  expect(outcome.kind).toBe('blocked')
  expect(
    outcome.kind === 'blocked' && outcome.checked.filter((c) => !c.isMet && c.isBlocking).map((c) => c.point),
  ).toEqual(['speaker', 'source'])
})
