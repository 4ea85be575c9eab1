import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { readListFilters } from '@/lib/revisions/list-filters'
import type { Noun } from '@/lib/revisions/nouns'
import { publishRecord, withdrawRecord } from '@/lib/revisions/publish'
import type { Content } from '@/lib/revisions/registry'
import { sendForReview } from '@/lib/revisions/review'
import { createRecord, saveRecord } from '@/lib/revisions/save'
import { writeBlockingPoints } from '@/lib/revisions/settings'
import { archiveRows } from '@/lib/testing/archive-rows'
import { contentOf, draft } from '@/lib/testing/desk-records'
import { changeInBulk } from './carry-out'
import { actsOf, type BulkAct, type BulkChange } from './change'
import { planBulk } from './plan'
import { undoBulk } from './undo'

const by = { id: crypto.randomUUID() }
const lives = ['draft', 'sent', 'published', 'changed', 'withdrawn'] as const
type Life = (typeof lives)[number]

async function live(noun: Noun, life: Life, raw: object): Promise<string> {
  const { id, lock } = await createRecord(noun, contentOf(noun, raw), by)
  if (life === 'sent') await sendForReview({ id, lock, by })
  if (life === 'draft' || life === 'sent') return id
  const published = await publishRecord({ id, lock, by })
  if (published.kind !== 'published') throw new Error(JSON.stringify(published))
  if (life === 'withdrawn') await withdrawRecord({ id, lock: null, by, reasons: { en: 'No more' } })
  if (life === 'changed') {
    const { content } = await db.record.findUniqueOrThrow({ where: { id } })
    await saveRecord({
      id,
      lock: published.lock,
      content: contentOf(noun, { ...(content as Content), topics: [] }),
      by,
    })
  }
  return id
}

const place = (name: string) => ({ id: crypto.randomUUID(), texts: { en: { name } } })
let topics: string[] = []
let editions: string[] = []
const room = place('Hall')
const track = place('Track')
let person = ''

beforeAll(async () => {
  await writeBlockingPoints({ statement: [], session: [] }, by)
  topics = [
    await live('topic', 'published', { texts: { en: { name: 'One' } } }),
    (await draft('topic', { texts: { en: { name: 'Two' } } })).id,
  ]
  person = (await draft('person', { texts: { en: { name: 'Somebody Draft' } } })).id
  const forum = await live('forum', 'published', { texts: { en: { name: 'Forum' } } })
  const edition = (year: number, more: object) =>
    live('edition', 'published', { forum, year, timeZone: 'UTC', texts: {}, ...more })
  editions = [await edition(2000, { rooms: [room], tracks: [track] }), await edition(2001, {})]
})

const valueFor: Record<BulkAct, (n: number) => string | null> = {
  ...{ addTopic: (n) => topics[n] ?? null, removeTopic: (n) => topics[n] ?? null, edition: (n) => editions[n] ?? null },
  ...{ track: (n) => (n ? track.id : null), room: (n) => (n ? room.id : null) },
  ...{ format: () => 'keynote', language: () => 'kk', submit: () => null, publish: () => null, bin: () => null },
  withdraw: () => 'They were wrong',
}

const session = fc.record({
  life: fc.constantFrom(...lives),
  edition: fc.nat({ max: 1 }),
  topics: fc.uniqueArray(fc.nat({ max: 1 })),
  isPlaced: fc.boolean(),
  speaks: fc.boolean(),
  statement: fc.option(fc.constantFrom(...lives)),
})

test('a change of many and its undoing leave every row as it was', async () => {
  const kinds = new Map<string, number>()
  const made = fc.record({ sessions: fc.array(session, { minLength: 1, maxLength: 4 }), n: fc.nat({ max: 1 }) })
  const nouns = ['session', 'statement', 'person'] as const
  const what = fc.constantFrom(...nouns.flatMap((noun) => actsOf(noun).map((act) => ({ noun, act }))))
  await fc.assert(
    fc.asyncProperty(made, fc.array(what, { minLength: 3, maxLength: 3 }), async ({ sessions, n }, changes) => {
      for (const { life, edition, topics: its, isPlaced, speaks, statement } of sessions) {
        const of = { edition: editions[edition], topics: its.map((each) => topics[each]) }
        const row = { id: crypto.randomUUID(), person }
        const placed = isPlaced && edition === 0 ? { room: room.id, track: track.id } : {}
        const raw = { ...of, ...placed, texts: { en: { title: 'Session' } }, appearances: speaks ? [row] : [] }
        const id = await live('session', life, raw)
        const isPublic = life === 'published' || life === 'changed' || life === 'withdrawn'
        if (statement && (isPublic || statement === 'draft' || statement === 'sent'))
          await live('statement', statement, {
            ...of,
            session: id,
            appearance: speaks ? row.id : null,
            texts: { en: { text: 'Said.' } },
          })
      }
      for (const { noun, act } of changes) {
        const change: BulkChange = { act, value: valueFor[act](n) }
        const selection = { filters: readListFilters({}) }
        const before = await archiveRows(db)
        const { seen } = await planBulk(noun, selection, change)
        const outcome = await changeInBulk({ noun, selection, change, seen, locale: 'en', by })
        kinds.set(outcome.kind, (kinds.get(outcome.kind) ?? 0) + 1)
        if (outcome.kind === 'changed') {
          expect(await undoBulk({ batchId: outcome.batchId, by })).toEqual({ kind: 'undone', left: [] })
          expect(await undoBulk({ batchId: outcome.batchId, by })).toEqual({ kind: 'alreadyUndone' })
        }
        expect({ act, noun, rows: await archiveRows(db) }).toEqual({ act, noun, rows: before })
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 5), endOnFailure: true },
  )
  expect(kinds.get('changed')).toBeGreaterThan(4)
}, 300_000)

test('records edited since are left and told; what was changed since it was looked at is not changed at all', async () => {
  const raw = (title: string) => ({ edition: editions[0], texts: { en: { title } } })
  const [one, other] = [await draft('session', raw('Undo me')), await draft('session', raw('Edited since'))]
  const selection = { ids: [one.id, other.id] }
  const change: BulkChange = { act: 'format', value: 'keynote' }
  const { seen, records } = await planBulk('session', selection, change)
  expect(records.map(({ content }) => content.format)).toEqual(['keynote', 'keynote'])
  const outcome = await changeInBulk({ noun: 'session', selection, change, seen, locale: 'en', by })
  if (outcome.kind !== 'changed') throw new Error(outcome.kind)
  const stale = await changeInBulk({ noun: 'session', selection, change, seen, locale: 'en', by })
  expect(stale).toEqual({ kind: 'changedSince' })
  const { lock, content } = await db.record.findUniqueOrThrow({ where: { id: other.id } })
  await saveRecord({ id: other.id, lock, by, content: { ...(content as Content), isCancelled: true } })
  expect(await undoBulk({ batchId: outcome.batchId, by })).toEqual({
    ...{ kind: 'undone', left: [{ recordId: other.id, fields: [], why: 'changed' }] },
  })
  const formats = await db.record.findMany({ where: { id: { in: selection.ids } }, orderBy: { id: 'asc' } })
  expect(formats.map((record) => (record.content as Content).format)).toEqual(['other', 'keynote'])
})
