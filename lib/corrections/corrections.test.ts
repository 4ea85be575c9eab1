import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { publishRecord, withdrawRecord } from '@/lib/revisions/publish'
import { draft } from '@/lib/testing/desk-records'
import { answerSchema } from './answer-schema'
import { answerReport, fileReport, MOST } from './mutations'
import { getReport, listReports } from './queries'
import { reportErrors, reportSchema } from './schema'
import { isBelievable, LEAST_SECONDS, shownNow } from './shown-at'

const by = { id: randomUUID() }
let topic: { id: string; version: number }

const said = (wrong = 'The year is wrong') => ({ wrong, right: null, evidence: null, email: 'reader@example.org' })
const from = (address: string, isCountedOnly = false) => ({ address, isCountedOnly })
const file = (address: string, more: object = {}) =>
  fileReport({ ...said(), record: topic.id, version: topic.version, locale: 'en', ...more }, from(address))

beforeAll(async () => {
  const { id, lock } = await draft('topic', { texts: { en: { name: 'Water' } } })
  const published = await publishRecord({ id, lock, by })
  if (published.kind !== 'published') throw new Error(published.kind)
  topic = { id, version: published.version }
})

describe('what a reader sends', () => {
  const sent = { wrong: 'The year is wrong', right: '', evidence: '', email: '' }
  const wrongOf = (more: object) => reportErrors(reportSchema.safeParse({ ...sent, ...more }).error ?? never())
  const never = () => {
    throw new Error('it was taken')
  }
  test('is taken with what is needed alone, empty fields as nothing', () => {
    expect(reportSchema.parse(sent)).toEqual({ wrong: sent.wrong, right: null, evidence: null, email: null })
    expect(reportSchema.parse({ ...sent, email: ' Reader@Example.org ' }).email).toBe('reader@example.org')
  })
  test('is refused by field', () => {
    expect(wrongOf({ wrong: '  ' })).toEqual({ wrong: 'wrongMissing' })
    expect(wrongOf({ wrong: 'x'.repeat(4001) })).toEqual({ wrong: 'tooLong' })
    expect(wrongOf({ right: 'a\u202eb' })).toEqual({ right: 'hidden' })
    expect(wrongOf({ email: 'nobody' })).toEqual({ email: 'notAnEmail' })
    const link = 'see https://example.org '
    expect(wrongOf({ right: link, evidence: link.repeat(3) })).toEqual({ evidence: 'tooManyLinks' })
    expect(reportSchema.safeParse({ ...sent, evidence: link.repeat(3) }).success).toBe(true)
  })
  test('must have been typed, by somebody who was shown the form', () => {
    const now = Date.now()
    const shown = shownNow(now)
    const later = (seconds: number) => isBelievable(shown, now + seconds * 1000)
    expect([later(0), later(LEAST_SECONDS), later(3600), later(25 * 3600)]).toEqual([false, true, true, false])
    expect(isBelievable(shown.replace(/^\d/, '1').replace(/.$/, 'x'), now + 10_000)).toBe(false)
    for (const made of ['', '.', 'x', `${now - 60_000}.`, `${now - 60_000}`])
      expect(isBelievable(made, now)).toBe(false)
  })
})

test('an address has so many reports an hour, sent at once or one after another', async () => {
  const outcomes = await Promise.all(Array.from({ length: MOST.ofAddressInHour + 3 }, () => file('192.0.2.1')))
  expect(outcomes.filter((each) => each === 'filed')).toHaveLength(MOST.ofAddressInHour)
  expect(await file('192.0.2.1')).toBe('tooMany')
  expect(await file('192.0.2.2')).toBe('filed')
  await db.$executeRaw`UPDATE correction_attempt SET at = at - interval '2 hours' WHERE address = '192.0.2.1'`
  expect(await file('192.0.2.1')).toBe('filed')
})

test('all together have so many an hour', async () => {
  await db.$executeRaw`INSERT INTO correction_attempt (address) SELECT 'other ' || n FROM generate_series(1, ${MOST.inHour}) n`
  expect(await file('192.0.2.9')).toBe('tooMany')
  await db.$executeRaw`DELETE FROM correction_attempt`
})

