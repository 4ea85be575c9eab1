import { wordsOf } from './fold'

/** A text with some of its words replaced, everything else as it was typed; a capital stays one. */
export function correctedText(text: string, corrections: ReadonlyMap<string, string>): string {
  return text.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => {
    const corrected = corrections.get(wordsOf(word)[0] ?? '')
    if (!corrected) return word
    const [first = ''] = word
    const isCapital = first !== first.toLowerCase()
    return isCapital ? corrected.charAt(0).toUpperCase() + corrected.slice(1) : corrected
  })
}
