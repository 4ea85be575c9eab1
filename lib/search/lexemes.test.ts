import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allOf, anyOf, conjuncts, marked, not, oneOf } from './lexemes'
import { ask } from './pool'

const lexeme = fc.constantFrom('a', 'b', 'c', 'd', "o'b & c", '(', ' | ', ') & (', '\\', '!', "'")
const query: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.array(lexeme, { minLength: 1, maxLength: 3 }).map((lexemes) => anyOf(lexemes) ?? ''),
    fc.array(tie('query'), { minLength: 1, maxLength: 4 }).map((parts) => allOf(...parts) ?? ''),
    fc.array(tie('query'), { minLength: 1, maxLength: 3 }).map((parts) => oneOf(...parts) ?? ''),
    tie('query').map((part) => not(part) ?? ''),
  ),
})).query

describe('the parts of a query', () => {
  test('find together what it finds, whatever is in it', async () => {
    const queries = fc.sample(query, 400)
    const texts = fc.sample(fc.subarray(['a', 'b', 'c', 'd', "o'b & c", '(', ' | ', '\\', '!']), 40)
    const rows = await ask<{ whole: boolean; parts: boolean }>(
      `SELECT v @@ q.whole::tsquery AS whole, (SELECT bool_and(v @@ part::tsquery) FROM json_array_elements_text(q.parts) part) AS parts
       FROM (SELECT array_to_tsvector(ARRAY(SELECT json_array_elements_text(t))) AS v FROM json_array_elements($1) t) texts,
         json_to_recordset($2) AS q(whole text, parts json)`,
      [JSON.stringify(texts), JSON.stringify(queries.map((whole) => ({ whole, parts: conjuncts(whole) })))],
    )
    expect(rows).toHaveLength(16_000)
    expect(rows.filter(({ whole, parts }) => whole !== parts)).toEqual([])
    expect(rows.filter(({ whole }) => whole).length).toBeGreaterThan(500)
  })

  test('are as many as must be met, and none is only of what must not be', () => {
    expect(conjuncts("(('a' & ('b' | 'c')) & ('d'))")).toEqual(["'a'", "('b' | 'c')", "'d'"])
    expect(conjuncts("('a' & !('b') & 'c')")).toEqual(["'a' & !('b')", "'c'"])
    expect(conjuncts("!('b')")).toEqual(["!('b')"])
    expect(conjuncts(marked("('a' & 'it''s & so')", '~3'))).toEqual(["'~3a'", "'~3it''s & so'"])
  })
})
