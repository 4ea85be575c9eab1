import { expect, test } from 'vitest'
import { i18n } from '@/lib/i18n/translator'
import { asQuery, noticeInWords, type Problem, problemInWords, problemOf } from './problem-in-words'
import { tableColumns } from './table/columns'

const en = i18n('en')
const cut: Problem = { key: 'unreadable', code: 'cutOff', place: { file: 'a.xml', line: 3 } }

test('a file that cannot be read is told in one sentence with the place', () => {
  expect(problemInWords(cut, en)).toBe(
    'The file ends in the middle: it was cut off when it was saved or sent. (a.xml, line 3)',
  )
  expect(problemInWords({ key: 'noFile' }, en)).toBe('Choose a file.')
})

test('a sentence for which there are no words, or not the values it needs, is told by its code', () => {
  expect(problemInWords({ key: 'unreadable', code: 'never' }, en)).toBe('The file cannot be read (never).')
  expect(problemInWords({ key: 'unreadable', code: 'tooLarge' }, en)).toBe('The file cannot be read (tooLarge).')
  expect(noticeInWords({ code: 'never', values: {} }, en)).toBe('Something was not understood (never).')
})

test('values that are keys are told in words', () => {
  const values = { title: 'A', field: 'startsAt', why: 'outOfRange' }
  expect(noticeInWords({ code: 'sessionLeftOut', values }, en)).toContain('This is outside of what is possible here')
  expect(noticeInWords({ code: 'formatGuessed', values: { said: 'Slam', format: 'other' } }, en)).toContain('“Slam”')
})

test('a problem stands in an address and is read from it; nothing else is', () => {
  const otherXml = { ...cut, code: 'otherXml', values: { root: 'x'.repeat(200) } }
  const query = asQuery({ ...otherXml, typed: { language: 'ru', password: 'secret' } })
  expect(query).toMatchObject({ language: 'ru', 'value.root': 'x'.repeat(100) })
  expect(query).not.toHaveProperty('password')
  expect(problemOf(query)).toMatchObject({ key: 'unreadable', code: 'otherXml', place: cut.place })
  expect(problemOf({ problem: 'constructor' })).toBeNull()
})

test('every column of a table that is read has a word', () => {
  const columns = tableColumns.map((column) => en.t(`deskImport.column.${column}`))
  expect(new Set(columns).size).toBe(tableColumns.length)
})
