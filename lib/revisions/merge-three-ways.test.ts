import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyContent, type Pool } from '@/lib/testing/contents'
import { type Json, keyed } from './difference'
import { type MergeChoice, mergeThreeWays, ORDER, pathName } from './merge-three-ways'
import { nouns } from './nouns'

const ids = () => [randomUUID(), randomUUID(), randomUUID()]
const pool = Object.fromEntries(
  [...nouns, 'day', 'room', 'track', 'appearance'].map((name) => [name, ids()]),
) as unknown as Pool

/** Every value of a content by its path; of a row of a list also that it is there. */
function leaves(value: Json, path: string[] = []): Map<string, string> {
  const all = new Map<string, string>()
  const add = (more: Map<string, string>) => {
    for (const [at, leaf] of more) all.set(at, leaf)
  }
  if (Array.isArray(value)) {
    for (const { key, value: row } of keyed(value)) {
      all.set(pathName([...path, `#${key}`]), 'there')
      if (typeof row === 'object') add(leaves(row, [...path, `#${key}`]))
    }
  } else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) add(leaves(each, [...path, name]))
  else if (value !== null && value !== '') all.set(pathName(path), JSON.stringify(value))
  return all
}

/** A content with, of some of its fields, those of another. */
const mixed = (of: fc.Arbitrary<object>) =>
  fc.tuple(of, of, of, fc.infiniteStream(fc.nat(3))).map(([base, a, b, which]) => {
    const side = (other: object) =>
      Object.fromEntries(
        Object.entries(base).map(([name, value]) => [
          name,
          which.next().value ? value : (other as Record<string, unknown>)[name],
        ]),
      )
    return { base: base as Json, mine: side(a) as Json, theirs: side(b) as Json }
  })

describe.each(nouns)('of a %s', (noun) => {
  const three = mixed(anyContent(noun, pool))

  test('no change of either side is lost: it is in the merged, or in a conflict that holds it', () => {
    fc.assert(
      fc.property(three, ({ base, mine, theirs }) => {
        const { merged, conflicts } = mergeThreeWays(base, mine, theirs)
        const [b, m, t, got] = [base, mine, theirs, merged].map((each) => leaves(each))
        const inConflict = (at: string) =>
          conflicts.some(({ path }) => at === pathName(path) || at.startsWith(`${pathName(path)}/`))
        for (const at of new Set([...(b ?? []), ...(m ?? []), ...(t ?? []), ...(got ?? [])].map(([path]) => path))) {
          const [was, mineHas, theirsHas, has] = [b, m, t, got].map((each) => each?.get(at))
          if (inConflict(at)) continue
          if (mineHas === theirsHas) expect([at, has]).toEqual([at, mineHas])
          else if (mineHas === was) expect([at, has]).toEqual([at, theirsHas])
          else if (theirsHas === was) expect([at, has]).toEqual([at, mineHas])
          else throw new Error(`Both changed ${at}, and nobody is asked`)
        }
        for (const { mine: one, theirs: other } of conflicts) expect(one).not.toEqual(other)
      }),
      { numRuns: 60 },
    )
  })

  test('with one side unchanged it is the other; of two alike it is that; nobody is asked', () => {
    fc.assert(
      fc.property(three, ({ base, mine }) => {
        expect(mergeThreeWays(base, mine, base)).toEqual({ merged: mine, taken: [], conflicts: [] })
        expect(mergeThreeWays(base, base, mine)).toMatchObject({ merged: mine, conflicts: [] })
        expect(mergeThreeWays(base, mine, mine)).toEqual({ merged: mine, taken: [], conflicts: [] })
      }),
      { numRuns: 40 },
    )
  })

  test('it asks for the same whoever is first, and does what is chosen', () => {
    fc.assert(
      fc.property(three, ({ base, mine, theirs }) => {
        const paths = ({ conflicts }: ReturnType<typeof mergeThreeWays>) =>
          conflicts.map(({ path }) => pathName(path)).sort()
        const [one, other] = [mergeThreeWays(base, mine, theirs), mergeThreeWays(base, theirs, mine)]
        expect(paths(one)).toEqual(paths(other))
        const all = (choice: MergeChoice) => leaves(mergeThreeWays(base, mine, theirs, () => choice).merged)
        const swapped = leaves(mergeThreeWays(base, theirs, mine, () => 'mine').merged)
        expect([...all('theirs')].sort()).toEqual([...swapped].sort())
        const both = mergeThreeWays(base, mine, theirs, () => 'both')
        for (const { canBoth, chosen } of both.conflicts) expect(chosen).toBe(canBoth ? 'both' : null)
      }),
      { numRuns: 30 },
    )
  })
})

test('rows come, go and move on both sides', () => {
  const row = (id: string, name = id) => ({ id, name })
  const base = [row('a'), row('b'), row('c')]
  const mine = [row('b'), row('a'), row('mine'), row('c', 'changed')]
  const theirs = [row('a'), row('theirs'), row('b', 'renamed')]
  const { merged, taken, conflicts } = mergeThreeWays(base, mine, theirs)
  expect(merged).toEqual([row('b', 'renamed'), row('a'), row('theirs'), row('mine'), row('c', 'changed')])
  expect(taken.map(({ path }) => path)).toEqual([['#"b"', 'name'], ['#"theirs"']])
  // I changed what they removed.
  expect(conflicts).toMatchObject([{ path: ['#"c"'], theirs: null, chosen: null }])
  expect(mergeThreeWays(base, mine, theirs, () => 'theirs').merged).not.toContainEqual(row('c', 'changed'))
})

test('two orders are a conflict, of texts both can be kept', () => {
  const orders = mergeThreeWays(['a', 'b', 'c'], ['b', 'a', 'c'], ['a', 'c', 'b'])
  expect(orders.conflicts).toMatchObject([{ path: [ORDER], canBoth: false }])
  const texts = (title: string) => ({ texts: { en: { title, status: 'original' } } })
  const { merged } = mergeThreeWays(texts('Old'), texts('Mine'), texts('Theirs'), () => 'both')
  expect(merged).toEqual(texts('Mine\n\nTheirs'))
})
