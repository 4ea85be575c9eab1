import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { archiveLines, editionLines } from '@/lib/interchange/archive-json/archive-lines'
import { adoptRows } from '@/lib/revisions/adopt'
import { archiveRows } from '@/lib/testing/archive-rows'
import { withoutRehearsals } from '@/lib/testing/import-edition'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { applyImport } from './apply'
import { readProgrammeFile } from './read-file'
import { rehearseImport } from './rehearse'
import { undoImport } from './undo'

const folder = mkdtempSync(path.join(tmpdir(), 'plenary-file-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let by: { id: string }
let forum: string

async function fileOf(lines: AsyncGenerator<string> | null): Promise<string> {
  const parts: string[] = []
  for await (const part of lines ?? []) parts.push(part)
  const file = path.join(folder, `${parts.length}.json`)
  writeFileSync(file, parts.join(''))
  return file
}

beforeAll(async () => {
  process.env.PLENARY_DATA = folder
  await startFromSeed()
  await adoptRows()
  by = await db.user.create({ data: { email: 'a@example.org', name: 'An editor', role: 'editor' } })
  forum = (await db.forum.findFirstOrThrow()).id
})

test("Plenary's own file of an edition goes into another one, twice without a change, and out again row for row", async () => {
  const edition = await db.edition.findFirstOrThrow({ where: { year: 2025 } })
  const file = await fileOf(await editionLines(edition.id))
  const before = withoutRehearsals(await archiveRows(db))
  const rehearse = async (into: { editionId: string | null; newEdition: { forum: string; slug: string } | null }) => {
    const outcome = await rehearseImport({ ...into, files: [{ path: file, name: 'edition.json' }], by })
    if (outcome.kind !== 'rehearsed') throw new Error(JSON.stringify(outcome))
    return outcome.rehearsal
  }
  const { id: importId, digest, summary } = await rehearse({ editionId: null, newEdition: { forum, slug: 'copy' } })
  expect(summary).toMatchObject({
    ...{ edition: { created: 1 }, sessions: { created: 11 }, failed: 0, needs: [] },
    ...{ people: { created: 0, matched: 5, conflicts: 0 }, organisations: { created: 0 }, topics: { created: 0 } },
  })
  const outcome = await applyImport({ importId, digest, by })
  if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome))
  const copy = await db.record.findFirstOrThrow({
    where: { noun: 'edition', content: { path: ['slug'], equals: 'copy' } },
  })
  const opening = await db.record.findFirstOrThrow({
    where: { parentId: copy.id, titles: { path: ['en'], equals: 'Opening of the forum' } },
  })
  const original = await db.record.findFirstOrThrow({
    where: { parentId: edition.id, titles: { path: ['en'], equals: 'Opening of the forum' } },
  })
  const kept = (content: unknown) => {
    const { texts, format, isTitleSupplied, topics, appearances } = content as Record<string, unknown>
    const [{ person, role, organisation, country, nameAsPrinted } = {}] = appearances as Record<string, string>[]
    const { title, abstract } = (texts as Record<string, Record<string, string>>).en ?? {}
    return { title, abstract, format, isTitleSupplied, topics, person, role, organisation, country, nameAsPrinted }
  }
  expect(kept(opening.content)).toEqual(kept(original.content))
  const again = await rehearse({ editionId: copy.id, newEdition: null })
  expect(await applyImport({ importId: again.id, digest: again.digest, by })).toEqual({ kind: 'nothing' })
  expect(await undoImport({ batchId: outcome.batchId, by })).toEqual({ kind: 'undone', left: [] })
  expect(withoutRehearsals(await archiveRows(db))).toEqual(before)
})

test('the file of an archive is one where only one edition has sessions; what is cut off is refused with its place', async () => {
  const file = await fileOf(archiveLines())
  const sessions: string[] = []
  for await (const event of readProgrammeFile(file))
    if (event.kind === 'session') sessions.push(event.session.ids[0] ?? '')
  expect(sessions).toHaveLength(11)
  const text = readFileSync(file, 'utf8')
  const cut = path.join(folder, 'cut.json')
  writeFileSync(cut, text.slice(0, text.length * 0.9))
  const read = async () => {
    for await (const event of readProgrammeFile(cut)) expect(event.kind).not.toBe('')
  }
  await expect(read()).rejects.toMatchObject({ code: 'damagedPlenary', place: { line: expect.any(Number) } })
})
