import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { publishedSession, publishedStatement } from '@/lib/published'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { adoptRows } from './adopt'
import { planEdition } from './edition-plan'
import type { Noun } from './nouns'
import { publishEdition } from './publish-edition'
import { registry } from './registry'
import { createRecord, saveRecord } from './save'

const by = { id: randomUUID() }
const parse = (noun: Noun, raw: object) => {
  const { content, errors } = registry[noun].parse(raw)
  if (errors) throw new Error(JSON.stringify(errors))
  return content
}
const make = (noun: Noun, raw: object) => createRecord(noun, parse(noun, raw), by)

/** A draft forum with a draft edition of some sessions, each with a draft speaker, source, topic and statement. */
async function draftEdition(year: number, sessions = 3) {
  const forum = await make('forum', { texts: { en: { name: `Forum of ${year}` } } })
  const [day, room] = [randomUUID(), randomUUID()]
  const edition = await make('edition', {
    ...{ forum: forum.id, year, timeZone: 'Asia/Almaty', startsOn: `${year}-10-15` },
    days: [{ id: day, number: 1, date: `${year}-10-15` }],
    rooms: [{ id: room, texts: { en: { name: 'Hall A' } } }],
  })
  const source = await make('source', { texts: { en: { title: `Programme of ${year}` } } })
  const made = []
  for (let n = 0; n < sessions; n++) {
    const person = await make('person', { texts: { en: { name: `Speaker ${n} of ${year}` } } })
    const topic = await make('topic', { texts: { en: { name: `Topic ${n} of ${year}` } } })
    const appearance = randomUUID()
    const session = await make('session', {
      ...{ edition: edition.id, day, room, topics: [topic.id], texts: { en: { title: `Session ${n}` } } },
      appearances: [{ id: appearance, person: person.id }],
      citations: [{ source: source.id }],
    })
    await make('statement', {
      ...{ edition: edition.id, session: session.id, appearance, texts: { en: { text: `Said in ${n}.` } } },
      citations: [{ source: source.id }],
    })
    made.push(session)
  }
  return { forum, edition, sessions: made }
}

beforeAll(async () => {
  await startFromSeed()
  await adoptRows()
})

const outcomeOf = async (id: string, withMentioned: boolean) => {
  const plan = await planEdition(id, withMentioned)
  return publishEdition({ id, withMentioned, seen: plan?.seen ?? '', by })
}

test('an edition goes out with all in it, and with what it mentions if asked for, in one transaction', async () => {
  const { edition, forum } = await draftEdition(2041)
  const plan = await planEdition(edition.id, true)
  const count = (noun: Noun) => plan?.records.filter((each) => each.noun === noun).length
  expect([count('forum'), count('edition'), count('session'), count('statement'), count('person')]).toEqual([
    1, 1, 3, 3, 3,
  ])
  expect(plan?.records.filter(({ missing }) => missing.length)).toEqual([])
  const { version } = await db.contentVersion.findFirstOrThrow()
  expect(await outcomeOf(edition.id, true)).toEqual({ kind: 'published', count: plan?.records.length })
  expect((await db.contentVersion.findFirstOrThrow()).version).toBe(version + 1n)
  expect(await db.session.count({ where: { ...publishedSession, editionId: edition.id } })).toBe(3)
  expect(await db.statement.count({ where: { ...publishedStatement, editionId: edition.id } })).toBe(3)
  expect(await db.auditEntry.count({ where: { act: 'record.publish', actorId: by.id } })).toBe(plan?.records.length)
  expect(await db.record.findUnique({ where: { id: forum.id } })).toMatchObject({ state: 'published' })
  expect(await outcomeOf(edition.id, true)).toEqual({ kind: 'nothing' })
})

test('what is missing is listed by record, and nothing goes out', async () => {
  const { edition, sessions } = await draftEdition(2042)
  const plan = await planEdition(edition.id, false)
  const blocked = plan?.records.filter(({ missing }) => missing.length) ?? []
  expect(blocked.map(({ noun, missing }) => [noun, missing.map(({ point }) => point)])).toEqual([
    ['edition', ['parent']],
  ])
  expect(await outcomeOf(edition.id, false)).toMatchObject({ kind: 'blocked', id: edition.id })
  // One of many fails late: the ones before it are taken back.
  const last = sessions.at(-1)
  await saveRecord({
    ...{ id: last?.id ?? '', lock: last?.lock ?? 0, by },
    content: parse('session', { edition: edition.id, slug: 'x', texts: { en: { abstract: 'No title' } } }),
  })
  expect(await outcomeOf(edition.id, true)).toMatchObject({ kind: 'blocked' })
  expect(await db.edition.count({ where: { id: edition.id } })).toBe(0)
  expect(await db.record.count({ where: { parentId: edition.id, state: { not: 'draft' } } })).toBe(0)
})

test('what changed since it was looked at is not published unseen', async () => {
  const { edition, sessions } = await draftEdition(2043)
  const plan = await planEdition(edition.id, true)
  const [session] = sessions
  const record = await db.record.findUniqueOrThrow({ where: { id: session?.id ?? '' } })
  await saveRecord({
    ...{ id: record.id, lock: record.lock, by },
    content: { ...(record.content as object), isCancelled: true },
  })
  expect(await publishEdition({ id: edition.id, withMentioned: true, seen: plan?.seen ?? '', by })).toEqual({
    kind: 'changed',
  })
})

test('a changed session of a published edition is all that goes out; a withdrawn one stays withdrawn', async () => {
  const { edition, sessions } = await draftEdition(2044)
  await outcomeOf(edition.id, true)
  const record = await db.record.findUniqueOrThrow({ where: { id: sessions[0]?.id ?? '' } })
  await saveRecord({
    ...{ id: record.id, lock: record.lock, by },
    content: { ...(record.content as object), isCancelled: true },
  })
  expect((await planEdition(edition.id, true))?.records.map(({ id }) => id)).toEqual([record.id])
  expect(await outcomeOf(edition.id, true)).toEqual({ kind: 'published', count: 1 })
})
