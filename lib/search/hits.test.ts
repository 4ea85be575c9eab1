import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { closeSearch } from './pool'
import { readSearchRequest } from './request'
import { search } from './search'
import type { HitText, Marked, SearchHit } from './search-result'

beforeAll(startFromSeed)
afterAll(closeSearch)

const textOf = (runs: Marked) => runs.map(({ text }) => text).join('')
const marked = ({ runs }: HitText) => runs.map(({ text, isMark }) => (isMark ? `*${text}*` : text)).join('')
const titleOf = ({ title }: SearchHit) => textOf(title)
const find = (q: string, locale: Locale = 'en', more: Record<string, string> = {}) =>
  search(readSearchRequest({ q, ...more }), locale)

test('a person comes with the latest capacity, the sessions and the latest edition', async () => {
  const { hits } = await find('lincoln fletcher')
  const career = hits.find(({ kind }) => kind === 'person')?.career
  expect(career?.position && marked(career.position)).toBe('Senior fellow')
  expect(career?.organisation).toMatchObject({ path: '/organisations/fletcher-school-of-law-and-diplomacy' })
  expect(career?.organisation && marked(career.organisation)).toContain('*Fletcher*')
  expect(career?.sessions).toBe(1)
  expect(career?.latest?.path).toBe('/forums/astana-think-tank-forum/2025')
  expect(hits.filter(({ kind }) => kind !== 'person').every((hit) => hit.career === null)).toBe(true)
})

test('a person who appeared twice in a session appeared in one, and not in a session that is no longer public', async () => {
  const person = await db.person.findFirstOrThrow({
    where: { slug: 'joshua-lincoln' },
    select: { id: true, appearances: { select: { sessionId: true } } },
  })
  const sessionId = person.appearances[0]?.sessionId ?? ''
  await db.appearance.create({ data: { personId: person.id, sessionId, role: 'moderator', position: 9 } })
  const career = async () => (await find('lincoln', 'en', { kind: 'person' })).hits[0]?.career
  expect(await career()).toMatchObject({ sessions: 1 })
  await db.session.update({ where: { id: sessionId }, data: { state: 'draft', publishedAt: null } })
  expect(await career()).toBeNull()
  await db.session.update({ where: { id: sessionId }, data: { state: 'published', publishedAt: new Date() } })
  await db.appearance.deleteMany({ where: { personId: person.id, position: 9 } })
})

test('a statement comes with its session and edition', async () => {
  const [hit] = (await find('1945')).hits
  expect(hit?.session && textOf(hit.session.runs)).toBe('Renewal of international institutions')
  expect(hit?.session).toMatchObject({
    isTitleSupplied: true,
    path: '/forums/astana-think-tank-forum/2025/sessions/renewal-of-international-institutions',
  })
  expect(hit?.edition?.path).toBe('/forums/astana-think-tank-forum/2025')
})

describe('what a hit was found by, where its own texts do not show it', () => {
  test.each([
    ['multilateralism', 'en', 'session', 'Middle powers bridging divides', ['topic: *Multilateralism*']],
    [
      'middle powers trust',
      'en',
      'session',
      'Renewal of international institutions',
      ['topic: *Middle powers*', 'topic: *Trust* and dialogue'],
    ],
    [
      'fletcher',
      'en',
      'session',
      'Renewal of international institutions',
      ['organisation: The *Fletcher* School of Law and Diplomacy'],
    ],
    ['многосторонность', 'ru', 'session', 'Средние державы: мосты через разногласия', null],
    ['lincoln', 'en', 'session', 'Renewal of international institutions', []],
  ] as const)('%s', async (q, locale, kind, title, expected) => {
    const { hits } = await find(q, locale)
    const hit = hits.find((each) => each.kind === kind && (titleOf(each) === title || expected === null))
    expect(hit).toBeDefined()
    const through = hit?.through.map((each) => `${each.connection}: ${marked(each)}`) ?? []
    if (expected) expect(through).toEqual(expected)
    for (const { path, connection } of hit?.through ?? [])
      if (connection !== 'position') expect(path).toMatch(/^\/(topics|organisations|speakers|countries|forums)\//)
  })

  test('every hit of a search for one word shows that word', async () => {
    for (const q of [
      'multilateralism',
      'kazakhstan',
      'astana',
      'fletcher',
      'адвайзер',
      'советник',
      'корея',
      'BRICS',
      'сауда',
      'adviser',
    ]) {
      for (const locale of ['en', 'ru', 'kk'] as const) {
        for (const hit of (await find(q, locale)).hits) {
          const texts = [
            { runs: hit.title },
            ...[hit.passage, hit.edition, hit.session, ...hit.speakers, ...hit.through],
            ...[hit.career?.position, hit.career?.organisation, hit.career?.latest],
          ].flatMap((text) => text?.runs ?? [])
          expect([q, locale, titleOf(hit), texts.some(({ isMark }) => isMark)]).toEqual([q, locale, titleOf(hit), true])
        }
      }
    }
  })
})

describe('languages', () => {
  test('a passage has its own, and leads to the page in it', async () => {
    const { hits } = await find('биологической безопасности', 'en', { kind: 'session' })
    const passage = hits.find((hit) => hit.passage)?.passage
    expect(passage).toMatchObject({ language: 'ru', locale: 'ru' })
    expect(passage?.path).toMatch(/^\/forums\/.*#:~:text=/)
  })

  test('the label of a facet has its own, as names that exist in no other have', async () => {
    const session = await db.session.findFirstOrThrow({ where: { slug: 'water-security' }, select: { id: true } })
    const topic = await db.topic.create({
      data: {
        slug: 'arasuy',
        state: 'published',
        publishedAt: new Date(),
        texts: { create: { language: 'kk', status: 'original', name: 'Арасу' } },
        sessions: { create: { sessionId: session.id, position: 9 } },
      },
    })
    const { facets } = await find('water security')
    expect(facets.topic.find(({ value }) => value === 'arasuy')).toMatchObject({ label: 'Арасу', language: 'kk' })
    expect(new Set(facets.kind.map(({ language }) => language))).toEqual(new Set(['en']))
    await db.sessionTopic.deleteMany({ where: { topicId: topic.id } })
    await db.topic.delete({ where: { id: topic.id } })
  })
})

describe('as typed', () => {
  test('nothing is corrected, and the correction is offered', async () => {
    const corrected = await find('Kazakstan')
    expect(corrected).toMatchObject({ correction: { text: 'Kazakhstan', isApplied: true } })
    const typed = await find('Kazakstan', 'en', { spelling: 'typed' })
    expect(typed).toMatchObject({ total: 0, hits: [], correction: { text: 'Kazakhstan', isApplied: false } })
    expect(typed.request).toEqual({ ...corrected.request, isAsTyped: true })
  })

  test('what is spelled right is found as before, and a last word is no beginning', async () => {
    const [one, other] = await Promise.all([find('nuclear'), find('nuclear', 'en', { spelling: 'typed' })])
    expect(other.total).toBe(one.total)
    expect(other.correction).toBeNull()
    expect((await find('disar')).total).toBeGreaterThan(0)
    expect((await find('disar', 'en', { spelling: 'typed' })).total).toBe(0)
    expect((await find('disar*', 'en', { spelling: 'typed' })).total).toBeGreaterThan(0)
  })
})
