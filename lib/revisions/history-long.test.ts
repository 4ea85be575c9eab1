import pg from 'pg'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { draft, person } from '@/lib/testing/desk-records'
import { changeBetween, readRevision } from './change'
import { getRecordForEdit } from './edit-queries'
import { HISTORY_PAGE, listHistory } from './history'
import { planRestore } from './restore'

const VERSIONS = 1000
let short: string
let long: string

/** A record with as many revisions as nobody will ever make by hand, written by the database itself. */
beforeAll(async () => {
  const by = await person(db, 'An Author')
  const forum = await draft('forum', { texts: { en: { name: 'Forum' } } }, by)
  const edition = await draft('edition', { forum: forum.id, texts: { en: { theme: 'Theme' } } }, by)
  const session = (title: string) => draft('session', { edition: edition.id, texts: { en: { title } } }, by)
  short = (await session('Of three versions')).id
  long = (await session('Of a thousand versions')).id
  for (const [id, versions] of [
    [short, 3],
    [long, VERSIONS],
  ] as const) {
    await db.$executeRaw`
      INSERT INTO revision (record_id, version, lock, content, act, author_id)
      SELECT ${id}::uuid, n, n, jsonb_set(content, '{texts,en,title}', to_jsonb('Title ' || n)), 'save', ${by.id}::uuid
      FROM record, generate_series(2, ${versions}::int) AS n WHERE record.id = ${id}::uuid`
    await db.$executeRaw`
      INSERT INTO audit_entry (actor_id, act, noun, record_id, version)
      SELECT ${by.id}::uuid, 'record.save', 'session', ${id}, n FROM generate_series(2, ${versions}::int) AS n`
    await db.record.update({ where: { id }, data: { version: versions, lock: versions } })
  }
}, 120_000)

afterEach(() => vi.restoreAllMocks())

async function askedBy(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const { length } = spy.mock.calls
  vi.restoreAllMocks()
  return length
}

const pages: Record<string, (id: string, newest: number) => Promise<unknown>> = {
  'the first page': (id) => listHistory(id, 1),
  'the last page': (id, newest) => listHistory(id, Math.ceil(newest / HISTORY_PAGE)),
  comparing: async (id, newest) => {
    const [from, to] = [await readRevision(id, 1), await readRevision(id, newest)]
    if (!from || !to) throw new Error()
    return changeBetween({ id, noun: 'session' }, from.content, to.content)
  },
  'looking at a restoration': async (id) => {
    const record = await getRecordForEdit('session', id)
    return record && planRestore(record, 2, null)
  },
}

test.each(Object.keys(pages))('%s of a thousand versions asks as often as that of three', async (page) => {
  const few = await askedBy(() => pages[page]?.(short, 3) ?? Promise.reject())
  const many = await askedBy(() => pages[page]?.(long, VERSIONS) ?? Promise.reject())
  expect(few).toBeGreaterThan(0)
  expect(many).toBe(few)
  expect(many).toBeLessThanOrEqual(15)
})

test('its pages hold a bounded number of entries, and all of them together', async () => {
  const first = await listHistory(long, 1)
  expect(first).toMatchObject({ total: VERSIONS, pages: VERSIONS / HISTORY_PAGE })
  expect(first.items).toHaveLength(HISTORY_PAGE)
  expect((await listHistory(long, first.pages)).items.at(-1)).toMatchObject({ act: 'record.create', version: 1 })
})
