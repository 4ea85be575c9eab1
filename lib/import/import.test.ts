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
import { applyImport } from './apply'
import { readRehearsalItems } from './queries'
import type { ImportAnswers, ImportOptions, Rehearsal } from './rehearsal'
import { answerImport, rehearseImport } from './rehearse'
import { undoImport } from './undo'

let folder: string
let by: { id: string }
let editionId: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'import-'))
  process.env.PLENARY_DATA = folder
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  await emptyTables()
  await db.$executeRaw`TRUNCATE search_document, search_passage, search_word, search_facet, search_stale`
  by = await db.user.create({
    data: { email: `${randomUUID()}@example.org`, name: 'An editor', role: 'editor' },
    select: { id: true },
  })
  const text = (fields: object) => ({ en: { status: 'original', ...fields } })
  const forum = await draft('forum', { texts: text({ name: 'A forum' }) }, by)
  const edition = await draft(
    'edition',
    { forum: forum.id, year: 2026, timeZone: 'Asia/Almaty', startsOn: '2026-10-15', texts: text({ city: 'Astana' }) },
    by,
  )
  editionId = edition.id
  for (const { id, lock } of [forum, edition])
    expect(await publishRecord({ id, lock, by })).toMatchObject({ kind: 'published' })
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

const idOf = (name: string) => [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7)

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
        guid: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
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
    const after = await archiveRows(db)
    const { import: _a, import_item: _b, ...rows } = after
    const { import: _c, import_item: _d, ...rowsBefore } = before
    expect(rows).toEqual(rowsBefore)
  })
  test('published: the public rows are those that publishing one by one writes, with the index', async () => {
    const talks = [{ n: 1 }, { n: 2, title: 'Talk 1', speakers: ['Ann Lee', 'Aigul Nur'] }, { n: 3, room: 'Hall B' }]
    const { published, blocked } = await applied(talks, { publish: true })
    expect({ published, blocked }).toEqual({ published: 8, blocked: 0 })
    const stale = await db.$queryRaw<unknown[]>`SELECT * FROM search_total_differences()`
    expect(stale).toEqual([])
    const rows = await archiveRows(db)
    for (const record of await db.record.findMany({
      where: { noun: { in: ['source', 'topic', 'person', 'organisation', 'session'] } },
    }))
      expect(await publishRecord({ id: record.id, lock: record.lock, by })).toMatchObject({ kind: 'published' })
    expect(await archiveRows(db)).toEqual(rows)
  })
})
void [saveRecord, contentOf, answerImport, readRehearsalItems]
