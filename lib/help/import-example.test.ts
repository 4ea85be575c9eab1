import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { applyImport } from '@/lib/import/apply'
import { readRehearsalItems } from '@/lib/import/queries'
import { rehearseImport } from '@/lib/import/rehearse'
import { undoImport } from '@/lib/import/undo'
import { draft, person } from '@/lib/testing/desk-records'
import { ownMediaFolder } from '@/lib/testing/uploads'
import { importExample } from './import-example'

ownMediaFolder()
const folder = mkdtempSync(path.join(os.tmpdir(), 'plenary-example-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the example of the help is rehearsed, imported and taken back', async () => {
  const by = await person(db, 'One')
  const forum = await draft('forum', { texts: { en: { name: 'Water forum' } } }, by)
  const edition = await draft('edition', { forum: forum.id, year: 2040, timeZone: 'Asia/Almaty' }, by)
  const file = path.join(folder, 'schedule.xml')
  writeFileSync(file, importExample)
  const outcome = await rehearseImport({
    ...{ editionId: edition.id, files: [{ path: file, name: 'schedule.xml' }], by },
    options: { language: 'en', source: false },
  })
  if (outcome.kind !== 'rehearsed') throw new Error(JSON.stringify(outcome))
  const { id, digest, summary } = outcome.rehearsal
  expect(summary).toMatchObject({ sessions: { created: 1 }, people: { created: 1 }, needs: [], failed: 0, rooms: 1 })
  expect((await readRehearsalItems(id, 'notices', 1)).items).toEqual([])
  const applied = await applyImport({ importId: id, digest, by })
  if (applied.kind !== 'applied') throw new Error(JSON.stringify(applied))
  const session = await db.record.findFirstOrThrow({ where: { noun: 'session' } })
  expect(session.content).toMatchObject({
    texts: { en: { title: 'Rivers across borders', abstract: 'How three countries share one river.' } },
    startsAt: '2040-05-14T05:00:00.000Z',
    endsAt: '2040-05-14T06:30:00.000Z',
    links: [{ url: 'https://media.example.org/rivers', title: 'Recording' }],
  })
  expect(await undoImport({ batchId: applied.batchId, by })).toEqual({ kind: 'undone', left: [] })
  expect(await db.record.count({ where: { noun: 'session' } })).toBe(0)
})
