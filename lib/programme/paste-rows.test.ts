import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_ROWS, readPaste, readRow, readSpeakers, rowFields } from './paste-rows'
import { MOST_CELL, readTable } from './read-table'
import { readClock, readDay, readSpan } from './read-time'

const days = [
  { id: 'one', number: 1, date: '2026-10-15' },
  { id: 'two', number: 2, date: '2026-10-16' },
]
const edition = { days, undated: [], year: 2026 }
const row = (given: object) => ({ day: '', start: '', end: '', title: 'Talk', room: '', speakers: '', ...given })

describe('days and times', () => {
  test.each([
    ['2026-10-15', { kind: 'date', date: '2026-10-15' }],
    ['15.10.2026', { kind: 'date', date: '2026-10-15' }],
    ['Thu 15/10/26', { kind: 'date', date: '2026-10-15' }],
    ['15 October 2026', { kind: 'date', date: '2026-10-15' }],
    ['October 15, 2026', { kind: 'date', date: '2026-10-15' }],
    ['15 октября 2026 г.', { kind: 'date', date: '2026-10-15' }],
    ['2026 жылғы 15 қазан', { kind: 'date', date: '2026-10-15' }],
    ['15 мая', { kind: 'monthDay', month: 5, day: 15 }],
    ['15 наурыз', { kind: 'monthDay', month: 3, day: 15 }],
    ['Day 2', { kind: 'number', number: 2 }],
    ['День 2', { kind: 'number', number: 2 }],
    ['2-күн', { kind: 'number', number: 2 }],
    ['31.02.2026', null],
    ['soon', null],
    ['', null],
  ])('the day “%s”', (text, read) => expect(readDay(text)).toEqual(read))

  test.each([
    ['9:00', 540],
    ['09.30', 570],
    ['9', 540],
    ['2:30 pm', 870],
    ['12 am', 0],
    ['24:00', 1440],
    ['10:00:00', 600],
    ['25:00', null],
    ['9:75', null],
    ['noon', null],
  ])('the time “%s”', (text, read) => expect(readClock(text)).toBe(read))

  test.each([
    ['10:00–11:30', { start: 600, end: 690 }],
    ['10.00 - 11.30', { start: 600, end: 690 }],
    ['с 10:00 до 11:30', { start: 600, end: 690 }],
    ['10:00 to 11:30', { start: 600, end: 690 }],
    ['10:00', { start: 600, end: null }],
    ['10:00–later', null],
    ['–', null],
  ])('the span “%s”', (text, read) => expect(readSpan(text)).toEqual(read))
})