test('what a program sends is counted and thrown away', async () => {
  const before = await db.correction.count()
  const report = { ...said('Buy pills'), record: topic.id, version: topic.version, locale: 'en' as const }
  expect(await fileReport(report, from('192.0.2.3', true))).toBe('filed')
  expect(await db.correction.count()).toBe(before)
  expect(await db.correctionAttempt.count({ where: { address: '192.0.2.3' } })).toBe(1)
})

test('only what was published can be reported', async () => {
  expect(await file('192.0.2.4', { version: topic.version + 1 })).toBe('notPublic')
  expect(await file('192.0.2.4', { record: randomUUID() })).toBe('notPublic')
  const other = await draft('topic', { texts: { en: { name: 'Fire' } } })
  expect(await file('192.0.2.4', { record: other.id, version: 1 })).toBe('notPublic')
  const published = await publishRecord({ id: other.id, lock: other.lock, by })
  if (published.kind !== 'published') throw new Error(published.kind)
  expect(await file('192.0.2.4', { record: other.id, version: published.version })).toBe('filed')
  await withdrawRecord({ id: other.id, lock: published.lock, by, reasons: { en: 'No' } })
  expect(await file('192.0.2.5', { record: other.id, version: published.version })).toBe('notPublic')
})

describe('an answer', () => {
  const answerOf = (more: object) =>
    answerSchema.safeParse({
      decision: 'accepted',
      original: 'ru',
      texts: { en: { answer: 'Corrected' }, kk: { answer: '' }, ru: { answer: 'Исправлено' } },
      ...more,
    })
  test('says in which language it was written, and what a machine made', () => {
    const texts = {
      en: { answer: 'Corrected', machine: 'on' },
      kk: { answer: '' },
      ru: { answer: 'Исправлено', machine: 'on' },
    }
    expect(answerOf({ texts }).data?.texts).toEqual([
      { language: 'en', answer: 'Corrected', translator: null, status: 'machine' },
      { language: 'ru', answer: 'Исправлено', translator: null, status: 'original' },
    ])
  })
  test('is needed unless the report is thrown away', () => {
    const texts = { en: { answer: ' ' }, kk: { answer: '' }, ru: { answer: '' } }
    expect(answerOf({ texts }).error?.issues[0]?.message).toBe('answerMissing')
    expect(answerOf({ texts, decision: 'discarded' }).data).toEqual({ state: 'discarded', texts: [] })
  })
  test('is given once, and with it goes who reported', async () => {
    await file('192.0.2.6', { wrong: 'This one is answered' })
    const report = await db.correction.findFirstOrThrow({ where: { wrong: 'This one is answered' } })
    const { texts } = answerOf({}).data ?? { texts: [] }
    const answers = await Promise.all(
      (['accepted', 'declined'] as const).map((state) => answerReport({ id: report.id, by, state, texts })),
    )
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['answered', 'answeredBefore'])
    expect(answers.find(({ kind }) => kind === 'answered')).toMatchObject({ email: 'reader@example.org' })
    expect(await getReport(report.id)).toMatchObject({ email: null, texts: [{ language: 'en' }, { language: 'ru' }] })
    await expect(
      db.correction.update({ where: { id: report.id }, data: { email: 'again@example.org' } }),
    ).rejects.toThrow(/correction_email_check/)
    const noted = await db.auditEntry.findMany({ where: { act: { startsWith: 'correction.' } } })
    expect(noted).toEqual([expect.objectContaining({ recordId: topic.id, noun: 'topic', actorId: by.id })])
    expect(JSON.stringify(noted.map(({ detail }) => detail))).not.toContain('example.org')
  })
})

test('the queue has what waits the longest first, and narrows by noun', async () => {
  const open = await listReports({ state: 'open', noun: 'topic' }, 1, 'en')
  expect(open.total).toBeGreaterThan(5)
  expect(open.items.map(({ createdAt }) => createdAt.getTime())).toEqual(
    open.items.map(({ createdAt }) => createdAt.getTime()).sort((a, b) => a - b),
  )
  expect((await listReports({ state: 'open', noun: 'person' }, 1, 'en')).total).toBe(0)
})
