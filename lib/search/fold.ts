/**
 * How words are compared: the twin of the functions search_fold, search_plain and search_capitals in the migrations, for marking words
 * in a page and for reading a query. A test compares the two on the letters of all alphabets in use.
 */

const marksOnLatin = /([a-z\u0370-\u03ff])[\u0300-\u036f]+/g
const oneLetter: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ı: 'i',
  ς: 'σ',
}

/** Letters with accents, and accents that stand behind their letter. */
const accented = /[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1eff]|[\u0300-\u036f]/

/** Lower case, without accents and ё. */
export function fold(text: string): string {
  // Most texts have none: to take apart and put together each of their letters costs ten times as much.
  if (!accented.test(text)) return text.toLowerCase().replaceAll('ё', 'е')
  const lower = text.normalize('NFC').toLowerCase()
  const bare = lower
    .normalize('NFD')
    .replace(marksOnLatin, '$1')
    .normalize('NFC')
    .replace(/[øłđðßæœıς]/g, (letter) => oneLetter[letter] ?? letter)
  return bare.replaceAll('ё', 'е')
}

const between = /[\p{Cc}\u0020-\u002f\u003a-\u0060\u007b-\u00bf×÷\u2000-\u206f\u3000-\u303f]+/u

const commonWords =
  'all am as at be been but by can do does down each few for from had has have he her here him his how if in into is it its me more most my no nor now of off on once only our out over own same she so some such than that them then there these they this those to too under until up very was we were what when where which while who whom why will with you your'
const commonInCapitals = new RegExp(`\\b(?:${commonWords.toUpperCase().replaceAll(' ', '|')})\\b`, 'g')
const inCapitals = new Set(commonWords.split(' ').map((word) => `${word}0`))

/** Words too common to be indexed, unless they stand in capitals: WHO, IT. Those have a 0 at their end. */
const withCapitals = (text: string) => (/[A-Z]{2}/.test(text) ? text.replace(commonInCapitals, '$&0') : text)

/** Whether a folded word was one of those in capitals. */
export const isInCapitals = (word: string) => inCapitals.has(word)

/** The words of a text, folded, in their order. A compound (peace-keeping) gives its parts. */
export const wordsOf = (text: string): string[] => fold(withCapitals(text)).split(between).filter(Boolean)

/** Text that Postgres can take: without NUL and halves of surrogate pairs. */
export const storable = (text: string): string => text.replaceAll('\0', ' ').toWellFormed()