describe('a pasted table', () => {
  test.each([
    ['Time\tTitle\tRoom\tSpeakers\n10:00–11:00\tOpening\tHall A\tJoshua Lincoln'],
    ['Время;Название;Зал;Спикеры\n10.00-11.00;Opening;Hall A;Joshua Lincoln'],
    ['Уақыты,Атауы,Залы,Спикерлер\n10:00 – 11:00,"Opening","Hall A",Joshua Lincoln'],
    ['\ufeffSpeakers\tStart\tEnd\tHall\tSession\r\nJoshua Lincoln\t10:00\t11:00\tHall A\tOpening\r\n'],
  ])('%j', (text) => {
    const pasted = readPaste(text)
    if (pasted.kind !== 'rows') throw new Error(pasted.kind)
    const [{ start, end, title, room, speakers }] = pasted.rows as [(typeof pasted.rows)[number]]
    expect([readClock(start), readClock(end), title, room, speakers]).toEqual([
      600,
      660,
      'Opening',
      'Hall A',
      'Joshua Lincoln',
    ])
  })
  test('a day written once goes for the rows below it; what is not understood stays as typed', () => {
    const pasted = readPaste('Day\tTime\tTitle\tCoffee\nDay 1\t9:00\tA\tyes\n\t10ish\tB\t\nDay 2\t\tC\t')
    expect(pasted).toMatchObject({
      unknown: ['Coffee'],
      rows: [
        { day: 'Day 1', start: '09:00' },
        { day: 'Day 1', start: '10ish' },
        { day: 'Day 2', start: '' },
      ],
    })
  })
  test('what cannot be read at all is said', () => {
    expect(readPaste(' \n ').kind).toBe('empty')
    expect(readPaste('Title').kind).toBe('empty')
    expect(readPaste('one\ttwo\n1\t2').kind).toBe('noHeading')
    expect(readPaste(`Title\n${'x\n'.repeat(MOST_ROWS + 1)}`).kind).toBe('tooMany')
  })
  test('cells in quotes hold tabs, line ends and quotes', () => {
    expect(readTable('a\t"b\t""c""\nd"\te')).toEqual([['a', 'b "c" d', 'e']])
    expect(readTable('"never closed\n\t')).toEqual([['never closed']])
  })
  test('never throws, and is bounded', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 400 }),
      fc
        .array(fc.constantFrom('\t', '\n', '"', ',', ';', 'Title', 'Время', '10:00', '—', 'день 1', '\u0000'), {
          maxLength: 200,
        })
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, fc.boolean(), (said, isHeaded) => {
        const pasted = readPaste(isHeaded ? `Day\tTime\tTitle\tRoom\tSpeakers\n${said}` : said)
        if (pasted.kind !== 'rows') return
        expect(pasted.rows.length).toBeLessThanOrEqual(MOST_ROWS)
        for (const each of pasted.rows) {
          for (const field of rowFields) expect(each[field].length).toBeLessThanOrEqual(MOST_CELL)
          readRow(each, edition)
          readSpeakers(each.speakers)
        }
      }),
      { numRuns: 500 },
    )
    const long = performance.now()
    readPaste(`Title\n${'"'.repeat(300_000)}`)
    readPaste(`Title,Speakers\nx,${'('.repeat(100_000)}`)
    for (const each of ['1'.repeat(MOST_CELL), '- '.repeat(MOST_CELL / 2), ' '.repeat(MOST_CELL)]) {
      readDay(each)
      readSpan(each)
      readSpeakers(each)
    }
    expect(performance.now() - long).toBeLessThan(5000)
  })
  test('every span that is written is read back', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    const clock = (at: number) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(minutes, minutes, fc.constantFrom('-', ' – ', ' до ', ' to '), (start, end, between) => {
        expect(readSpan(`${clock(start)}${between}${clock(end)}`)).toEqual({ start, end })
      }),
    )
  })
})

describe('a row in its edition', () => {
  test.each([
    [{ start: 'noon', day: 'Day 1' }, [['start', 'timeNotUnderstood']]],
    [{ start: '11:00', end: '10:00', day: 'Day 1' }, [['end', 'endsBeforeStart']]],
    [{ end: '10:00', day: 'Day 1' }, [['start', 'startMissing']]],
    [{ start: '10:00' }, [['day', 'dayMissing']]],
    [{ start: '10:00', day: '17 October 2026' }, [['day', 'dayUnknown']]],
    [{ start: '10:00', day: 'whenever' }, [['day', 'dayNotUnderstood']]],
    [{ title: '', day: 'Day 1' }, [['title', 'titleMissing']]],
    [{ title: 'x'.repeat(301) }, [['title', 'tooLong']]],
    [{ start: '23:00', end: '1:00', day: 'Day 1' }, []],
    [{ day: 'Day 2' }, []],
    [{}, []],
  ])('%j', (given, errors) =>
    expect(readRow(row(given), edition).errors.map(({ field, why }) => [field, why])).toEqual(errors),
  )

  test('a night goes on after midnight; a day and month are the edition’s; days nobody entered come from the rows', () => {
    expect(readRow(row({ day: '15.10', start: '23:00', end: '1:00' }), edition).place).toEqual({
      ...{ date: '2026-10-15', dayId: 'one', startsAt: '2026-10-15T23:00', endsAt: '2026-10-16T01:00' },
    })
    expect(readRow(row({ day: '3 мая', start: '9' }), { days: [], undated: [], year: 2027 }).place).toMatchObject({
      ...{ date: '2027-05-03', dayId: null, startsAt: '2027-05-03T09:00' },
    })
  })
  test('speakers', () => {
    expect(
      readSpeakers('Joshua Lincoln (Tufts), Жанна Токаева; Moderator: Ann Lee').map(({ name, role }) => [name, role]),
    ).toEqual([
      ['Joshua Lincoln (Tufts), Жанна Токаева', 'speaker'],
      ['Ann Lee', 'moderator'],
    ])
    expect(readSpeakers('Joshua Lincoln (Tufts), Ann Lee (moderator), Ann Lee')).toEqual([
      { name: 'Joshua Lincoln', role: 'speaker' },
      { name: 'Ann Lee', role: 'moderator' },
    ])
    expect(readSpeakers(' , ;')).toEqual([])
  })
})
