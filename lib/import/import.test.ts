import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { publishRecord } from '@/lib/revisions/publish'
import { saveRecord } from '@/lib/revisions/save'
import { archiveRows } from '@/lib/testing/archive-rows'
import { contentOf, draft } from '@/lib/testing/desk-records'
import { emptyTables } from '@/lib/testing/empty-tables'
import { importEdition, withoutRehearsals } from '@/lib/testing/import-edition'
import { applyImport } from './apply'
import type { NewEditionSaid } from './new-edition'
import { readRehearsalItems } from './queries'
import { conflictKey, conflictName, type ImportAnswers, type ImportOptions, type Rehearsal } from './rehearsal'
import { answerImport, rehearseImport } from './rehearse'
import { undoImport } from './undo'
import { MANY } from './write-records'

let folder: string
let by: { id: string }
let editionId: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'import-'))
  process.env.PLENARY_DATA = folder
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  conference = {}
  await emptyTables()
  await db.$executeRaw`TRUNCATE search_document, search_passage, search_word, search_facet, search_stale`
  ;({ by, editionId } = await importEdition())
})

type Talk = {
  n: number
  title?: string
  abstract?: string
  start?: string
  room?: string
  speakers?: string[]
  track?: string
}

const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const idOf = (name: string) => [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7)

/** What a test says of the conference itself. */
let conference: object = {}

/** A schedule.json v1. */
function schedule(talks: Talk[]): string {
  const rooms: Record<string, unknown[]> = {}
  for (const {
    n,
    title = `Talk ${n}`,
    abstract = `What talk ${n} is about.`,
    start = `1${n % 8}:00`,
    room = 'Hall A',
    speakers = [`Speaker ${String.fromCharCode(65 + n)}ova`],
    track = 'Water',
  } of talks) {
    rooms[room] ??= []
    rooms[room].push({
      ...{
        id: n,
        guid: guid(n),
        date: `2026-10-15T${start}:00+05:00`,
        start,
      },
      ...{
        duration: '00:45',
        room,
        slug: `talk-${n}`,
        url: `https://example.org/${n}`,
        title,
        subtitle: '',
        track,
        type: 'lecture',
      },
      ...{ language: 'en', abstract, description: '', links: [], attachments: [] },
      persons: speakers.map((name) => ({ id: idOf(name), public_name: name })),
    })
  }
  return JSON.stringify({
    schedule: {
      version: '1',
      base_url: 'https://example.org/',
      conference: {
        ...{
          acronym: 'made',
          title: 'Made',
          start: '2026-10-15',
          end: '2026-10-15',
          daysCount: 1,
          timeslot_duration: '00:15',
        },
        time_zone_name: 'Asia/Almaty',
        ...conference,
        days: [
          {
            index: 1,
            date: '2026-10-15',
            day_start: '2026-10-15T08:00:00+05:00',
            day_end: '2026-10-15T20:00:00+05:00',
            rooms,
          },
        ],
      },
    },
  })
}

async function rehearse(
  talks: Talk[],
  options: Partial<ImportOptions> = {},
  answers: ImportAnswers = {},
): Promise<Rehearsal> {
  const file = path.join(folder, 'schedule.json')
  await writeFile(file, schedule(talks))
  const outcome = await rehearseImport({
    editionId,
    files: [{ path: file, name: 'schedule.json' }],
    options,
    answers,
    by,
  })
  if (outcome.kind !== 'rehearsed') throw new Error(JSON.stringify(outcome))
  return outcome.rehearsal
}

async function take(talks: Talk[], options: Partial<ImportOptions> = {}, answers: ImportAnswers = {}) {
  const { id, digest, summary } = await rehearse(talks, options, answers)
  const outcome = await applyImport({ importId: id, digest, by })
  return { outcome, summary, id }
}

const applied = async (talks: Talk[], options: Partial<ImportOptions> = {}, answers: ImportAnswers = {}) => {
  const { outcome, ...rest } = await take(talks, options, answers)
  if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome))
  return { ...rest, ...outcome }
}

