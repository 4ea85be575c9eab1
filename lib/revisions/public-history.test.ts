import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerReport, fileReport } from '@/lib/corrections/mutations'
import { db } from '@/lib/db'
import { i18n } from '@/lib/i18n/translator'
import { correctionsAsAtom } from '@/lib/interchange/corrections-atom'
import { citedVersion } from '@/lib/statements/cited-version'
import { getStatement } from '@/lib/statements/queries'
import { contentOf, draft } from '@/lib/testing/desk-records'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { adoptRows } from './adopt'
import type { Noun } from './nouns'
import { listCorrections, listPublicHistory } from './public-history'
import { publicNames } from './public-names'
import { currentPublication, isPublishedVersion } from './publications'
import { publishRecord, withdrawRecord } from './publish'
import { redactVersion } from './redact'
import { saveRecord } from './save'

const by = { id: randomUUID(), name: 'Aigerim Test' }
const lockOf = async (id: string) => (await db.record.findUniqueOrThrow({ where: { id } })).lock
const save = async (noun: Noun, id: string, raw: object) => {
  const outcome = await saveRecord({ id, lock: await lockOf(id), content: contentOf(noun, raw), by })
  if (outcome.kind !== 'saved') throw new Error(outcome.kind)
  return outcome.version
}
const publish = async (id: string) => {
  const outcome = await publishRecord({ id, lock: null, by })
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.version
}
const history = async (id: string) => (await listPublicHistory(id, 1, 'en')).items

/** A statement of the seed's first edition, with its source. */
let statement: { id: string; publicId: string }
let secret: { id: string }
const raw = (text: string, more: object = {}) => ({
  ...{
    edition: place.edition,
    form: 'quotation',
    texts: { en: { text, status: 'original' }, ru: { text: 'Слова', status: 'machine' } },
  },
  ...{ citations: [{ id: place.citation, source: place.source, locator: '3' }] },
  ...more,
})
const place = { edition: '', source: '', citation: randomUUID() }

beforeAll(async () => {
  await startFromSeed()
  await adoptRows()
  place.edition = (await db.edition.findFirstOrThrow({ where: { state: 'published', statements: { some: {} } } })).id
  place.source = (await db.source.findFirstOrThrow({ where: { state: 'published' } })).id
  secret = await draft('source', { texts: { en: { title: 'A source that nobody may see' } } })
  const made = await draft('statement', raw('We met in May of last year.'), by)
  const { publicId } = await db.record.findUniqueOrThrow({ where: { id: made.id } })
  statement = { id: made.id, publicId: publicId ?? '' }
})

describe('what was in the archive before the desk', () => {
  test('is published in its first version', async () => {
    const records = await db.record.findMany({ where: { state: 'published' }, select: { id: true } })
    expect(records.length).toBeGreaterThan(40)
    expect(await db.publication.count({ where: { act: 'publish', version: 1 } })).toBe(records.length)
    expect(await db.publication.count({ where: { isCorrection: true } })).toBe(0)
  })
})

test('a draft has no public history; each publication is noted, what is saved between is not', async () => {
  expect(await currentPublication(statement.id)).toBeNull()
  const first = await publish(statement.id)
  await save('statement', statement.id, raw('A word nobody may see yet.'))
  const second = await save('statement', statement.id, raw('We met in June of last year.', { form: 'paraphrase' }))
  expect(await isPublishedVersion(statement.id, second)).toBe(false)
  expect(await history(statement.id)).toMatchObject([{ kind: 'first', version: first, change: null }])
  expect(await publish(statement.id)).toBe(second)
  const [changed, ...before] = await history(statement.id)
  expect(before).toMatchObject([{ kind: 'first', version: first }])
  expect(changed).toMatchObject({
    ...{ kind: 'changed', version: second },
    change: { kinds: [{ field: 'form', was: 'quotation', is: 'paraphrase' }], fields: [], claims: [] },
  })
  const [words, ...more] = (changed?.kind === 'changed' && changed.change?.words) || []
  expect(more).toEqual([])
  expect(words?.pieces.filter(({ kind }) => kind !== 'kept')).toEqual([
    { kind: 'removed', text: 'May' },
    { kind: 'added', text: 'June' },
  ])
  expect(JSON.stringify(await history(statement.id))).not.toContain('nobody may see')
})

