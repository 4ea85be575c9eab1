import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { getSpeaker } from '@/lib/people/queries'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import { asOfNow } from './as-of-now'
import { changeBetween, readRevision } from './change'
import { publicChange } from './public-change'
import { publishRecord } from './publish'
import type { Content } from './registry'
import { registry } from './registry'
import { planRestore, restoreRevision } from './restore'
import { createRecord, saveRecord } from './save'
import { saveMerging } from './save-merging'

let by: { id: string }
const recording = { url: 'https://media.example.org/v/1', title: 'Recording' }
const slides = { url: 'http://example.org/slides.pdf?a=1', title: null }
const named = (links?: unknown) => ({ texts: { en: { name: 'Aigerim Sadykova' } }, ...(links ? { links } : {}) })

/** As it was saved before there were links. */
async function older() {
  const { links: _, ...content } = contentOf('person', named())
  const record = await createRecord('person', content, by)
  await db.record.update({ where: { id: record.id }, data: { content: { ...content, links: [] } as object } })
  return record
}

beforeAll(async () => {
  by = await person(db, 'One')
})

test('links are http or https, in their order, at most thirty; without any there is an empty list', () => {
  const parse = (links: unknown) => registry.session.parse({ links })
  expect(parse(undefined).content?.links).toEqual([])
  expect(
    parse({ 1: slides, 0: { ...recording, title: ' Recording ' }, 2: { url: '', title: '' } }).content?.links,
  ).toEqual([recording, slides])
  expect(parse([{ url: 'javascript:alert(1)' }]).errors).toEqual({ 'links.0.url': 'notAnAddress' })
  expect(parse(Array(31).fill(recording)).errors).toEqual({ links: 'tooMany' })
})

test('what is published is read in its order; a link without an address is not finished', async () => {
  const { id, lock } = await draft('person', named([slides, recording]), by)
  expect(await publishRecord({ id, lock, by })).toMatchObject({ kind: 'published' })
  expect((await getSpeaker(id, 'en'))?.links).toEqual([slides, recording])
  expect((await registry.person.read([id]))[0]?.content).toMatchObject({ links: [slides, recording] })
  const half = await draft('person', named([{ url: null, title: 'Recording' }]), by)
  expect(await publishRecord({ ...half, by })).toEqual({ kind: 'conflict', conflict: 'unfinished' })
})

test('a version from before there were links differs in nothing from one without any', async () => {
  const { id } = await older()
  const { content } = await db.record.findUniqueOrThrow({ where: { id } })
  const old = (await readRevision(id, 1))?.content ?? {}
  expect((await changeBetween({ id, noun: 'person' }, old, content as Content)).difference).toEqual({ kind: 'same' })
})

test('it is restored, and merged with, as one without any', async () => {
  const { id, lock } = await older()
  const mine = contentOf('person', named([recording]))
  const saved = await saveRecord({ id, lock, content: mine, by })
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  const { links: _, ...rest } = mine
  const renamed = {
    ...rest,
    links: [],
    texts: { en: { ...(rest.texts as { en: object }).en, biography: 'Hydrologist.' } },
  }
  expect(await saveMerging({ id, lock, content: renamed, by }, { mayTake: true })).toMatchObject({
    kind: 'saved',
    content: { links: [recording], texts: { en: { biography: 'Hydrologist.' } } },
  })
  const now = await db.record.findUniqueOrThrow({ where: { id } })
  const plan = await planRestore({ id, noun: 'person', content: now.content as Content }, 1, 'links')
  expect(plan?.errors).toBeNull()
  const restored = await restoreRevision({ id, lock: now.lock, version: 1, field: 'links', by })
  expect(restored).toMatchObject({ kind: 'saved' })
  expect((await db.record.findUniqueOrThrow({ where: { id } })).content).toMatchObject({ links: [] })
})

test('readers are told of links that changed, and not that a version has the field at all', () => {
  const { links: _, ...bare } = contentOf('person', named())
  const told = (now: object) => publicChange('person', asOfNow('person', bare), { ...bare, ...now }).fields
  expect(told({ links: [] })).toEqual([])
  expect(told({ links: [recording] })).toEqual(['links'])
})
