import { allOf, anyOf, inOrder, not, oneOf } from './lexemes'
import { type Neighbours, neighbourKey, pairsOf } from './neighbours'
import type { Clause, Query } from './query'
import type { Sought } from './word-forms'

/** A query on texts as Postgres understands it. Nulls stand for nothing asked. */
export type TextQuery = {
  /** On all of a document. */
  full: string | null
  /** The same without what is excluded. */
  positive: string | null
  /** The same within its titles, names and topics. */
  top: string | null
  /** The same there, of what is of no time: people, organisations, topics. */
  undated: string | null
  /** Any of the words at all. */
  any: string | null
  /** All the words in the order typed, for those who remember a title. */
  inOrder: string | null
  /** What ranking weighs: words, the rarer the heavier. */
  terms: { query: string; weight: number; word: string }[]
  /** Of each list one must hold: an order of words within one text, or lexemes anywhere. */
  phrases: { ordered: string | null; anywhere: string | null }[][]
  /** Whether `full` names the neighbours in every phrase: nearly all documents that it leads to have the phrase. */
  hasNeighbours: boolean
  /** Orders of words that must not occur. */
  excludedPhrases: string[]
  /** About how many documents match, all and within the top. */
  estimate: number
  topEstimate: number
}

/** More words than this only slow ranking down. */
const MOST_TERMS = 6

/** How many documents there are, and a query that matches every one of them. */
export type Archive = { documents: number; everything: string | null }

type Words = ReadonlyMap<string, Sought>

/** Turns a parsed query and what its words are in the index into text queries. */
export function toTextQuery(
  { groups, excluded }: Pick<Query, 'groups' | 'excluded'>,
  words: Words,
  { documents, everything }: Archive,
  neighbours: Neighbours = new Map(),
): TextQuery {
  const lexemesOf = (word: string) => words.get(word)?.lexemes ?? []
  const isLooked = (word: string) => !words.get(word)?.isStopWord
  // A word that is in no document matches none; a stop word is passed over.
  const one = (word: string, mark = '') => (isLooked(word) ? (anyOf(lexemesOf(word), mark) ?? "'='") : null)
  const clauseOf = ({ words }: Clause, mark = '') => allOf(...words.map((word) => one(word, mark)))
  /** As `match` has it, which knows neighbours too. */
  const matched = (clause: Clause, mark = '') =>
    allOf(
      isSaidByNeighbours(clause) && !mark ? null : clauseOf(clause, mark),
      ...(isOrdered(clause) ? neighboursOf(clause) : []),
    )
  /** Two pairs of neighbours say as much as the words: hardly any document has both by chance. */
  const isSaidByNeighbours = (clause: Clause) =>
    isOrdered(clause) && clause.words.filter(isLooked).length > 2 && hasNeighbours(clause)
  const neighboursOf = ({ words }: Clause) =>
    pairsOf(words, isLooked).map((pair) => anyOf(neighbours.get(neighbourKey(pair)) ?? []))
  const hasNeighbours = ({ words }: Clause) => {
    const pairs = pairsOf(words, isLooked)
    const isWhole = pairs.length === words.filter(isLooked).length - 1
    return isWhole && pairs.every((pair) => neighbours.get(neighbourKey(pair))?.length)
  }
  const ordered = ({ words }: Clause) => inOrder(words.map((word) => one(word)))
  const isOrdered = ({ isPhrase, words }: Clause) => isPhrase && words.filter(isLooked).length > 1

  const sought = [...new Set(groups.flatMap((group) => group.flatMap((clause) => clause.words)))].filter(isLooked)
  const least = (clause: Clause, count: 'documents' | 'topDocuments') =>
    Math.min(...clause.words.filter(isLooked).map((word) => words.get(word)?.[count] ?? 0))
  const estimate = (count: 'documents' | 'topDocuments') =>
    backedOff(
      groups
        .map((group) => group.filter((clause) => clause.words.some(isLooked)))
        .filter((group) => group.length)
        .map((group) =>
          Math.min(
            documents,
            group.reduce((sum, clause) => sum + least(clause, count), 0),
          ),
        ),
      documents,
    )
  const excluding = excluded.filter((clause) => !isOrdered(clause)).map((clause) => not(clauseOf(clause)))
  const all = (of: (clause: Clause) => string | null) => allOf(...groups.map((group) => oneOf(...group.map(of))))
  const isExcluding = excluded.some(({ words }) => words.some(isLooked))
  const matching = (part: string | null) => (part || isExcluding ? allOf(part ?? everything, ...excluding) : null)
  return {
    full: matching(all((clause) => matched(clause))),
    positive: all((clause) => clauseOf(clause)),
    top: matching(all((clause) => matched(clause, '^'))),
    undated: matching(all((clause) => matched(clause, '@'))),
    any: oneOf(...sought.map((word) => one(word))),
    inOrder:
      sought.length > 1 ? inOrder(groups.flatMap(([clause]) => (clause?.words ?? []).map((word) => one(word)))) : null,
    terms: sought.slice(0, MOST_TERMS).map((word) => ({
      ...{ word, query: one(word) ?? "'='" },
      weight: Math.log(1 + documents / (1 + (words.get(word)?.documents ?? 0))),
    })),
    phrases: groups
      .filter((group) => group.some(isOrdered))
      .map((group) =>
        group.map((clause) =>
          isOrdered(clause)
            ? { ordered: ordered(clause), anywhere: null }
            : { ordered: null, anywhere: clauseOf(clause) },
        ),
      ),
    hasNeighbours: groups.every((group) => group.every((clause) => !isOrdered(clause) || hasNeighbours(clause))),
    excludedPhrases: excluded.filter(isOrdered).flatMap((clause) => ordered(clause) ?? []),
    estimate: estimate('documents'),
    topEstimate: estimate('topDocuments'),
  }
}

/**
 * How many documents have all of some things, of which each alone has a number of documents. Things that are asked
 * for together occur together more often than chance, so each further one counts less.
 */
export function backedOff(counts: readonly number[], documents: number): number {
  const shares = counts.map((count) => Math.max(count, 0.5) / Math.max(documents, 1)).sort((a, b) => a - b)
  return documents * shares.reduce((product, share, at) => product * Math.min(share, 1) ** (0.5 ** at), 1)
}