test('publishing the same again is no event; withdrawing and publishing again are two', async () => {
  const before = (await history(statement.id)).length
  await publish(statement.id)
  expect(await history(statement.id)).toHaveLength(before)
  await withdrawRecord({ id: statement.id, lock: null, by, reasons: { en: 'For a day' } })
  await publish(statement.id)
  expect((await history(statement.id)).slice(0, 2).map(({ kind }) => kind)).toEqual(['again', 'withdrawn'])
})

test('a claim is told where its source is public, and nothing of one that is not', async () => {
  const hidden = { source: secret.id, locator: 'page 99 of what nobody may see', claim: 'year' }
  await save(
    'statement',
    statement.id,
    raw('We met in June of last year.', {
      form: 'paraphrase',
      citations: [{ id: place.citation, source: place.source, locator: '4' }, hidden],
    }),
  )
  await publish(statement.id)
  const [event] = await history(statement.id)
  const claims = (event?.kind === 'changed' && event.change?.claims) || []
  expect(claims).toMatchObject([{ source: { id: place.source }, before: { locator: '3' }, after: { locator: '4' } }])
  expect(JSON.stringify(await history(statement.id))).not.toContain('nobody may see')
})

test('the archive’s corrections have changes of statements and claims, and answers, of what is public now', async () => {
  const topic = await draft('topic', { texts: { en: { name: 'Rivers' } } })
  await publish(topic.id)
  await save('topic', topic.id, { texts: { en: { name: 'Rivers and lakes' } } })
  const version = await publish(topic.id)
  const ids = async () => (await listCorrections(1, 'en')).items.map(({ recordId }) => recordId)
  expect(await ids()).not.toContain(topic.id)
  await save('topic', topic.id, {
    texts: { en: { name: 'Rivers and lakes' } },
    citations: [{ source: place.source, claim: 'name' }],
  })
  await publish(topic.id)
  expect((await ids())[0]).toBe(topic.id)

  const report = { wrong: 'Lakes are not meant', right: null, evidence: null, email: null, locale: 'en' as const }
  await fileReport({ ...report, record: topic.id, version }, { address: '192.0.2.1', isCountedOnly: false })
  const { id } = await db.correction.findFirstOrThrow({ where: { recordId: topic.id } })
  expect(await history(topic.id)).not.toContainEqual(expect.objectContaining({ kind: 'answer' }))
  const texts = [{ language: 'en', status: 'original' as const, translator: null, answer: 'Lakes are meant as well.' }]
  await answerReport({ id, by, state: 'declined', texts })
  const list = await listCorrections(1, 'ru')
  expect(list.items[0]).toMatchObject({
    kind: 'answer',
    state: 'declined',
    answer: { value: 'Lakes are meant as well.' },
  })
  expect(list.total).toBe(list.items.length)
  expect(JSON.stringify(list)).not.toContain('Lakes are not meant')
  const names = await publicNames(
    list.items.map(({ recordId }) => recordId),
    'en',
  )
  const feed = correctionsAsAtom(list.items, names, i18n('en'))
  expect(feed).toContain('<summary xml:lang="en">Lakes are meant as well.</summary>')
  expect(feed).toContain('Then: We met in May of last year.\nNow: We met in June of last year.')
  expect(feed.match(/<entry>/g)).toHaveLength(list.items.length)

  await withdrawRecord({ id: topic.id, lock: null, by, reasons: { en: 'No' } })
  expect(await ids()).not.toContain(topic.id)
  // Withdrawn above it, a statement goes too.
  await db.edition.update({ where: { id: place.edition }, data: { state: 'withdrawn', withdrawnAt: new Date() } })
  expect((await listCorrections(1, 'en')).total).toBe(0)
  await db.edition.update({ where: { id: place.edition }, data: { state: 'published', withdrawnAt: null } })
  expect((await listCorrections(1, 'en')).total).toBeGreaterThan(1)
})

test('names are those of what is public, not of what the desk makes of it', async () => {
  await save('statement', statement.id, raw('Not yet to be seen.'))
  const [name] = [...(await publicNames([statement.id, secret.id], 'en')).values()]
  expect(name).toMatchObject({ id: statement.id, name: { value: 'We met in June of last year.', language: 'en' } })
  expect((await publicNames([statement.id], 'ru')).get(statement.id)?.name).toMatchObject({ status: 'machine' })
  expect((await publicNames([secret.id], 'en')).size).toBe(0)
})

