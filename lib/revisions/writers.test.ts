import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { contentOf, draft, person } from '@/lib/testing/desk-records'
import type { MergePlace } from './merge-three-ways'
import { pathName } from './merge-three-ways'
import type { Content } from './registry'
import { saveRecord } from './save'
import { type Decided, type MergeOutcome, saveMerging } from './save-merging'

const WRITERS = 20
const RECORDS = 10
const SAVES = 1000

/** Each save writes a word that no other writes: what became of it can be followed through the history. */
const wordsIn = (content: unknown) => new Set(JSON.stringify(content).match(/w\d+x\d+/g) ?? [])

const fields = [
  ['en', 'name'],
  ['en', 'definition'],
  ['kk', 'name'],
  ['ru', 'definition'],
] as const

type Acknowledged = { record: string; version: number; word: string; seen: Set<string> }

const choices = (conflicts: MergePlace[]) =>
  Object.fromEntries(
    conflicts.map(({ path }) => [pathName(path), path.at(-1) === 'definition' ? 'both' : 'mine'] as const),
  )

/** One change, as an editor makes it: look, write, and where somebody was first see theirs and decide. */
async function write(id: string, by: { id: string }, word: string, n: number): Promise<Acknowledged> {
  const { content, lock } = await db.record.findUniqueOrThrow({ where: { id }, select: { content: true, lock: true } })
  const seen = wordsIn(content)
  await pause(n % 7)
  const [language, field] = fields[n % fields.length] ?? fields[0]
  const texts = (content as Content).texts as Record<string, object>
  const mine = contentOf('topic', {
    ...(content as Content),
    texts: { ...texts, [language]: { ...texts[language], [field]: word } },
  })
  const save = { id, lock, content: mine, by }
  let decided: Decided | null = null
  for (;;) {
    const outcome: MergeOutcome = await saveMerging(save, { decided, mayTake: true })
    if (outcome.kind === 'saved') return { record: id, version: outcome.version, word, seen }
    if (outcome.kind !== 'stale') throw new Error(outcome.kind)
    for (const { theirs } of outcome.merge.conflicts) for (const each of wordsIn(theirs)) seen.add(each)
    decided = { against: outcome.current.lock, choices: choices(outcome.merge.conflicts) }
  }
}

test(`${WRITERS} writers save the same ${RECORDS} records ${SAVES} times: nothing acknowledged is lost or written over unseen`, async () => {
  const writers = await Promise.all(Array.from({ length: WRITERS }, (_, n) => person(db, `Writer ${n}`)))
  const records: string[] = []
  for (let n = 0; n < RECORDS; n++) records.push((await draft('topic', { texts: { en: { name: `Topic ${n}` } } })).id)
  const acknowledged = (
    await Promise.all(
      writers.map(async (by, writer) => {
        const own: Acknowledged[] = []
        for (let n = 0; n < SAVES / WRITERS; n++) {
          const record = records[(writer * 7 + n * 3) % RECORDS] ?? ''
          own.push(await write(record, by, `w${writer}x${n}`, writer + n))
        }
        return own
      }),
    )
  ).flat()
  expect(acknowledged).toHaveLength(SAVES)

  let merged = 0
  for (const id of records) {
    const revisions = await db.revision.findMany({ where: { recordId: id }, orderBy: { version: 'asc' } })
    expect(revisions.map(({ version }) => version)).toEqual(revisions.map((_, at) => at + 1))
    const own = new Map(acknowledged.filter(({ record }) => record === id).map((each) => [each.version, each]))
    expect(own.size).toBe(revisions.length - 1)
    merged += revisions.filter(({ act }) => act === 'merge').length
    for (const [at, revision] of revisions.entries()) {
      if (at === 0) continue
      const by = own.get(revision.version)
      const [before, now] = [wordsIn(revisions[at - 1]?.content), wordsIn(revision.content)]
      expect(now).toContain(by?.word)
      // What is no longer there was seen by whoever took it away.
      for (const word of before) if (!now.has(word)) expect(by?.seen).toContain(word)
    }
    expect((await db.record.findUnique({ where: { id } }))?.content).toEqual(revisions.at(-1)?.content)
  }
  expect(merged).toBeGreaterThan(0)
}, 300_000)

const PAIRS = 1000
/** So many pairs at a time, each at a record of its own. */
const AT_ONCE = 5

test(`of ${PAIRS} simultaneous pairs exactly one wins, and the other is told`, async () => {
  const by = await person(db, 'One of two')
  const made = []
  for (let n = 0; n < AT_ONCE; n++) made.push(await draft('topic', { texts: { en: { name: 'Pair' } } }))
  const kinds = await Promise.all(
    made.map(async ({ id, lock: first }) => {
      let lock = first
      const ends: string[] = []
      for (let n = 0; n < PAIRS / AT_ONCE; n++) {
        const save = (who: string) =>
          saveRecord({ id, lock, content: contentOf('topic', { texts: { en: { name: `${who} ${n}` } } }), by })
        const pair = await Promise.all([save('this'), save('that')])
        ends.push(
          pair
            .map(({ kind }) => kind)
            .sort()
            .join(),
        )
        const winner = pair.find(({ kind }) => kind === 'saved')
        const loser = pair.find(({ kind }) => kind === 'stale')
        if (winner?.kind !== 'saved' || loser?.kind !== 'stale') break
        expect(loser.current.lock).toBe(winner.lock)
        lock = winner.lock
      }
      return ends
    }),
  )
  expect(kinds.flat()).toEqual(Array.from({ length: PAIRS }, () => 'saved,stale'))
  expect(await db.revision.count({ where: { recordId: { in: made.map(({ id }) => id) } } })).toBe(PAIRS + AT_ONCE)
}, 300_000)
