import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET } from '@/app/api/v1/editions/[edition]/[file]/route'
import { i18n } from '@/lib/i18n/translator'
import { applyImport } from '@/lib/import/apply'
import { rehearseImport } from '@/lib/import/rehearse'
import { type LargeFile, largeFiles, routes } from '@/lib/routes'
import { importEdition } from '@/lib/testing/import-edition'
import { TooManyReaders } from './archive-json/snapshot'
import { type OutgoingProgramme, readProgramme } from './outgoing-programme'
import { programmeLines } from './programme-lines'
import { programmeCalendar } from './record-calendars'
import { toSchedule } from './schedule'
import { scheduleAsJson } from './schedule-json'
import { scheduleAsXml } from './schedule-xml'
import { sessionsAsCsv } from './sessions-csv'

const folder = mkdtempSync(path.join(tmpdir(), 'programme-lines-'))
const context = i18n('en')
let edition = ''
let programme: OutgoingProgramme

/** More than two pages, of several days and rooms; some cancelled, without a time or without a room. */
const rows = Array.from({ length: 430 }, (_, n) => {
  const start = n % 17 === 0 ? '' : `${8 + (n % 10)}:${n % 2 ? '30' : '00'}`
  const cells = [n, `2026-10-${15 + (n % 3)}`, start, `Talk ${n}, "\\u0000${n}\\u0000" & more`]
  return [...cells, n % 5 ? `Hall ${n % 5}` : '', `Speaker ${n % 40}; Speaker ${(n * 7) % 40}`, n % 23 ? '' : 'yes']
    .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
    .join(',')
})

beforeAll(async () => {
  process.env.PLENARY_DATA = folder
  const { by, editionId } = await importEdition()
  const file = path.join(folder, 'table.csv')
  writeFileSync(file, ['Id,Day,Start,Title,Room,Speakers,Cancelled', ...rows].join('\n'))
  const options = { language: 'en', publish: true, likely: 'new' } as const
  const rehearsed = await rehearseImport({ editionId, files: [{ path: file, name: 'table.csv' }], options, by })
  if (rehearsed.kind !== 'rehearsed') throw new Error(JSON.stringify(rehearsed))
  const { id: importId, digest } = rehearsed.rehearsal
  expect(await applyImport({ importId, digest, by })).toMatchObject({ kind: 'applied', blocked: 0 })
  edition = editionId
  const read = await readProgramme(editionId, context)
  if (!read || read === 'tooLarge') throw new Error(String(read))
  programme = read
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function joined(file: LargeFile): Promise<{ parts: number; text: string }> {
  const parts: string[] = []
  for await (const part of (await programmeLines(edition, file, context)) ?? []) parts.push(part)
  return { parts: parts.length, text: parts.join('') }
}

test('a file in parts is that of the whole programme, letter for letter', async () => {
  const schedule = toSchedule(programme)
  if (!schedule) throw new Error('No schedule')
  expect(programme.sessions).toHaveLength(430)
  expect(schedule.leftOut.cancelled * schedule.leftOut.withoutTime).toBeGreaterThan(0)
  const self = `http://localhost:3000${routes.largeProgramme(edition, 'schedule.xml', 'en')}`
  const whole = {
    'schedule.xml': scheduleAsXml(schedule, self),
    'schedule.json': scheduleAsJson(schedule),
    'sessions.csv': sessionsAsCsv(programme),
    'calendar.ics': programmeCalendar(programme)?.ics,
  }
  for (const file of largeFiles) {
    const { parts, text } = await joined(file)
    expect(parts).toBeGreaterThan(1)
    expect(text).toBe(whole[file])
  }
})

test('it is answered at its address, and only where there is one', async () => {
  const ask = (id: string, file: string) =>
    GET(new Request(`http://localhost:3000/api/v1/editions/${id}/${file}?lang=ru`), {
      params: Promise.resolve({ edition: id, file }),
    })
  const answer = await ask(edition, 'schedule.json')
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(JSON.parse(await answer.text()).schedule.conference.days).toHaveLength(3)
  expect((await ask(edition, 'programme.json')).status).toBe(404)
  expect((await ask(crypto.randomUUID(), 'schedule.xml')).status).toBe(404)
  expect((await ask('2025', 'schedule.xml')).status).toBe(404)
})

test('whoever stops reading lets the next one read', async () => {
  const begun = []
  for (let n = 0; n < 3; n++) {
    const lines = await programmeLines(edition, 'sessions.csv', context)
    await lines?.next()
    begun.push(lines)
  }
  await expect(programmeLines(edition, 'sessions.csv', context)).rejects.toThrow(TooManyReaders)
  for (const lines of begun) await lines?.return(undefined)
  expect((await joined('sessions.csv')).text).toContain('Talk 1, ')
})
