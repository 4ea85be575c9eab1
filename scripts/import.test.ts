import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { keepMapping } from '@/lib/import/mappings'
import { adoptRows } from '@/lib/revisions/adopt'
import { saveRecord } from '@/lib/revisions/save'
import { contentOf } from '@/lib/testing/desk-records'
import { startFromSeed } from '@/lib/testing/start-from-seed'
import { importCommand } from './import-command'

const run = promisify(execFile)
const folder = mkdtempSync(path.join(tmpdir(), 'import-command-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
/** What README says to type, without the words that npm takes. */
const typed = [...readFileSync('README.md', 'utf8').matchAll(/^npm run import -- (.*)$/gm)].map(([, line = '']) =>
  line.split(' '),
)

/** Runs the program as `npm run import` does. */
const program = (...args: string[]) => {
  const [, ...of] = (JSON.parse(readFileSync('package.json', 'utf8')).scripts.import as string).split(' ')
  return run(process.execPath, [...of, ...args], { env: { ...process.env, PLENARY_DATA: folder } }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
  )
}
/** Does what the program does, in this process: loading it anew takes seconds each time. */
async function command(...args: string[]) {
  const said: unknown[] = []
  for (const to of ['log', 'error'] as const) vi.spyOn(console, to).mockImplementation((line) => said.push(line))
  try {
    await importCommand(args)
    return { code: Number(process.exitCode ?? 0), said: said.join('\n') }
  } finally {
    process.exitCode = undefined
    vi.restoreAllMocks()
  }
}
const table = (...lines: string[]) => {
  const file = path.join(folder, `${randomUUID()}.csv`)
  writeFileSync(file, lines.join('\n'))
  return file
}
const into = (edition: string) => ['--forum', 'astana-think-tank-forum', '--edition', edition, '--language', 'en']
const titles = async (year: number) => {
  const [edition] = await db.record.findMany({ where: { noun: 'edition', content: { path: ['year'], equals: year } } })
  if (!edition) return []
  const sessions = await db.record.findMany({ where: { parentId: edition.id }, orderBy: { id: 'asc' } })
  return sessions.map((each) => (each.titles as { en: string }).en)
}

beforeAll(async () => {
  process.env.PLENARY_DATA = folder
  await startFromSeed()
  await adoptRows()
  await db.user.create({ data: { email: 'a@example.org', name: 'An administrator', role: 'administrator' } })
})

test('the examples of README do what they say', async () => {
  expect(typed.length).toBeGreaterThan(1)
  const before = await db.record.count()
  for (const args of typed) {
    const { code, said } = await program(...args)
    expect([args.join(' '), code, said]).toEqual([args.join(' '), 0, expect.stringContaining('known 5')])
  }
  // All of them are rehearsals.
  expect(await db.record.count()).toBe(before)
}, 240_000)

test('columns are said on the command line, or by the name of a kept choice', async () => {
  const file = table('Wann,Was,Wer,Notiz', '2041-05-14,Rivers,Ann Lee,x')
  const dry = [file, ...into('2025'), '--dry-run']
  expect(await command(...dry)).toMatchObject({ code: 1, said: expect.stringContaining('Wann, Was, Wer, Notiz') })
  const columns = ['--map', 'Wann=day', '--map', 'Was=title', '--map', 'Wer=speakers']
  expect(await command(...dry, ...columns)).toMatchObject({ code: 0, said: expect.stringContaining('created 1') })
  expect(await command(...dry, '--map', 'Wo=room')).toMatchObject({
    code: 1,
    said: expect.stringContaining('Its columns are: Wann, Was, Wer, Notiz.'),
  })
  expect(await command(...dry, '--map', 'Was=theme')).toMatchObject({
    code: 1,
    said: expect.stringContaining('A column is not theme'),
  })
  const kept = { columns: { Wann: 'day', Was: 'title' } } as const
  await keepMapping('German', kept, await db.user.findFirstOrThrow())
  expect(await command(...dry, '--mapping', 'German')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/created 1, [\s\S]*People: created 0/),
  })
}, 240_000)

test('an edition is made, a conflict is kept or taken', async () => {
  const lines = (title: string) => ['Id,Day,Title,Speakers', `1,2041-05-14,${title},Nobody Known`]
  const first = table(...lines('Rivers'))
  expect(await program(first, ...into('2041'))).toMatchObject({
    code: 1,
    said: expect.stringContaining('make it with --create-edition'),
  })
  const make = [first, ...into('2041'), '--create-edition']
  expect(await command(...make, '--dry-run')).toMatchObject({ code: 0, said: expect.stringContaining('The edition') })
  expect(await titles(2041)).toEqual([])
  expect(await program(...make)).toMatchObject({ code: 0 })
  expect(await titles(2041)).toEqual(['Rivers'])
  const { id, lock, content } = await db.record.findFirstOrThrow({
    where: { noun: 'session', titles: { path: ['en'], equals: 'Rivers' } },
  })
  const texts = { en: { status: 'original', title: 'By hand' } }
  await saveRecord({ id, lock, content: contentOf('session', { ...(content as object), texts }), by: null })
  const second = [table(...lines('By the file')), ...into('2041')]
  expect(await command(...second, '--dry-run')).toMatchObject({
    code: 0,
    said: expect.stringContaining('left as they are'),
  })
  expect(await command(...second, '--take-conflicts')).toMatchObject({ code: 0 })
  expect(await titles(2041)).toEqual(['By the file'])
}, 240_000)
