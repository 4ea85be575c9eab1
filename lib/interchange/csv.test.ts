import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv } from './csv'

/** The rows of a CSV (RFC 4180), read as a spreadsheet reads them. */
function read(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', ' ', "'", 'ә', 'a') }),
)

test('what is read back is what was written, but for formulas, which are none any more', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
      const back = read(csv(rows))
      expect(back).toHaveLength(rows.length)
      for (const [n, row] of back.entries())
        for (const [m, text] of row.entries()) {
          const written = rows[n]?.[m]
          expect(text === written || text === `'${written}`).toBe(true)
          expect(text).not.toMatch(/^[\s]*[=+\-@]/)
        }
    }),
  )
})

test('numbers and what is not known', () => {
  expect(csv([['a', -1, null]])).toBe('\ufeffa,-1,\r\n')
  expect(csv([['=1+1', ' =x', '-x']])).toBe("\ufeff'=1+1,' =x,'-x\r\n")
})
