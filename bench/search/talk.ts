/** A session as the benchmark knows it, whichever file or generator it comes from. */
export type Talk = {
  n: number
  language: 'en' | 'ru' | 'kk'
  title: string
  /** Paragraphs. */
  abstract: string[]
  /** Paragraphs of what was said; most talks have none. */
  transcript: string[]
  speakers: string[]
  topic: string | null
  organisation: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  series: string
  year: number
  day: string
  format: 'plenary' | 'panel' | 'keynote' | 'discussion' | 'other'
  isReal: boolean
}

/** Numbers that look random and are the same in every run (mulberry32). */
export function random(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (n: number) => Math.floor(next() * n)
  return { next, upTo, pick: <T>(list: readonly T[]): T => list[upTo(list.length)] as T }
}

export const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?…])\s+/u).filter((each) => each.length > 20)
export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
