import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { EditionContent } from '@/lib/editions/schema'
import { undoImport } from '@/lib/import/undo'
import { saveRecord } from '@/lib/revisions/save'
import type { SessionContent } from '@/lib/sessions/schema'
import { archiveRows } from '@/lib/testing/archive-rows'
import { draft, person } from '@/lib/testing/desk-records'
import { applyRows } from './apply-rows'
import { checkRows, type SentRow, sameName } from './check-rows'
import { readPaste } from './paste-rows'

const hall = randomUUID()

async function edition(more: object = {}) {
  const forum = await draft('forum', { texts: { en: { name: 'Forum' } } })
  return draft('edition', {
    ...{ forum: forum.id, year: 2026, timeZone: 'Asia/Almaty', ...more },
    rooms: [{ id: hall, texts: { ru: { name: 'Зал А' } } }],
  })
}

const read = async (id: string) => ({
  id,
  content: (await db.record.findUniqueOrThrow({ where: { id } })).content as unknown as EditionContent,
})

function rowsOf(text: string): SentRow[] {
  const pasted = readPaste(text)
  if (pasted.kind !== 'rows') throw new Error(pasted.kind)
  return pasted.rows.map((row) => ({ ...row, take: null }))
}

test('rows become drafts with their rooms, days and people in one act, as they were shown', async () => {
  const by = await person(db, 'Ann')
  const { id } = await edition({ days: [{ number: 1, date: '2026-10-15' }] })
  const known = await draft('person', { texts: { en: { name: 'Joshua Lincoln' } } })
  const likely = await draft('person', { texts: { en: { name: 'Zhanna Tokayeva' } } })
  const twins = [
    await draft('person', { texts: { en: { name: 'Ann Lee' } } }),
    await draft('person', { texts: { en: { name: 'Ann Lee' } } }),
  ]
  const rows = rowsOf(
    [
      'День\tВремя\tНазвание\tЗал\tСпикеры',
      'День 1\t10:00–11:00\tОткрытие\tзал а\tJoshua Lincoln; Жанна Токаева',
      '\t11:00–12:30\tПанель\tЗал Б\tНовый Человек; Joshua  lincoln (модератор)',
      '\tв полдень\tОбед\tЗал Б\t',
      '\t14:00\tКруглый стол\t\tAnn Lee',
    ].join('\n'),
  )
  const of = { edition: await read(id), rows, choices: new Map<string, string>(), locale: 'en' as const }
  const checked = await checkRows(of)
  expect(checked.rows.map(({ take, errors }) => [take, errors.map(({ why }) => why)])).toEqual([
    [true, []],
    [true, []],
    [false, ['timeNotUnderstood']],
    [true, []],
  ])
  expect(checked.rows[0]?.place).toMatchObject({ roomId: hall, newRoom: null, startsAt: '2026-10-15T10:00' })
  expect(checked.newRooms).toEqual(['Зал Б'])
  expect(checked.people.map(({ name, doubt, as }) => [name, doubt, as])).toEqual([
    ['Joshua Lincoln', 'none', known.id],
    ['Жанна Токаева', 'likely', likely.id],
    ['Новый Человек', 'new', 'new'],
    ['Ann Lee', 'several', ''],
  ])
  expect(await db.record.count({ where: { parentId: id } })).toBe(0)

  const sent = checked.rows.map(({ day, start, end, title, room, speakers, take }) => ({
    day,
    start,
    end,
    title,
    room,
    speakers,
    take,
  }))
  const apply = { editionId: id, rows: sent, by, locale: 'en', language: 'ru' } as const
  const undecided = await applyRows({ ...apply, choices: new Map(), seen: checked.seen })
  expect(undecided.kind).toBe('wrong')
  const choices = new Map([[sameName('Ann Lee'), twins[1]?.id ?? '']])
  // Another choice than the one that was shown is shown first.
  const shown = await applyRows({ ...apply, choices, seen: checked.seen })
  if (shown.kind !== 'changed') throw new Error(shown.kind)
  expect(await db.record.count({ where: { parentId: id } })).toBe(0)
  const before = await db.auditEntry.count()
  const rowsBefore = await archiveRows(db)
  const applied = await applyRows({ ...apply, choices, seen: shown.checked.seen })
  expect(applied).toMatchObject({ kind: 'applied', sessions: 3, people: 1 })
  expect(await db.auditEntry.count()).toBe(before + 5)

  const sessions = await db.record.findMany({ where: { parentId: id }, orderBy: { id: 'asc' } })
  const contents = sessions.map(({ content }) => content as unknown as SessionContent)
  const { rooms, days } = (await read(id)).content
  expect(rooms.map(({ texts }) => texts.ru?.name)).toEqual(['Зал А', 'Зал Б'])
  expect(contents).toMatchObject([
    { texts: { ru: { title: 'Открытие' } }, room: hall, day: days[0]?.id, startsAt: '2026-10-15T05:00:00.000Z' },
    { texts: { ru: { title: 'Панель' } }, room: rooms[1]?.id, endsAt: '2026-10-15T07:30:00.000Z' },
    { texts: { ru: { title: 'Круглый стол' } }, room: null, endsAt: null },
  ])
  expect(contents[1]?.appearances).toMatchObject([{ role: 'speaker' }, { person: known.id, role: 'moderator' }])
  expect(contents[2]?.appearances).toMatchObject([{ person: twins[1]?.id }])

  // The same rows once more are there already.
  const again = await checkRows({ ...of, edition: await read(id) })
  expect(again.rows.map(({ take, isThere }) => [take, isThere])).toEqual([
    [false, true],
    [false, true],
    [false, false],
    [false, true],
  ])
  expect(
    (await applyRows({ ...apply, rows: again.rows.map((row) => ({ ...row, take: false })), choices, seen: 'no' })).kind,
  ).toBe('changed')

  // Taken back as one, all is as it was.
  const batchId = applied.kind === 'applied' ? applied.batchId : ''
  expect(await undoImport({ batchId, by })).toEqual({ kind: 'undone', left: [] })
  expect(await archiveRows(db)).toEqual(rowsBefore)
})

