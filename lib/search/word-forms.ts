import 'server-only'
import { isInCapitals } from './fold'
import { ask } from './pool'

/** A written word of the index. */
export type Form = { word: string; lexeme: string; kazakh: string | null; documents: number; topDocuments: number }

/** A word of a query with everything in the index that counts as it. */
export type Sought = {
  word: string
  /** How it sounds. */
  key: string
  /** Too common to be indexed: it is passed over. */
  isStopWord: boolean
  lexemes: string[]
  /** The written words that have one of the lexemes. */
  forms: Form[]
  /** In how many documents it is, at most. */
  documents: number
  topDocuments: number
  /** The spelling that was looked for instead, when the word itself is nowhere. */
  corrected: string | null
}

const MOST_FORMS = 400
const MOST_PREFIX_FORMS = 60
/** Of what begins with few letters, so many. */
const MOST_SHORT_PREFIX_FORMS = 24

type Read = { word: string; lexeme: string | null; kazakh: string | null; key: string; sounds: Form[] }

// The words themselves, and those that sound alike: names in another spelling, and any word in the other script.
const READ = `
  SELECT word, lexeme, kazakh, key, ARRAY(
    SELECT json_build_object('word', s.word, 'lexeme', s.lexeme, 'kazakh', s.kazakh)
    FROM search_word s
    WHERE s.key = asked.key AND length(asked.key) >= 3 AND s.word <> asked.word
      AND (s.names > 0 OR (length(asked.key) >= 5 AND (octet_length(s.word) > length(s.word)) <> (octet_length(asked.word) > length(asked.word))))
    ORDER BY s.documents DESC, s.word LIMIT 8) AS sounds
  FROM (SELECT word, n, search_lexeme(word) AS lexeme, CASE WHEN octet_length(word) > length(word) THEN search_kazakh_stem(word) END AS kazakh, search_key(word) AS key
    FROM unnest($1::text[]) WITH ORDINALITY a(word, n)) asked ORDER BY n`

const FORMS = `
  SELECT word, lexeme, kazakh, documents, top_documents AS "topDocuments" FROM search_word
  WHERE lexeme = ANY($1) OR kazakh = ANY($1) ORDER BY documents DESC, word LIMIT ${MOST_FORMS}`

const PREFIX = `
  SELECT word, lexeme, kazakh, documents, top_documents AS "topDocuments" FROM search_word
  WHERE word ~>=~ $1 AND word ~<~ ($1 || U&'\\+10FFFF') ORDER BY documents DESC, word LIMIT $2`

const distinct = (lexemes: (string | null)[]) => [...new Set(lexemes.filter((lexeme) => lexeme !== null))]

/** Looks up words of a query, in their order: with all that sounds like them, or only as they are typed. */
export async function readWords(words: readonly string[], { isAsTyped = false } = {}): Promise<Sought[]> {
  if (!words.length) return []
  const read = await ask<Read>(READ, [words])
  const sought = await addForms(
    read.map(({ word, key, lexeme, kazakh, sounds }) => ({
      ...{ word, key, isStopWord: lexeme === null, corrected: null },
      lexemes:
        lexeme === null ? [] : distinct([lexeme, kazakh, ...(isAsTyped ? [] : sounds.map((form) => form.lexeme))]),
    })),
  )
  // Capitals that nobody wrote so are no name.
  return sought.map((word) =>
    isInCapitals(word.word) && word.documents === 0 ? { ...word, isStopWord: true, lexemes: [] } : word,
  )
}

/** Adds to each word the written words that have its lexemes, and so how many documents it is in. */
export async function addForms(
  words: Pick<Sought, 'word' | 'key' | 'isStopWord' | 'corrected' | 'lexemes'>[],
): Promise<Sought[]> {
  const all = await ask<Form>(FORMS, [distinct(words.flatMap(({ lexemes }) => lexemes))])
  return words.map((word) => {
    const lexemes = new Set(word.lexemes)
    const forms = all.filter(({ lexeme, kazakh }) => lexemes.has(lexeme) || (kazakh !== null && lexemes.has(kazakh)))
    return { ...word, forms, ...sums(forms) }
  })
}

const sums = (forms: Form[]) => ({
  documents: forms.reduce((sum, form) => sum + form.documents, 0),
  topDocuments: forms.reduce((sum, form) => sum + form.topDocuments, 0),
})

/** The word as the beginning of others, of which the commonest count. */
export async function asPrefix(sought: Sought): Promise<Sought> {
  const begun = await ask<Form>(PREFIX, [
    sought.word,
    sought.word.length < 4 ? MOST_SHORT_PREFIX_FORMS : MOST_PREFIX_FORMS,
  ])
  const lexemes = distinct([...sought.lexemes, ...begun.map(({ lexeme }) => lexeme)])
  const [read] = await addForms([{ ...sought, isStopWord: false, lexemes }])
  return read ?? sought
}
