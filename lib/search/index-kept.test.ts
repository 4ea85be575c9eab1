import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import {
  publishedEdition,
  publishedOrganisation,
  publishedPerson,
  publishedSession,
  publishedStatement,
  publishedTopic,
} from '@/lib/published'
import { fillArchive } from '@/lib/testing/factory'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import type { Prisma } from '@/prisma/client/client'

const EDITS = 1000

type Transaction = Prisma.TransactionClient

/** The same sequence of edits in every run (mulberry32); on which records falls out of their random ids. */
function random(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const next = random(7)
const upTo = (n: number) => Math.floor(next() * n)
const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T
const some = (n: number) => Array.from({ length: n }, () => pick(words)).join(' ')
const words =
  'water Trust peace-keeping Тоқаев Казахстан державалардың O’Brien reform Polarisation colour 2025 энергия су **bold** [link](https://x.org) the'.split(
    ' ',
  )

const ids = async (table: { findMany: (args: object) => Promise<{ id: string }[]> }) =>
  (await table.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id)

const state = () => {
  const at = new Date('2026-01-02')
  return pick([
    { state: 'published', publishedAt: at, withdrawnAt: null },
    { state: 'published', publishedAt: at, withdrawnAt: null },
    { state: 'published', publishedAt: at, withdrawnAt: null },
    { state: 'draft', withdrawnAt: null },
    { state: 'in_review', withdrawnAt: null },
    { state: 'withdrawn', withdrawnAt: at },
  ] as const)
}
const language = () => pick(['en', 'kk', 'ru'])
const human = { status: 'human' } as const

type Edit = (tx: Transaction) => Promise<unknown>

/** Everything an editor can do to what the index shows, each on a record picked at random. */
const edits: Edit[] = [
  async (tx) => tx.session.update({ where: { id: pick(await ids(tx.session)) }, data: state() }),
  async (tx) => tx.statement.update({ where: { id: pick(await ids(tx.statement)) }, data: state() }),
  async (tx) => tx.person.update({ where: { id: pick(await ids(tx.person)) }, data: state() }),
  async (tx) => tx.organisation.update({ where: { id: pick(await ids(tx.organisation)) }, data: state() }),
  async (tx) => tx.topic.update({ where: { id: pick(await ids(tx.topic)) }, data: state() }),
  async (tx) => next() < 0.3 && tx.edition.update({ where: { id: pick(await ids(tx.edition)) }, data: state() }),
  async (tx) => next() < 0.2 && tx.forum.update({ where: { id: pick(await ids(tx.forum)) }, data: state() }),
  async (tx) => {
    const sessionId = pick(await ids(tx.session))
    const data = { title: some(4), abstract: pick([null, some(12), `${some(9)}\n\n${some(7)}`]) }
    const where = { sessionId_language: { sessionId, language: language() } }
    return tx.sessionText.upsert({ where, update: data, create: { ...where.sessionId_language, ...human, ...data } })
  },
  async (tx) => tx.sessionText.deleteMany({ where: { sessionId: pick(await ids(tx.session)), status: 'human' } }),
  async (tx) => {
    const where = { personId_language: { personId: pick(await ids(tx.person)), language: language() } }
    const data = { name: some(2), sortName: some(2), biography: pick([null, some(20)]) }
    return tx.personText.upsert({ where, update: data, create: { ...where.personId_language, ...human, ...data } })
  },
  async (tx) =>
    tx.personName.createMany({
      data: [{ personId: pick(await ids(tx.person)), name: some(2), kind: 'spelling' }],
      skipDuplicates: true,
    }),
  async (tx) => tx.personName.deleteMany({ where: { personId: pick(await ids(tx.person)) } }),
  async (tx) => {
    const organisationId = pick(await ids(tx.organisation))
    return tx.organisationText.updateMany({
      where: { organisationId },
      data: { name: some(3), shortName: pick([null, 'ABC']) },
    })
  },
  async (tx) =>
    tx.topicText.updateMany({
      where: { topicId: pick(await ids(tx.topic)) },
      data: { name: some(2), definition: some(9) },
    }),
  async (tx) =>
    tx.topicSynonym.createMany({
      data: [{ topicId: pick(await ids(tx.topic)), language: language(), label: some(2) }],
      skipDuplicates: true,
    }),
  async (tx) => tx.topicSynonym.deleteMany({ where: { topicId: pick(await ids(tx.topic)) } }),
  async (tx) =>
    tx.sessionTopic.createMany({
      data: [{ sessionId: pick(await ids(tx.session)), topicId: pick(await ids(tx.topic)) }],
      skipDuplicates: true,
    }),
  async (tx) => tx.sessionTopic.deleteMany({ where: { sessionId: pick(await ids(tx.session)) } }),
  async (tx) =>
    tx.statementTopic.createMany({
      data: [{ statementId: pick(await ids(tx.statement)), topicId: pick(await ids(tx.topic)) }],
      skipDuplicates: true,
    }),
  async (tx) =>
    tx.appearance.createMany({
      data: [
        {
          sessionId: pick(await ids(tx.session)),
          personId: pick(await ids(tx.person)),
          role: 'chair',
          countryCode: pick(['KZ', 'FR', null]),
          nameAsPrinted: some(2),
        },
      ],
      skipDuplicates: true,
    }),
  async (tx) => tx.appearance.deleteMany({ where: { id: pick(await ids(tx.appearance)), statements: { none: {} } } }),
  async (tx) =>
    tx.appearance.update({
      where: { id: pick(await ids(tx.appearance)) },
      data: { organisationId: pick(await ids(tx.organisation)), countryCode: pick(['KZ', 'DE']) },
    }),
  async (tx) =>
    tx.appearanceText.updateMany({
      where: { appearanceId: pick(await ids(tx.appearance)) },
      data: { positionHeld: some(2) },
    }),
  async (tx) => {
    const edition = pick(await ids(tx.edition))
    return (
      next() < 0.4 &&
      tx.editionText.updateMany({
        where: { editionId: edition },
        data: { title: pick([null, some(3)]), city: some(1) },
      })
    )
  },
  async (tx) =>
    next() < 0.3 && tx.edition.update({ where: { id: pick(await ids(tx.edition)) }, data: { year: 1990 + upTo(30) } }),
  async (tx) =>
    next() < 0.3 && tx.forumText.updateMany({ where: { forumId: pick(await ids(tx.forum)) }, data: { name: some(3) } }),
  async (tx) =>
    next() < 0.5 &&
    tx.programmeDay.update({
      where: { id: pick(await ids(tx.programmeDay)) },
      data: { date: new Date(Date.UTC(1950 + upTo(90), upTo(12), 1 + upTo(28))) },
    }),
  async (tx) =>
    tx.statementText.updateMany({ where: { statementId: pick(await ids(tx.statement)) }, data: { text: some(15) } }),
  async (tx) => tx.statement.delete({ where: { id: pick(await ids(tx.statement)) } }),
  async (tx) => {
    const appearance = pick(await tx.appearance.findMany({ include: { session: true }, orderBy: { id: 'asc' } }))
    const publicId = `e${String(upTo(9_999_999)).padStart(7, '0')}`
    return tx.statement.create({
      data: {
        ...{
          publicId,
          editionId: appearance.session.editionId,
          sessionId: appearance.sessionId,
          appearanceId: appearance.id,
        },
        ...{ form: 'transcript', kind: 'report', ...state() },
        texts: { create: { language: language(), status: 'original', text: `${some(20)}\n\n${some(400)}` } },
      },
    })
  },
  async (tx) => tx.session.deleteMany({ where: { id: pick(await ids(tx.session)), statements: { none: {} } } }),
  async (tx) =>
    tx.editionOrganisation.createMany({
      data: [
        { editionId: pick(await ids(tx.edition)), organisationId: pick(await ids(tx.organisation)), role: 'partner' },
      ],
      skipDuplicates: true,
    }),
  async (tx) => tx.editionOrganisation.deleteMany({ where: { organisationId: pick(await ids(tx.organisation)) } }),
]

beforeAll(async () => {
  await startFromSeed()
  await fillArchive(db, {
    forums: 2,
    editions: 4,
    sessions: 24,
    people: 15,
    organisations: 6,
    topics: 5,
    speakers: 2,
    statements: 1,
  })
})

/** What search:check would say. */
async function differences() {
  const rows = await db.$queryRaw<{ difference: string }[]>`
    SELECT d AS difference FROM (SELECT kind, array_agg(id) AS ids FROM search_public GROUP BY kind) p, search_differences(p.kind, p.ids) d
    UNION ALL SELECT search_total_differences()`
  return rows.map(({ difference }) => difference)
}

test('the index is what a rebuild would make it, after a thousand edits of every kind', {
  timeout: 170_000,
}, async () => {
  expect(await differences()).toEqual([])
  let done = 0
  while (done < EDITS) {
    const batch = Array.from({ length: pick([1, 1, 1, 2, 4]) }, () => pick(edits))
    const isUndone = next() < 0.1
    const transaction = db.$transaction(async (tx) => {
      for (const edit of batch) await edit(tx)
      if (isUndone) throw new Error('undone')
    })
    if (isUndone) await expect(transaction).rejects.toThrow('undone')
    else await transaction
    done += batch.length
    if (done % 100 < batch.length) expect(await differences()).toEqual([])
  }
  expect(await differences()).toEqual([])
  // Every search reads what is not in its place yet.
  const [waiting] = await db.$queryRaw<[{ pages: number }]>`
    SELECT gin_clean_pending_list('search_document_match_idx')::int AS pages`
  expect(waiting.pages).toBe(0)
})

test('in it is exactly what lib/published lets through', async () => {
  const indexed = await db.searchDocument.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  const select = { select: { id: true } }
  const published = await Promise.all([
    db.session.findMany({ where: publishedSession, ...select }),
    db.statement.findMany({ where: publishedStatement, ...select }),
    db.person.findMany({ where: publishedPerson, ...select }),
    db.organisation.findMany({ where: publishedOrganisation, ...select }),
    db.topic.findMany({ where: publishedTopic, ...select }),
    db.edition.findMany({ where: publishedEdition, ...select }),
  ])
  const expected = published.flat().map(({ id }) => id)
  expect(indexed.length).toBeGreaterThan(15)
  expect(indexed.map(({ id }) => id)).toEqual(expected.sort())
})

test('one of hundreds who speak in a session finds it', async () => {
  const [sessionId] = (await db.session.findMany({ where: publishedSession, select: { id: true }, take: 1 })).map(
    ({ id }) => id,
  )
  const people = Array.from({ length: 400 }, (_, n) => ({ id: randomUUID(), slug: `one-of-many-${n}` }))
  const names = people.map(({ id }, n) => ({
    personId: id,
    language: 'en',
    ...human,
    name: `Qvarnström Zaphodsson${n}`,
    sortName: `${n}`,
  }))
  await db.person.createMany({
    data: people.map((person) => ({ ...person, state: 'published', publishedAt: new Date(0) })),
  })
  await db.personText.createMany({ data: names })
  await db.appearance.createMany({
    data: people.map(({ id }, position) => ({
      sessionId: sessionId as string,
      personId: id,
      role: 'speaker',
      position,
    })),
  })
  const [found] = await db.$queryRaw<{ id: string; size: number }[]>`
    SELECT id, pg_column_size(top) AS size FROM search_document WHERE kind = 'session' AND match @@ 'zaphodsson399'::tsquery`
  expect(found).toMatchObject({ id: sessionId, size: expect.any(Number) })
  expect(found?.size).toBeLessThan(6001)
  expect(await differences()).toEqual([])
})

test('words of drafts are nowhere in it', async () => {
  const [session] = await ids(db.session)
  const text = { sessionId: session as string, language: 'de', status: 'human' as const, title: 'Zzyzx unerhoert' }
  await db.session.update({ where: { id: session }, data: { state: 'draft', withdrawnAt: null } })
  await db.sessionText.create({ data: text })
  expect(await db.searchWord.findMany({ where: { word: { in: ['zzyzx', 'unerhoert'] } } })).toEqual([])
  expect(await db.searchDocument.findUnique({ where: { id: session } })).toBeNull()
})
