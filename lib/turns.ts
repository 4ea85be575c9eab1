/** Thrown when too many wait already. */
export class TooManyWaiting extends Error {
  override name = 'TooManyWaiting'
}

/** Lets `most` pieces of work run at once; up to `waiting` more wait their turn, the rest are turned away. */
export function createTurns(most: number, waiting: number) {
  let running = 0
  const turns: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) {
      if (turns.length >= waiting) throw new TooManyWaiting()
      await new Promise<void>((resolve) => turns.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = turns.shift()
      if (next) next()
      else running--
    }
  }
}
