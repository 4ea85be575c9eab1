import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { anyContent, type Pool } from '@/lib/testing/contents'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import { listHistory } from './history'
import { type Noun, nouns } from './nouns'
import type { Content } from './registry'
import { planRestore, restorableFields, restoreRevision } from './restore'
import { createRecord, saveRecord } from './save'

const pool = {} as Pool
let authors: { id: string; name: string }[]

beforeAll(async () => {
  authors = [await person(db, 'One'), await person(db, 'Another')]
  const named = (noun: Noun, raw: object) => draft(noun, raw).then(({ id }) => id)
  const two = async (noun: Noun, raw: object) => [await named(noun, raw), await named(noun, raw)]
  pool.forum = await two('forum', { texts: { en: { name: 'Forum' } } })
  pool.organisation = await two('organisation', { texts: { en: { name: 'Institute' } } })
  pool.person = await two('person', { texts: { en: { name: 'Aigerim Sadykova' } } })
  pool.topic = await two('topic', { texts: { en: { name: 'Water' } } })
  pool.source = await two('source', { texts: { en: { title: 'Programme' } } })
  const parts = () => [randomUUID(), randomUUID()]
  Object.assign(pool, { day: parts(), room: parts(), track: parts(), appearance: parts() })
  pool.edition = await two('edition', { forum: pool.forum[0], texts: { en: { theme: 'Rivers' } } })
  pool.session = await two('session', { edition: pool.edition[0], texts: { en: { title: 'Opening' } } })
  pool.statement = []
})

const stood = async (id: string) => {
  const { content, titles, parentId, version, lock } = await db.record.findUniqueOrThrow({ where: { id } })
  const words = await db.recordWord.findMany({ where: { recordId: id }, orderBy: { word: 'asc' } })
  return { version, lock, what: { content: content as Content, titles, parentId, words } }
}

describe('after random edits a restored version is the record as it was', () => {
  test.each(nouns)(
    '%s',
    async (noun) => {
      const edit = fc.record({
        content: anyContent(noun, pool),
        by: fc.nat(1),
        isAutosave: fc.boolean(),
      })
      await fc.assert(
        fc.asyncProperty(
          anyContent(noun, pool),
          fc.array(edit, { minLength: 2, maxLength: 6 }),
          fc.nat(),
          async (first, edits, at) => {
            const { id } = await createRecord(noun, first, authors[0] ?? null)
            const asItWas = new Map([[1, (await stood(id)).what]])
            for (const { content, by, isAutosave } of edits) {
              const { lock } = await stood(id)
              const saved = await saveRecord({ id, lock, content, by: authors[by] ?? null, isAutosave })
              if (saved.kind !== 'saved') throw new Error(saved.kind)
              asItWas.set(saved.version, (await stood(id)).what)
            }
            const before = await stood(id)
            const version = 1 + (at % before.version)
            const restored = await restoreRevision({
              id,
              lock: before.lock,
              version,
              field: null,
              by: authors[1] ?? null,
            })
            expect(restored.kind).toBe('saved')
            const after = await stood(id)
            expect(after.what).toEqual(asItWas.get(version))
            // It is a revision more, and all of those before are as they were.
            const isSame = JSON.stringify(before.what.content) === JSON.stringify(after.what.content)
            if (!isSame) expect(after.version).toBe(before.version + 1)
            const kept = await db.revision.findMany({ where: { recordId: id, version: { lte: before.version } } })
            for (const revision of kept) expect(revision.content).toEqual(asItWas.get(revision.version)?.content)
          },
        ),
        { numRuns: 6 },
      )
    },
    120_000,
  )
})

describe('one field', () => {
  test('of all that differs comes back alone: one after the other they make the whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent('session', pool), anyContent('session', pool), async (old, now) => {
        const { id } = await createRecord('session', old, null)
        await saveRecord({ id, lock: 1, content: now, by: null })
        const plan = await planRestore({ id, noun: 'session', content: now }, 1, null)
        if (!plan) throw new Error()
        for (const field of restorableFields(plan.change)) {
          const { lock } = await stood(id)
          expect((await restoreRevision({ id, lock, version: 1, field, by: null })).kind).toBe('saved')
        }
        expect((await stood(id)).what.content).toEqual(old)
      }),
      { numRuns: 6 },
    )
  }, 60_000)

  test('that cannot stand with the others is refused, and says why', async () => {
    const timed = { edition: pool.edition[0], texts: { en: { title: 'Timed' } } }
    const at = (hour: string) => `2026-10-15T${hour}:00:00.000Z`
    const { id } = await draft('session', { ...timed, startsAt: at('09'), endsAt: at('10') })
    const later = contentOf('session', { ...timed, startsAt: at('12'), endsAt: at('13') })
    await saveRecord({ id, lock: 1, content: later, by: null })
    const of = { id, lock: 2, version: 1, by: null }
    expect(await restoreRevision({ ...of, field: 'endsAt' })).toEqual({
      kind: 'invalid',
      errors: { endsAt: 'endsBeforeStart' },
    })
    expect((await planRestore({ id, noun: 'session', content: later }, 1, 'endsAt'))?.errors).not.toBeNull()
    expect(await restoreRevision({ ...of, lock: 1, field: null })).toMatchObject({ kind: 'stale' })
    expect(await restoreRevision({ ...of, version: 9, field: null })).toEqual({ kind: 'gone' })
    expect((await restoreRevision({ ...of, field: null, note: 'It was right' })).kind).toBe('saved')
    const { items } = await listHistory(id, 1)
    expect(items[0]).toMatchObject({
      ...{ act: 'record.restore', version: 3, from: 1, field: null },
      notes: [{ text: 'It was right' }],
    })
  })
})
