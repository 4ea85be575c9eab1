/**
 * How words are compared: the twin of the functions search_fold and search_plain in the migration, for marking words
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

/** Lower case, without accents and ё. */
export function fold(text: string): string {
  const lower = text.normalize('NFC').toLowerCase()
  const bare = lower
    .normalize('NFD')
    .replace(marksOnLatin, '$1')
    .normalize('NFC')
    .replace(/[øłđðßæœıς]/g, (letter) => oneLetter[letter] ?? letter)
  return bare.replaceAll('ё', 'е')
}

const between = /[\p{Cc}\u0020-\u002f\u003a-\u0060\u007b-\u00bf×÷\u2000-\u206f\u3000-\u303f]+/u

/** The words of a text, folded, in their order. A compound (peace-keeping) gives its parts. */
export const wordsOf = (text: string): string[] => fold(text).split(between).filter(Boolean)

/** Text that Postgres can take: without NUL and halves of surrogate pairs. */
export const storable = (text: string): string => text.replaceAll('\0', ' ').toWellFormed()
