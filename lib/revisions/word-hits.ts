import { storable } from '@/lib/search/fold'
import { Prisma } from '@/prisma/client/client'
import type { Noun } from './nouns'

const MOST_LETTERS = 200
const MOST_WORDS = 8
/** Greater than every letter: a word begins with another when it is not less than it and less than it with this. */
const LAST = String.fromCodePoint(0x10ffff)

/** As the words of names are kept: the parts of a compound apart. */
const apart = (text: string) =>
  storable(text)
    .slice(0, MOST_LETTERS)
    .replace(/[-'’‐‑]/g, ' ')

/** A with-query: the words of a text, as they are written and as they sound. */
export const typedWords = (text: string) => Prisma.sql`
  typed AS MATERIALIZED (
    SELECT word, search_key(word) AS key FROM unnest(search_words(${apart(text)})) AS word LIMIT ${MOST_WORDS}
  )`

/**
 * A with-query after `typedWords`: which records of a noun have a word that begins with a typed one, in any script or
 * spelling, and whether it is that word as a whole. Both halves are ranges of an index.
 */
export const wordHits = (noun: Noun) => Prisma.sql`
  hits AS (
    SELECT typed.word, hit.record_id, bool_or(hit.is_whole) AS is_whole
    FROM typed, LATERAL (
      SELECT record_id, record_word.word = typed.word AS is_whole FROM record_word
      WHERE noun = ${noun}::noun AND record_word.word ~>=~ typed.word AND record_word.word ~<~ (typed.word || ${LAST})
      UNION ALL
      SELECT record_id, record_word.key = typed.key FROM record_word
      WHERE noun = ${noun}::noun AND typed.key <> '' AND record_word.key ~>=~ typed.key
        AND record_word.key ~<=~ (typed.key || CASE WHEN length(typed.key) > 1 THEN ${LAST} ELSE '' END)
    ) AS hit
    GROUP BY typed.word, hit.record_id
  )`

/** A query for the ids of the records of a noun in which every word of a text is found. */
export const recordsWithWords = (noun: Noun, text: string) => Prisma.sql`
  WITH ${typedWords(text)}, ${wordHits(noun)}
  SELECT record_id FROM hits GROUP BY record_id HAVING count(*) = (SELECT count(*) FROM typed)`
