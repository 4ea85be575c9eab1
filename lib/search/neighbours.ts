import 'server-only'
import { quoted } from './lexemes'
import { ask } from './pool'
import type { Clause, Query } from './query'
import type { Sought } from './word-forms'

/**
 * For two words of a phrase that follow each other, by `neighbourKey`: the lexemes by which the index knows documents
 * that have them so. A document that has one of them need not have the phrase; one without has not.
 */
export type Neighbours = ReadonlyMap<string, readonly string[]>

/** Two words of a phrase, and how far apart they are when words too common to be indexed stand between them. */
type Pair = { before: string; after: string; gap: number }

/** The index knows no neighbours further apart (search_pairs in the migration). */
const WIDEST_GAP = 3
/** Two words with more forms together than these are not looked up: another pair has to do. */
const MOST_FORMS = 200

export const neighbourKey = ({ before, after, gap }: Pair) => `${before} ${after} ${gap}`

/** The pairs of a phrase; `isLooked` says which words are in the index at all. */
export function pairsOf(words: readonly string[], isLooked: (word: string) => boolean): Pair[] {
  const places = words.map((word, at) => ({ word, at })).filter(({ word }) => isLooked(word))
  return places.slice(1).flatMap(({ word, at }, n) => {
    const before = places[n]
    return before && at - before.at <= WIDEST_GAP ? [{ before: before.word, after: word, gap: at - before.at }] : []
  })
}

const MARKS = `
  SELECT n::int, search_pairs(pair::tsvector) AS marks FROM unnest($1::int[], $2::text[]) p(n, pair)`

/** Looks up the neighbours in the phrases of a query. */
export async function readNeighbours(
  { groups, excluded }: Pick<Query, 'groups' | 'excluded'>,
  words: ReadonlyMap<string, Sought>,
): Promise<Neighbours> {
  const phrases = [...groups.flat(), ...excluded].filter(({ isPhrase }: Clause) => isPhrase)
  const isLooked = (word: string) => !words.get(word)?.isStopWord
  const pairs = phrases.flatMap((phrase) => pairsOf(phrase.words, isLooked))
  const lexemes = new Map([...words].map(([word, sought]) => [word, lexemesByStemmer(sought)] as const))
  const asked = pairs.flatMap(({ before, after, gap }, n) => {
    const [first = [], second = []] = [lexemes.get(before), lexemes.get(after)]
    if (first.length * second.length > MOST_FORMS) return []
    return first.flatMap((a) =>
      second.flatMap((b) => (isOfOneText(a, b) ? [{ n, vector: vectorOf(a.lexeme, b.lexeme, gap) }] : [])),
    )
  })
  if (!asked.length) return new Map()
  const rows = await ask<{ n: number; marks: string[] }>(MARKS, [
    asked.map(({ n }) => n),
    asked.map(({ vector }) => vector),
  ])
  return new Map(
    pairs.map((pair, at) => [neighbourKey(pair), rows.flatMap(({ n, marks }) => (n === at ? marks : []))] as const),
  )
}

/** A lexeme of a word, and which stemmers make it. */
type Stemmed = { lexeme: string; isPlain: boolean; isKazakh: boolean }

const lexemesByStemmer = ({ lexemes, forms }: Sought): Stemmed[] =>
  lexemes.map((lexeme) => {
    const isPlain = forms.some((form) => form.lexeme === lexeme)
    const isKazakh = forms.some((form) => form.kazakh === lexeme)
    const isUnknown = !isPlain && !isKazakh
    return { lexeme, isPlain: isPlain || isUnknown, isKazakh: isKazakh || isUnknown }
  })

/** A Kazakh text is in the index once with the stems of each stemmer: two words never stand together across them. */
const isOfOneText = (a: Stemmed, b: Stemmed) => (a.isPlain && b.isPlain) || (a.isKazakh && b.isKazakh)

/** A text of the two words alone. */
const vectorOf = (a: string, b: string, gap: number) =>
  a === b ? `${quoted(a)}:1,${1 + gap}` : `${quoted(a)}:1 ${quoted(b)}:${1 + gap}`
