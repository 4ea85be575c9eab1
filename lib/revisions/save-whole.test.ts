import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cuttingProxy } from '@/lib/testing/cutting-proxy'

/** The database as the program reaches it is broken off in the middle; what came of it is asked past the proxy. */
const direct = process.env.DATABASE_URL ?? ''
const proxy = await cuttingProxy(direct)
process.env.DATABASE_URL = proxy.url
const { registry } = await import('./registry')
const { createRecord, saveRecord } = await import('./save')
const { publishRecord } = await import('./publish')
const { db } = await import('@/lib/db')

const by = { id: randomUUID() }
const database = new pg.Client({ connectionString: direct })
beforeAll(() => database.connect())
afterAll(async () => {
  await db.$disconnect()
  await database.end()
  await proxy.close()
})

const content = (name: string) => registry.topic.parse({ texts: { en: { name }, kk: { name } } }).content ?? {}

/** All that a save or a publication writes of a record, as it stands. */
async function everythingOf(id: string) {
  const rows = async (sql: string) => (await database.query(sql, [id])).rows
  return {
    record: await rows(
      'SELECT version, lock, content, titles, state, published_version, updated_at FROM record WHERE id = $1',
    ),
    revisions: await rows('SELECT version, content, act FROM revision WHERE record_id = $1 ORDER BY version'),
    words: await rows('SELECT word, key FROM record_word WHERE record_id = $1 ORDER BY word'),
    audit: await rows("SELECT act, version FROM audit_entry WHERE record_id = $1::text AND noun = 'topic' ORDER BY id"),
    publicly: await rows(
      'SELECT t.version, x.language, x.name FROM topic t JOIN topic_text x ON x.topic_id = t.id WHERE t.id = $1 ORDER BY 2',
    ),
    found: await rows('SELECT words FROM search_document WHERE id = $1'),
  }
}

/** Waits until the database has noticed that whoever was writing is gone. */
const untilQuiet = () =>
  expect
    .poll(
      async () =>
        (
          await database.query(
            "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'",
          )
        ).rows[0]?.n,
      { timeout: 15_000 },
    )
    .toBe(0)

async function cutDuring(id: string, n: number, arrives: boolean, write: () => Promise<unknown>) {
  const before = await everythingOf(id)
  proxy.cutAt(n, { arrives })
  const acknowledged = await write().then(
    () => true,
    () => false,
  )
  proxy.heal()
  await untilQuiet()
  return { before, after: await everythingOf(id), acknowledged }
}

test('a save that is broken off at any of its messages is there as a whole or not at all', async () => {
  const { id, lock: first } = await createRecord('topic', content('Begun'), by)
  let lock = first
  const outcomes = new Set<string>()
  for (const arrives of [false, true]) {
    for (let n = 1; n <= 20; n++) {
      const name = `Written ${arrives ? 'a' : 'b'}${n}`
      const { before, after, acknowledged } = await cutDuring(id, n, arrives, () =>
        saveRecord({ id, lock, content: content(name), by }),
      )
      const isWhole = after.record[0]?.lock !== lock
      outcomes.add(isWhole ? 'whole' : 'none')
      if (acknowledged) expect(isWhole).toBe(true)
      if (!isWhole) expect(after).toEqual(before)
      else {
        lock += 1
        const { version } = after.record[0]
        expect(after.record[0]).toMatchObject({ lock, titles: { en: name, kk: name } })
        expect(after.revisions.at(-1)).toMatchObject({ version, content: after.record[0].content, act: 'save' })
        expect(after.revisions).toHaveLength(before.revisions.length + 1)
        expect(after.words.map(({ word }) => word)).toContain(name.split(' ')[1])
        expect(after.audit.at(-1)).toEqual({ act: 'record.save', version })
        expect(after.audit).toHaveLength(before.audit.length + 1)
      }
    }
  }
  expect([...outcomes].sort()).toEqual(['none', 'whole'])
}, 120_000)

test('a publication that is broken off is there as a whole or not at all, in the search index too', async () => {
  const { id } = await createRecord('topic', content('Going out'), by)
  const outcomes = new Set<string>()
  for (let n = 1; n <= 40; n += 2) {
    const { before, after, acknowledged } = await cutDuring(id, n, n % 4 === 1, () =>
      publishRecord({ id, lock: null, by }),
    )
    const isWhole = after.record[0]?.lock !== before.record[0]?.lock
    outcomes.add(isWhole ? 'whole' : 'none')
    if (acknowledged) expect(isWhole).toBe(true)
    if (!isWhole) expect(after).toEqual(before)
    else {
      expect(after.record[0]).toMatchObject({ state: 'published', published_version: after.record[0]?.version })
      expect(after.publicly).toHaveLength(2)
      expect(after.publicly[0]?.version).toBe(after.record[0]?.version)
      expect(after.found).toHaveLength(1)
      expect(after.audit.at(-1)?.act).toBe('record.publish')
    }
  }
  expect([...outcomes].sort()).toEqual(['none', 'whole'])
}, 120_000)