describe('a citation of a version', () => {
  const cited = async (version: number) => {
    const now = await getStatement(statement.id, 'en')
    if (!now) throw new Error('it is not public')
    return citedVersion(now, statement.id, version, 'en')
  }
  test('shows the words as they were cited and how they changed', async () => {
    const [first] = await db.publication.findMany({ where: { recordId: statement.id }, orderBy: { id: 'asc' } })
    const shown = await cited(first?.version ?? 0)
    expect(shown).toMatchObject({ kind: 'changed', form: 'quotation', text: { value: 'We met in May of last year.' } })
    const pieces = (shown && 'pieces' in shown && shown.pieces) || []
    expect(pieces.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('')).toBe(
      'We met in June of last year.',
    )
  })
  test('of what is public now says so; of what never was public there is nothing', async () => {
    const { publishedVersion, version } = await db.record.findUniqueOrThrow({ where: { id: statement.id } })
    expect(await cited(publishedVersion ?? 0)).toMatchObject({ kind: 'current' })
    expect(version).toBeGreaterThan(publishedVersion ?? 0)
    expect(await cited(version)).toBeNull()
    expect(await cited(version + 100)).toBeNull()
  })
})

describe('a redaction', () => {
  const reasons = { en: 'A court ordered it' }
  const redact = (version: number) => redactVersion({ id: statement.id, version, by, reasons })
  test('is refused for what is public, what is newest and what never was public', async () => {
    const { publishedVersion, version } = await db.record.findUniqueOrThrow({ where: { id: statement.id } })
    expect(await redact(publishedVersion ?? 0)).toBe('isCurrent')
    expect(await redact(version)).toBe('notPublished')
    expect(await redact(2)).toBe('notPublished')
  })
  test('leaves a marked gap in the history, in the revisions and at the address of the version', async () => {
    expect(await redact(1)).toBe('redacted')
    expect(await redact(1)).toBe('notPublished')
    const events = await history(statement.id)
    expect(events.at(-1)).toMatchObject({ kind: 'first', gap: { byName: 'Aigerim Test', reasons }, change: null })
    expect(events.at(-2)).toMatchObject({ kind: 'changed', gap: null, change: null })
    expect(JSON.stringify(events)).not.toContain('May')
    const revision = await db.revision.findUniqueOrThrow({
      where: { recordId_version: { recordId: statement.id, version: 1 } },
    })
    expect(revision.content).toEqual({})
    const now = await getStatement(statement.id, 'en')
    expect(now && (await citedVersion(now, statement.id, 1, 'en'))).toMatchObject({
      kind: 'redacted',
      gap: { reasons },
    })
    expect(await db.auditEntry.findFirst({ where: { act: 'record.redact' } })).toMatchObject({
      ...{ actorId: by.id, recordId: statement.id, version: 1 },
      detail: { reasons },
    })
    const feed = correctionsAsAtom(
      (await listCorrections(1, 'en')).items,
      await publicNames([statement.id], 'en'),
      i18n('en'),
    )
    expect(feed).not.toContain('May')
  })
  test('cannot be taken back or rewritten, and is the only way to empty a revision', async () => {
    const changes = [
      db.$executeRaw`UPDATE redaction SET reasons = '{"en": "other"}'`,
      db.$executeRaw`UPDATE publication SET version = 1`,
      db.$executeRaw`DELETE FROM publication`,
      db.$executeRaw`DELETE FROM redaction`,
      db.$executeRaw`DELETE FROM revision WHERE record_id = ${statement.id}::uuid AND version = 1`,
      db.$executeRaw`DELETE FROM record WHERE id = ${statement.id}::uuid`,
      db.$executeRaw`UPDATE revision SET content = '{"texts": {}}' WHERE record_id = ${statement.id}::uuid AND version = 1`,
      db.$executeRaw`UPDATE revision SET content = '{}' WHERE record_id = ${statement.id}::uuid AND version = 3`,
    ]
    for (const result of await Promise.allSettled(changes)) expect(result.status).toBe('rejected')
    // What never was public may go.
    const never = await draft('topic', { texts: { en: { name: 'Never' } } })
    await db.$executeRaw`DELETE FROM record WHERE id = ${never.id}::uuid`
  })
})
