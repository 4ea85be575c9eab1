import 'server-only'
import { editDistance, oneEditAway } from './edit-distance'
import { isInCapitals } from './fold'
import { ask } from './pool'
import { addForms, type Sought } from './word-forms'

const SHORTEST = 4
/** The index has no longer words, and what is near them is too much to be looked up. */
const LONGEST = 42
/** A key as short as that of "zzzz" is one letter away from half the archive. */
const SHORTEST_KEY = 3
const MOST_CORRECTIONS = 3
/** A word in so few documents may be somebody's slip, if another near it is so much commoner. */
const RARE = 10
const MUCH_COMMONER = 10

type Candidate = { word: string; key: string; lexeme: string; kazakh: string | null; documents: number }

// Plain look-ups: keys one edit away; else what shares the first or the last three letters, of which few are near.
const ONE_EDIT = `
  (SELECT word, key, lexeme, kazakh, documents FROM search_word WHERE key = ANY($1) ORDER BY documents DESC, word LIMIT 60)
  UNION
  (SELECT word, key, lexeme, kazakh, documents FROM search_word WHERE word = ANY($2) ORDER BY documents DESC, word LIMIT 60)`
const SAME_END = `
  (SELECT word, key, lexeme, kazakh, documents FROM search_word
    WHERE key ~>=~ $1 AND key ~<~ ($1 || '~') AND length(key) BETWEEN $3 - 2 AND $3 + 2 ORDER BY documents DESC, word LIMIT 1000)
  UNION
  (SELECT word, key, lexeme, kazakh, documents FROM search_word
    WHERE reverse(key) ~>=~ $2 AND reverse(key) ~<~ ($2 || '~') AND length(key) BETWEEN $3 - 2 AND $3 + 2 ORDER BY documents DESC, word LIMIT 1000)`

const isLatin = (word: string) => /^[a-z0-9]/.test(word)

/**
 * The same words; to those that are nowhere are added the nearest that are somewhere, with `rareToo` also to those that
 * are almost nowhere or that nobody wrote just so. Numbers are never corrected.
 */
export async function correct(words: readonly Sought[], { rareToo = false } = {}): Promise<Sought[]> {
  const corrected = await Promise.all(
    words.map(async (sought) => {
      // Nobody wrote it so, it only has the stem of what somebody did: debte, of debt.
      const isUnwritten = rareToo && !sought.forms.some(({ word }) => word === sought.word)
      const isRare = rareToo && (isUnwritten || sought.documents <= RARE) && isCorrectable(sought)
      if (!isDoubtful(sought) && !isRare) return sought
      const near = await nearestWords(isRare ? { ...sought, documents: 0 } : sought)
      const nearest = near.filter(
        ({ documents }) => !isRare || isUnwritten || documents >= sought.documents * MUCH_COMMONER,
      )
      const [best] = nearest
      if (!best) return sought
      const lexemes = nearest.flatMap(({ lexeme, kazakh }) => (kazakh ? [lexeme, kazakh] : [lexeme]))
      return { ...sought, corrected: best.word, lexemes: [...new Set([...sought.lexemes, ...lexemes])] }
    }),
  )
  return corrected.some(({ corrected }) => corrected) ? addForms(corrected) : corrected
}

/** Whether nobody wrote the word so, nor a name that sounds the same in its own script (Tokaev for Tokayev is right). */
function isDoubtful(sought: Sought): boolean {
  return isCorrectable(sought) && !sought.forms.some((form) => isLatin(form.word) === isLatin(sought.word))
}

const isCorrectable = ({ word, key, isStopWord }: Sought) =>
  !isStopWord && word.length >= SHORTEST && word.length <= LONGEST && key.length >= SHORTEST_KEY && !/\d/.test(word)

async function nearestWords({ word, key, documents }: Sought): Promise<Candidate[]> {
  const found = await ask<Candidate>(ONE_EDIT, [[key, ...oneEditAway(key)], oneEditAway(word)])
  const near = found.filter((each) => each.word !== word && !isInCapitals(each.word))
  // The other script may have the word where this one has only something like it: then it must be very like it.
  if (documents > 0)
    return near
      .filter((each) => isLatin(each.word) === isLatin(word) && editDistance(each.word, word, 1) <= 1)
      .slice(0, 1)
  const candidates = near.length || key.length < 6 ? near : await twoEditsAway(key)
  const distance = (candidate: Candidate) =>
    isLatin(candidate.word) === isLatin(word) ? editDistance(candidate.word, word, 4) : 5
  return candidates
    .map((candidate) => ({ candidate, distance: distance(candidate) }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        b.candidate.documents - a.candidate.documents ||
        sameBeginning(b.candidate.word, word) - sameBeginning(a.candidate.word, word),
    )
    .filter(({ distance }, _, [first]) => distance === first?.distance)
    .slice(0, MOST_CORRECTIONS)
    .map(({ candidate }) => candidate)
}

/** How many letters two words begin alike with. */
function sameBeginning(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

async function twoEditsAway(key: string): Promise<Candidate[]> {
  const ends = await ask<Candidate>(SAME_END, [key.slice(0, 3), [...key].reverse().join('').slice(0, 3), key.length])
  return ends.filter((candidate) => editDistance(candidate.key, key, 2) <= 2)
}