describe('an import', () => {
  test('makes drafts, says the same once more, and goes again row for row', async () => {
    const before = await archiveRows(db)
    const talks = [{ n: 1 }, { n: 2, speakers: ['Ann Lee', 'Aigul Nur'] }, { n: 3, room: 'Hall B' }]
    const { batchId, summary } = await applied(talks)
    expect(summary).toMatchObject({
      sessions: { created: 3 },
      people: { created: 4 },
      ...{ days: 1, rooms: 2, tracks: 1, failed: 0, needs: [] },
    })
    expect(await db.record.count({ where: { noun: 'session', parentId: editionId, state: 'draft' } })).toBe(3)
    const again = await take(talks)
    expect(again.outcome).toEqual({ kind: 'nothing' })
    expect(again.summary.sessions).toMatchObject({ created: 0, changed: 0, unchanged: 3 })
    expect(await undoImport({ batchId, by })).toEqual({ kind: 'undone', left: [] })
    expect(await undoImport({ batchId, by })).toEqual({ kind: 'alreadyUndone' })
    expect(withoutRehearsals(await archiveRows(db))).toEqual(withoutRehearsals(before))
  })
  test('what changes is shown by name, that of the file as a source too', async () => {
    await applied([{ n: 1 }], { source: false })
    // As if it had been typed at the desk.
    await db.imported.deleteMany()
    await db.externalId.deleteMany({ where: { namespace: { startsWith: 'session:' } } })
    const { id } = await rehearse([{ n: 1 }])
    const [item] = (await readRehearsalItems(id, 'sessions', 1)).items
    expect(item?.changes.map(({ path }) => path)).toEqual([['citations', '#']])
    expect(JSON.stringify(item?.changes.map(({ after }) => after))).toContain('Made')
  })
  test('published: the public rows are those that publishing one by one writes, with the index', async () => {
    const talks = [{ n: 1 }, { n: 2, title: 'Talk 1', speakers: ['Ann Lee', 'Aigul Nur'] }, { n: 3, room: 'Hall B' }]
    const { published, blocked } = await applied(talks, { publish: true })
    expect({ published, blocked }).toEqual({ published: 8, blocked: 0 })
    const versions = await db.programmeVersion.findMany({ where: { editionId } })
    expect(
      versions.map(({ number, content }) => [number, (content as { sessions: object[] }).sessions.length]),
    ).toEqual([[1, 3]])
    const stale = await db.$queryRaw<unknown[]>`SELECT * FROM search_total_differences()`
    expect(stale).toEqual([])
    const rows = await archiveRows(db)
    for (const record of await db.record.findMany({
      where: { noun: { in: ['source', 'topic', 'person', 'organisation', 'session'] } },
    }))
      expect(await publishRecord({ id: record.id, lock: record.lock, by })).toMatchObject({ kind: 'published' })
    expect(await archiveRows(db)).toEqual(rows)
  })
  test('so many that a second connection helps: the index is what a rebuild would make it, and nothing is left over', async () => {
    const abstracts = ['Peace-keeping, in WHO and who.', 'Of one.\n\nOf two: Тоқаев, Tokayev.', 'Әлем туралы', '']
    const talks = Array.from(
      { length: MANY + 1 },
      (_, n): Talk => ({ n, abstract: abstracts[n % 4], speakers: ['Ann Lee'] }),
    )
    const { published } = await applied(talks, { publish: true })
    expect(published).toBeGreaterThan(MANY)
    const different = await db.$queryRaw<unknown[]>`
      SELECT * FROM (SELECT kind, array_agg(id) AS ids FROM search_public GROUP BY kind) AS every, search_differences(kind, ids)
      UNION ALL SELECT NULL, NULL, * FROM search_total_differences()`
    expect(different).toEqual([])
    expect(await db.searchPrepared.count()).toBe(0)
  })
  test('an updated file changes what changed; what an editor wrote since stays and is shown', async () => {
    await applied([{ n: 1 }, { n: 2 }, { n: 3 }])
    const before = await archiveRows(db)
    const edit = async (n: number, change: (texts: { title: string; abstract: string }) => object) => {
      const record = await sessionOf(n)
      const content = structuredClone(record.content) as { texts: { en: { title: string; abstract: string } } }
      content.texts.en = { ...content.texts.en, ...change(content.texts.en) }
      await saveRecord({ id: record.id, lock: record.lock, content: contentOf('session', content), by })
    }
    await edit(1, () => ({ title: 'By an editor' }))
    await edit(2, () => ({ abstract: 'By an editor.' }))
    const talks = [{ n: 1, title: 'By the file' }, { n: 2, title: 'New title', room: 'Hall C' }, { n: 3 }]
    const rehearsal = await rehearse(talks)
    expect(rehearsal.summary).toMatchObject({
      sessions: { created: 0, changed: 1, unchanged: 2, conflicts: 1, vanished: 0 },
      people: { created: 0, changed: 0, asked: 0 },
      rooms: 1,
    })
    const { items } = await readRehearsalItems(rehearsal.id, 'sessions', 1)
    const [conflicting, changing] = [
      items.find(({ conflicts }) => conflicts.length),
      items.find(({ changes }) => changes.length),
    ]
    expect(conflicting?.conflicts).toMatchObject([
      { path: ['texts', 'en', 'title'], before: 'By an editor', after: 'By the file' },
    ])
    expect(changing?.changes).toContainEqual({ path: ['texts', 'en', 'title'], before: 'Talk 2', after: 'New title' })
    expect(changing?.changes).toContainEqual({ path: ['room'], before: 'Hall A', after: 'Hall C' })
    const outcome = await applyImport({ importId: rehearsal.id, digest: rehearsal.digest, by })
    expect(outcome).toMatchObject({ kind: 'applied' })
    expect(await sessionOf(1)).toMatchObject({ titles: { en: 'By an editor' } })
    expect(await sessionOf(2)).toMatchObject({
      content: { texts: { en: { title: 'New title', abstract: 'By an editor.' } } },
    })
    expect((await take(talks)).outcome).toEqual({ kind: 'nothing' })
    if (outcome.kind !== 'applied') return
    expect(await undoImport({ batchId: outcome.batchId, by })).toEqual({ kind: 'undone', left: [] })
    expect(await sessionOf(2)).toMatchObject({
      content: { texts: { en: { title: 'Talk 2', abstract: 'By an editor.' } } },
    })
    const after = await archiveRows(db)
    for (const table of ['imported', 'external_id', 'person', 'session']) expect(after[table]).toEqual(before[table])
  })
  test('at a conflict what the file says is taken where somebody chose it, and undoing brings the words back', async () => {
    await applied([{ n: 1 }, { n: 2 }, { n: 3 }])
    const title = async (n: number) => (await sessionOf(n)).titles
    const rename = async (n: number) => {
      const record = await sessionOf(n)
      const content = structuredClone(record.content) as { texts: { en: { title: string } } }
      content.texts.en.title = `By an editor ${n}`
      await saveRecord({ id: record.id, lock: record.lock, content: contentOf('session', content), by })
    }
    for (const n of [1, 2]) await rename(n)
    const talks = [1, 2, 3].map((n) => ({ n, title: n === 3 ? 'Talk 3' : `By the file ${n}` }))
    const kept = await rehearse([{ n: 4 }, ...talks])
    const { items } = await readRehearsalItems(kept.id, 'sessions', 1)
    expect(items.map(({ title, action }) => [title, action])).toEqual([
      ...[1, 2].map((n) => [`By the file ${n}`, 'same']),
      ['Talk 4', 'create'],
    ])
    const [first] = items[0]?.conflicts ?? []
    if (!first) throw new Error('No conflict')
    expect(first).toMatchObject({ before: 'By an editor 1', after: 'By the file 1', isTaken: false })
    expect(conflictKey(conflictName(first.key))).toBe(first.key)

    const all = await answerImport({ id: kept.id, options: { conflicts: 'take', chosen: {} }, by })
    if (all.kind !== 'rehearsed') throw new Error(all.kind)
    expect(all.rehearsal.summary.sessions).toMatchObject({ created: 1, changed: 2, conflicts: 2 })
    const one = await answerImport({ id: kept.id, options: { conflicts: 'keep', chosen: { [first.key]: 'take' } }, by })
    if (one.kind !== 'rehearsed') throw new Error(one.kind)
    expect(one.rehearsal.summary.sessions).toMatchObject({ created: 1, changed: 1, conflicts: 2 })
    expect(new Set([kept, all.rehearsal, one.rehearsal].map(({ digest }) => digest)).size).toBe(3)
    const { digest } = one.rehearsal
    expect(await applyImport({ importId: kept.id, digest: all.rehearsal.digest, by })).toMatchObject({
      kind: 'changed',
    })
    const outcome = await applyImport({ importId: kept.id, digest, by })
    if (outcome.kind !== 'applied') throw new Error(outcome.kind)
    expect([await title(1), await title(2)]).toEqual([{ en: 'By the file 1' }, { en: 'By an editor 2' }])
    expect((await take([{ n: 4 }, ...talks], { conflicts: 'take' })).outcome).toEqual({ kind: 'nothing' })
    expect(await undoImport({ batchId: outcome.batchId, by })).toEqual({ kind: 'undone', left: [] })
    expect([await title(1), await title(2)]).toEqual([{ en: 'By an editor 1' }, { en: 'By an editor 2' }])
  })
  test('what would stay a draft is told beforehand, with what is missing', async () => {
    const talks = [{ n: 1 }, { n: 2, speakers: [] }]
    const rehearsal = await rehearse(talks, { publish: true })
    expect(rehearsal.summary).toMatchObject({ sessions: { created: 2, blocked: 1 }, people: { blocked: 0 } })
    const { items } = await readRehearsalItems(rehearsal.id, 'sessions', 1)
    expect(items.map(({ title, blocked }) => [title, blocked])).toEqual([
      ['Talk 2', ['speaker']],
      ['Talk 1', []],
    ])
    const outcome = await applyImport({ importId: rehearsal.id, digest: rehearsal.digest, by })
    expect(outcome).toMatchObject({ kind: 'applied', blocked: 1 })
    // Of what is public a version without speakers waits at the desk.
    const without = await rehearse(
      [
        { n: 1, speakers: [] },
        { n: 2, speakers: [] },
      ],
      { publish: true },
    )
    expect(without.summary.sessions).toMatchObject({ changed: 1, blocked: 1 })
    expect(await applyImport({ importId: without.id, digest: without.digest, by })).toMatchObject({ kind: 'applied' })
    const { version, publishedVersion } = await sessionOf(1)
    expect([version, publishedVersion]).toEqual([2, 1])
  })
  test('what the file says of the edition is taken where it says nothing, else it is a conflict', async () => {
    conference = { city: 'Almaty' }
    const edition = () => db.edition.findUniqueOrThrow({ where: { id: editionId }, include: { texts: true } })
    const before = await edition()
    const first = await rehearse([{ n: 1 }], { publish: true })
    const { items } = await readRehearsalItems(first.id, 'edition', 1)
    expect(items).toMatchObject([
      {
        recordId: editionId,
        conflicts: [{ path: ['texts', 'en', 'city'], before: 'Astana', after: 'Almaty', isTaken: false }],
      },
    ])
    expect(items[0]?.changes).toContainEqual({ path: ['texts', 'en', 'title'], before: null, after: 'Made' })
    expect(items[0]?.changes).toContainEqual({ path: ['endsOn'], before: null, after: '2026-10-15' })
    const without = await answerImport({ id: first.id, options: { facts: false }, by })
    if (without.kind !== 'rehearsed') throw new Error(without.kind)
    expect(without.rehearsal.summary.edition).toMatchObject({ changed: 0, conflicts: 0 })
    const { batchId } = await applied([{ n: 1 }], { publish: true })
    expect(await edition()).toMatchObject({ texts: [{ language: 'en', title: 'Made', city: 'Astana' }] })
    expect((await take([{ n: 1 }], { publish: true })).outcome).toEqual({ kind: 'nothing' })

    conference = { city: 'Almaty', title: 'Made anew' }
    const second = await applied([{ n: 1 }], { publish: true })
    expect(second.summary.edition).toMatchObject({ created: 0, changed: 1, conflicts: 0 })
    expect(await edition()).toMatchObject({ texts: [{ title: 'Made anew', city: 'Astana' }] })
    conference = { city: 'Karaganda', title: 'Made anew' }
    const third = await applied([{ n: 1 }], { publish: true, conflicts: 'take' })
    expect(await edition()).toMatchObject({ texts: [{ title: 'Made anew', city: 'Karaganda' }] })
    for (const id of [third.batchId, second.batchId, batchId])
      expect(await undoImport({ batchId: id, by })).toEqual({ kind: 'undone', left: [] })
    const { version: _, updatedAt: __, ...after } = await edition()
    const { version: ___, updatedAt: ____, ...was } = before
    expect(after).toEqual(was)
    expect(await db.imported.count({ where: { recordId: editionId } })).toBe(0)
  })
  test('an edition that is not there yet is made with the import, by what the file says, and goes with it', async () => {
    conference = { city: 'Almaty', start: '2031-10-15', end: '2031-10-16' }
    const { content } = await db.record.findUniqueOrThrow({ where: { id: editionId } })
    const { forum } = content as { forum: string }
    const before = withoutRehearsals(await archiveRows(db))
    const file = path.join(folder, 'schedule.json')
    await writeFile(file, schedule([{ n: 1 }, { n: 2 }]))
    const into = async (newEdition: NewEditionSaid, publish: boolean) => {
      const files = [{ path: file, name: 'schedule.json' }]
      return rehearseImport({ editionId: null, newEdition, files, options: { publish }, by })
    }
    expect(await into({ forum, year: 2026 }, false)).toEqual({ kind: 'editionThere' })
    expect(await into({ forum: randomUUID() }, false)).toEqual({ kind: 'gone' })
    const editions = () => db.record.findMany({ where: { noun: 'edition', id: { not: editionId } } })
    for (const publish of [false, true]) {
      const rehearsed = await into({ forum }, publish)
      if (rehearsed.kind !== 'rehearsed') throw new Error(JSON.stringify(rehearsed))
      const { id: importId, digest, summary, editionTitles } = rehearsed.rehearsal
      expect(editionTitles).toEqual({ en: 'A forum 2031' })
      expect(summary).toMatchObject({
        edition: { created: 1, changed: 0, conflicts: 0, blocked: 0 },
        sessions: { created: 2, blocked: 0 },
      })
      expect(await editions()).toEqual([])
      const outcome = await applyImport({ importId, digest, by })
      if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome))
      const [made] = await editions()
      expect(made).toMatchObject({
        ...{ state: publish ? 'published' : 'draft', parentId: forum, titles: { en: 'Made' } },
        content: {
          ...{ year: 2031, startsOn: '2031-10-15', endsOn: '2031-10-16', timeZone: 'Asia/Almaty' },
          texts: { en: { status: 'original', title: 'Made', city: 'Almaty' } },
        },
      })
      expect(await db.record.count({ where: { noun: 'session', parentId: made?.id ?? '' } })).toBe(2)
      expect(await db.session.count({ where: { editionId: made?.id ?? '' } })).toBe(publish ? 2 : 0)
      expect(await db.import.findUnique({ where: { id: importId } })).toMatchObject({ editionId: made?.id })
      expect(await undoImport({ batchId: outcome.batchId, by })).toEqual({ kind: 'undone', left: [] })
      expect(await db.import.findUnique({ where: { id: importId } })).toMatchObject({
        state: 'undone',
        editionId: null,
      })
      if (!publish) expect(withoutRehearsals(await archiveRows(db))).toEqual(before)
      expect(await editions()).toEqual([])
    }
    const stale = await db.$queryRaw<unknown[]>`SELECT * FROM search_total_differences()`
    expect(stale).toEqual([])
  })
  test('undoing leaves what was edited since, and what that needs', async () => {
    const { batchId } = await applied([{ n: 1 }, { n: 2 }])
    const session = await sessionOf(1)
    const { appearances } = session.content as { appearances: { person: string }[] }
    const content = { ...(session.content as object), language: 'ru' }
    await saveRecord({ id: session.id, lock: session.lock, content: contentOf('session', content), by })
    const undone = await undoImport({ batchId, by })
    if (undone.kind !== 'undone') throw new Error(undone.kind)
    const left = new Map(undone.left.map(({ recordId, why }) => [recordId, why]))
    expect(left.get(session.id)).toBe('changed')
    expect(left.get(appearances[0]?.person ?? '')).toBe('mentionedSince')
    expect(left.get(editionId)).toBe('mentionedSince')
    expect(await db.record.count({ where: { noun: 'session' } })).toBe(1)
    expect(await db.record.count({ where: { noun: 'person' } })).toBe(1)
  })
  test('a vanished session is offered, and withdrawn only when somebody says so', async () => {
    await applied([{ n: 1 }, { n: 2 }], { publish: true })
    const { id } = await sessionOf(2)
    const offered = await rehearse([{ n: 1 }])
    expect(offered.summary.sessions).toMatchObject({ vanished: 1, unchanged: 1 })
    expect((await readRehearsalItems(offered.id, 'vanished', 1)).items).toMatchObject([
      { recordId: id, title: 'Talk 2' },
    ])
    expect((await take([{ n: 1 }])).outcome).toEqual({ kind: 'nothing' })
    const { batchId } = await applied([{ n: 1 }], { withdraw: [id] })
    expect(await db.session.findUnique({ where: { id } })).toMatchObject({ state: 'withdrawn' })
    expect(await undoImport({ batchId, by })).toEqual({ kind: 'undone', left: [] })
    expect(await db.session.findUnique({ where: { id } })).toMatchObject({ state: 'published', withdrawnAt: null })
  })
  test('who only may be somebody is asked for; an answer stays', async () => {
    const known = await draft('person', { texts: { ru: { status: 'original', name: 'Айгуль Нур' } } }, by)
    const talks = [{ n: 1, speakers: ['Aigul Nur', 'Somebody Else'] }]
    const asked = await rehearse(talks)
    expect(asked.summary).toMatchObject({ needs: ['people'], people: { asked: 1, created: 2 } })
    const { items } = await readRehearsalItems(asked.id, 'questions', 1)
    expect(items).toMatchObject([{ name: 'Aigul Nur', why: 'likely', candidates: [{ id: known.id }] }])
    expect(await applyImport({ importId: asked.id, digest: asked.digest, by })).toEqual({ kind: 'undecided' })
    const answered = await answerImport({ id: asked.id, answers: { [items[0]?.key ?? '']: known.id }, by })
    if (answered.kind !== 'rehearsed') throw new Error(answered.kind)
    expect(answered.rehearsal.summary).toMatchObject({ needs: [], people: { matched: 1, created: 1 } })
    const { digest } = answered.rehearsal
    expect(digest).not.toBe(asked.digest)
    expect(await applyImport({ importId: asked.id, digest: asked.digest, by })).toMatchObject({ kind: 'changed' })
    expect(await applyImport({ importId: asked.id, digest, by })).toMatchObject({ kind: 'applied' })
    expect(await sessionOf(1)).toMatchObject({
      content: { appearances: [{ person: known.id, nameAsPrinted: 'Aigul Nur' }, { nameAsPrinted: 'Somebody Else' }] },
    })
    expect((await take(talks)).outcome).toEqual({ kind: 'nothing' })
  })
  test('refused where the archive changed since, or who does it may not', async () => {
    const rehearsal = await rehearse([{ n: 1 }])
    const writer = await db.user.create({
      data: { email: `${randomUUID()}@example.org`, name: 'A writer', role: 'contributor' },
    })
    const publishing = await rehearse([{ n: 1 }], { publish: true })
    expect(await applyImport({ importId: publishing.id, digest: publishing.digest, by: writer })).toEqual({
      kind: 'notAllowed',
    })
    const edition = await db.record.findUniqueOrThrow({ where: { id: editionId } })
    await saveRecord({
      id: editionId,
      lock: edition.lock,
      content: contentOf('edition', { ...(edition.content as object), country: 'KZ' }),
      by,
    })
    expect(await applyImport({ importId: rehearsal.id, digest: rehearsal.digest, by })).toMatchObject({
      kind: 'changed',
    })
    expect(await db.record.count({ where: { noun: 'session' } })).toBe(0)
  })
  test.each(Array.from({ length: Number(process.env.RUNS ?? 1) }, (_, run) => run))(
    'a made programme, twice, then with changes: only those are made (%i)',
    async (run) => {
      const upTo = (n: number) => Math.floor(random() * n)
      let seed = run + 1
      const random = () => {
        seed = (seed * 16_807) % 2_147_483_647
        return seed / 2_147_483_647
      }
      const before = withoutRehearsals(await archiveRows(db))
      const talks = Array.from({ length: 3 + upTo(12) }, (_, n): Talk => {
        const speakers = Array.from({ length: upTo(4) }, () => `Speaker ${'ABCDEFGH'[upTo(8)]}${'aeiou'[upTo(5)]}n`)
        return { n, title: `Talk ${upTo(9)}`, room: `Hall ${upTo(3)}`, speakers: [...new Set(speakers)] }
      })
      const options = { likely: 'new', publish: run % 2 === 1 } as const
      const first = await applied(talks, options)
      expect((await take(talks, options)).outcome).toEqual({ kind: 'nothing' })
      const changed = talks.map((each) => (random() < 0.4 ? { ...each, abstract: `Anew ${each.n}.` } : each))
      const many = changed.filter(({ abstract }) => abstract).length
      const { summary, outcome } = await take(changed, options)
      expect(summary.sessions).toMatchObject({ created: 0, changed: many, conflicts: 0, vanished: 0 })
      if (outcome.kind === 'applied')
        expect(await undoImport({ batchId: outcome.batchId, by })).toMatchObject({ left: [] })
      expect(await undoImport({ batchId: first.batchId, by })).toMatchObject({ left: [] })
      if (!options.publish) expect(withoutRehearsals(await archiveRows(db))).toEqual(before)
    },
  )
  test('what breaks off half-way leaves nothing behind', async () => {
    const before = await archiveRows(db)
    const { id: importId, digest } = await rehearse([{ n: 1 }, { n: 2 }], { publish: true })
    const rehearsed = await archiveRows(db)
    const batches = await db.batch.count()
    const ending = applyImport({
      ...{ importId, digest, by },
      onProgress: ({ step }) => {
        if (step === 'index')
          void db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'plenary-import' AND datname = current_database()`.then()
      },
    })
    await expect(ending).rejects.toThrow()
    expect(await archiveRows(db)).toEqual(rehearsed)
    expect(rehearsed.record).toEqual(before.record)
    expect(await db.batch.count()).toBe(batches)
    expect(await applyImport({ importId, digest, by })).toMatchObject({ kind: 'applied' })
  })
})

const sessionOf = async (n: number) => {
  const { recordId } = await db.externalId.findFirstOrThrow({ where: { value: `guid:${guid(n)}` } })
  return db.record.findUniqueOrThrow({ where: { id: recordId } })
}
