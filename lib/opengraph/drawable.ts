import anyAscii from 'any-ascii'
import { shorten } from '@/lib/metadata'

/**
 * What the fonts of the pictures can draw (a test draws it all): Latin, Cyrillic with Kazakh, common signs. A letter
 * beyond would make the library behind next/og ask Google for a font, and the archive calls nobody.
 */
const DRAWN =
  /[\x20-\x7e\xa0-\xac\xae-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u018f\u0218-\u021b\u0259\u0400-\u045f\u0462\u0463\u0472-\u0475\u0490-\u0493\u0496-\u049b\u04a0-\u04a3\u04aa\u04ab\u04ae-\u04b3\u04b6\u04b7\u04ba\u04bb\u04c0\u04cf-\u04d1\u04d4-\u04d9\u04e2\u04e3\u04e6-\u04e9\u04ee\u04ef\u04f2\u04f3\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2039\u203a\u20ac\u20b4\u20b8\u20bd\u2116\u2122\u2212]/

/** A text as a picture can show it: within its length, letters of other scripts in Latin ones, without emoji. */
export function drawable(text: string, most: number): string {
  const letters = [...text.normalize('NFC').replace(/\p{Extended_Pictographic}|\p{Variation_Selector}/gu, '')]
  return shorten(letters.map((letter) => (DRAWN.test(letter) ? letter : latin(letter))).join(''), most)
}

const latin = (letter: string) => (/\s/.test(letter) ? ' ' : anyAscii(letter).replace(/[^\x20-\x7e]/g, ''))
