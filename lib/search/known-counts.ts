import type { Conditions } from './find'

type Asked = Pick<Conditions, 'text' | 'having' | 'from' | 'to'>

/** Numbers of documents that were counted on the way to an answer, so that none is counted twice. */
export class KnownCounts {
  readonly #numbers = new Map<string, number>()

  /** How many match, where it is known; what no document has is in none that is asked for more. */
  find(query: string, asked: Asked): number | undefined {
    const known = this.#numbers.get(keyOf(query, asked))
    const ofWords = this.#numbers.get(keyOf(asked.text.full ?? '', { ...asked, having: [], from: null, to: null }))
    return known ?? (ofWords === 0 ? 0 : undefined)
  }

  keep(query: string, asked: Asked, documents: number): void {
    this.#numbers.set(keyOf(query, asked), documents)
  }
}

/** Orders of words are not of the query, but of what is read. */
const keyOf = (query: string, { text: { phrases, excludedPhrases }, having, from, to }: Asked) =>
  JSON.stringify([query, phrases, excludedPhrases, having, from, to])