test('what was written since into pasted rows stays when they are taken back, and is told', async () => {
  const by = await person(db, 'Cem')
  const { id } = await edition({ days: [{ number: 1, date: '2026-10-15' }] })
  const rows = rowsOf(
    ['Day\tStart\tTitle\tRoom', '15.10.2026\t10:00\tOne\tHall', '15.10.2026\t11:00\tTwo\tHall'].join('\n'),
  )
  const of = { editionId: id, rows, choices: new Map<string, string>(), by, locale: 'en', language: 'en' } as const
  const checked = await checkRows({ edition: await read(id), rows, choices: of.choices, locale: 'en' })
  const applied = await applyRows({
    ...of,
    rows: checked.rows.map(({ place, errors, isThere, ...row }) => row),
    seen: checked.seen,
  })
  if (applied.kind !== 'applied') throw new Error(applied.kind)
  const [one] = await db.record.findMany({ where: { parentId: id, sortName: 'one' } })
  if (!one) throw new Error('not made')
  const content = { ...(one.content as object), position: 1 }
  await saveRecord({ id: one.id, lock: one.lock, content, by })
  const outcome = await undoImport({ batchId: applied.batchId, by })
  expect(outcome).toMatchObject({
    kind: 'undone',
    left: expect.arrayContaining([expect.objectContaining({ recordId: one.id })]),
  })
  expect((await db.record.findMany({ where: { parentId: id } })).map((each) => each.id)).toEqual([one.id])
  // Its room stays with it.
  expect((await read(id)).content.rooms).toHaveLength(2)
})

test('an edition without days takes them from the rows; sixty rows with as many people go in at once', async () => {
  const by = await person(db, 'Bob')
  const { id } = await edition()
  const lines = Array.from(
    { length: 60 },
    (_, n) => `${15 + (n % 2)}.10.2026\t${8 + (n % 10)}:00\tTalk ${n}\tHall ${n % 7}\tSpeaker Number${n}`,
  )
  const rows = rowsOf(['Day\tStart\tTitle\tRoom\tSpeakers', ...lines].join('\n'))
  const of = { editionId: id, choices: new Map<string, string>(), by, locale: 'en', language: 'en' } as const
  const checked = await checkRows({ edition: await read(id), rows, choices: of.choices, locale: 'en' })
  expect(checked.newDays).toEqual(['2026-10-15', '2026-10-16'])
  const sent = checked.rows.map(({ place, errors, isThere, ...row }) => row)
  const outcome = await applyRows({ ...of, rows: sent, seen: checked.seen })
  expect(outcome).toMatchObject({ kind: 'applied', sessions: 60, people: 60 })
  const { days } = (await read(id)).content
  expect(days.map(({ number, date }) => [number, date])).toEqual([
    [1, '2026-10-15'],
    [2, '2026-10-16'],
  ])
})
