import type { Citation, CitedSource } from '@/lib/sources/citations'

/** The sources of one page in the order in which it cites them, as a scholarly text numbers its notes. */
export class SourceNumbers {
  readonly sources: CitedSource[] = []
  #numbers = new Map<string, number>()
  #marked = new Set<number>()

  /** Give it every citation that the page shows, in reading order. */
  constructor(...citations: readonly (readonly Citation[])[]) {
    for (const { source } of citations.flat()) {
      if (this.#numbers.has(source.publicId)) continue
      this.sources.push(source)
      this.#numbers.set(source.publicId, this.sources.length)
    }
  }

  numberOf({ source }: Citation): number {
    const number = this.#numbers.get(source.publicId)
    if (!number) throw new Error(`The source ${source.publicId} is cited on a page that does not number it`)
    return number
  }

  /** The id of the first mark of a source, to which the list of sources leads back; later marks have none. */
  markId(number: number): string | undefined {
    if (this.#marked.has(number)) return undefined
    this.#marked.add(number)
    return `cite-${number}`
  }

  isMarked = (number: number) => this.#marked.has(number)
}
