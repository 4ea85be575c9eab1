import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyOf, marked } from './lexemes'
import { FEW, MOST_EXACT, MOST_RANKED, monthsBack, type Period, planSearch, sampleFor } from './plan'

const many = fc.integer({ min: MOST_EXACT + 1, max: 2_000_000 })
const periods = (mark: (n: number) => string): fc.Arbitrary<Period[]> =>
  fc
    .array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 40 })
    .map((counts) => counts.map((documents, n) => ({ mark: mark(n), documents })))

describe('a sample', () => {
  test('has at most as many as wanted, and a quarter of that where there is a smaller one', () =>
    fc.assert(
      fc.property(many, fc.integer({ min: 100, max: 400 }), (estimate, wanted) => {
        const sample = sampleFor(estimate, wanted)
        const inIt = estimate / (sample?.times ?? 1)
        if (estimate <= wanted) expect(sample).toBeNull()
        else if (sample?.times !== 2048) expect(inIt).toBeLessThanOrEqual(wanted)
        if (sample && sample.times > 8) expect(inIt).toBeGreaterThan(wanted / 4)
      }),
    ))

  test('is asked for with its mark before every lexeme, whatever is in it', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1 }), (lexemes) => {
        const query = anyOf([...lexemes, "'", '\\', "a'b"]) ?? ''
        expect(marked(query, '~3')).toBe(anyOf([...lexemes, "'", '\\', "a'b"], '~3'))
      }),
    ))
})

describe('of many matches', () => {
  const asked = { full: "'a'", top: "'^a'", undated: "'@a'", isRanked: true }
  const years = periods((n) => `=${100 - n}`).map((all) =>
    all.map(({ mark, documents }, n) => ({ id: Number(mark.slice(1)), year: 2030 - n, documents })),
  )

  test('those of a time are enough for ten pages, if they are spread evenly', () =>
    fc.assert(
      fc.property(
        many,
        many,
        periods((n) => `%${n}`),
        years,
        (estimate, topEstimate, months, years) => {
          const dated = years.reduce((sum, { documents }) => sum + documents, 0)
          const { candidates, ofAllYears } = planSearch({ ...asked, estimate, topEstimate }, { years, months })
          const marks = candidates
            .flatMap(({ query }) => query.match(/'[%=]\d+'/g) ?? [])
            .map((mark) => mark.slice(1, -1))
          const held = [...months, ...years.map(({ id, documents }) => ({ mark: `=${id}`, documents }))]
            .filter(({ mark }) => marks.includes(mark))
            .reduce((sum, { documents }) => sum + documents, 0)
          if (marks.length) expect((held * topEstimate) / dated).toBeGreaterThanOrEqual(FEW * (1 - 1e-9))
          expect(ofAllYears === null).toBe(marks.length === 0)
        },
      ),
    ))

  test('no more of the newest documents are gone through than are needed, and never many', () =>
    fc.assert(
      fc.property(many, many, years, (estimate, topEstimate, years) => {
        const dated = years.reduce((sum, { documents }) => sum + documents, 0)
        const back = monthsBack({ ...asked, estimate, topEstimate }, years)
        expect(back).toBeLessThanOrEqual(20_000)
        expect(back * years.length).toBeLessThanOrEqual(dated)
        if (back) expect((back * Math.max(estimate, topEstimate)) / dated).toBeGreaterThanOrEqual(FEW)
      }),
    ))

  test('of more than are ever ranked the newest are looked for, however many years they are spread over', () => {
    const years = Array.from({ length: 100 }, (_, n) => ({ id: n, year: 2030 - n, documents: 1000 }))
    const narrowed = (estimate: number) =>
      planSearch({ ...asked, estimate, topEstimate: estimate, isRanked: false }, { years, months: [] }).ofAllYears !==
      null
    expect([2000, MOST_RANKED + 1, 1_000_000].map(narrowed)).toEqual([false, true, true])
  })

  test('few are all looked at', () => {
    const plan = planSearch({ ...asked, estimate: MOST_EXACT, topEstimate: 3 }, { years: [], months: [] })
    expect(plan).toEqual({
      isExact: true,
      candidates: [{ query: "'a'", most: MOST_RANKED }],
      ofAllYears: null,
      estimate: MOST_EXACT,
    })
  })
})
