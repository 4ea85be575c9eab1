import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery, positiveWords } from './query'

const shape = (text: string) => {
  const { groups, excluded, fields } = parseQuery(text)
  const of = ({ words, isPhrase, isPrefix }: (typeof excluded)[number]) =>
    `${isPhrase ? `"${words.join(' ')}"` : words.join('+')}${isPrefix ? '*' : ''}`
  return [
    ...groups.map((group) => group.map(of).join('|')),
    ...excluded.map((clause) => `-${of(clause)}`),
    ...fields.map(({ name, value, isExcluded }) => `${isExcluded ? '-' : ''}${name}:${value}`),
  ]
}

describe('the language of queries', () => {
  test.each([
    ['middle powers', ['middle', 'powers']],
    ['"biological security" agency', ['"biological security"', 'agency']],
    ['«орта державалар»', ['"орта державалар"']],
    ['“rules-based order”', ['"rules based order"']],
    ['"no end', ['"no end"']],
    ['middle powers -Korea', ['middle', 'powers', '-korea']],
    ['-"middle powers" −trade', ['-"middle powers"', '-trade']],
    ['trade OR transport water', ['trade|transport', 'water']],
    ['trade ИЛИ transport НЕМЕСЕ water', ['trade|transport|water']],
    ['OR trade', ['trade']],
    ['trade OR', ['trade']],
    ['trade or transport', ['trade', 'or', 'transport']],
    ['polari*', ['polari*']],
    ["O'Brien", ['o+brien|obrien']],
    ['peace-keeping', ['peace+keeping|peacekeeping']],
    ['speaker:lincoln BRICS', ['brics', 'speaker:lincoln']],
    ['спикер:Линкольн', ['speaker:Линкольн']],
    ['topic:"water security" -org:tufts', ['topic:water security', '-organisation:tufts']],
    ['from:2024 to:2025-03', ['from:2024', 'to:2025-03']],
    ['http://example.org/a', ['http+example+org+a']],
    ['Ёлка café', ['елка', 'cafe']],
    ['Қасым-Жомарт', ['қасым+жомарт|қасымжомарт']],
  ])('%s', (text, expected) => expect(shape(text)).toEqual(expected))

  test('only a last word without anything after it may be unfinished', () => {
    expect(parseQuery('nuclear disarm').endsInWord).toBe(true)
    expect(parseQuery('nuclear disarm ').endsInWord).toBe(false)
    expect(parseQuery('"nuclear disarm"').endsInWord).toBe(false)
  })
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.string({ unit: 'grapheme', maxLength: 500 }),
  fc
    .array(
      fc.constantFrom('-', '"', ':', 'OR', ' ', '*', 'speaker:', "'", '\\', '(', '<', '\0', '\ud800', 'слово', 'word'),
      { maxLength: 200 },
    )
    .map((parts) => parts.join('')),
)

test('any text gives a query within its bounds', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const query = parseQuery(text)
      const clauses = [...query.groups.flat(), ...query.excluded]
      expect(clauses.length).toBeLessThanOrEqual(40)
      expect(query.groups.length + query.excluded.length + query.fields.length).toBeLessThanOrEqual(40)
      expect(positiveWords(query).length).toBeLessThanOrEqual(48)
      for (const { words } of clauses) {
        expect(words.length).toBeGreaterThan(0)
        for (const word of words) expect(word).toMatch(/^[^\s"\0:\\'&|!<>()*-]+$/u)
      }
    }),
    { numRuns: 500 },
  )
})

test('what is in quotes is one phrase whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }).filter((text) => !/["“”„«»]/.test(text)),
      (text) => {
        const { groups, excluded, fields } = parseQuery(`"${text}"`)
        expect(groups.length).toBeLessThanOrEqual(1)
        expect([...excluded, ...fields]).toEqual([])
      },
    ),
  )
})

test('33 hyphens', () => expect(shape('-'.repeat(33))).toEqual([]))
