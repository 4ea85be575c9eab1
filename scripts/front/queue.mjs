export class TooBusy extends Error {}

/** At most `most` at once; up to `waiting` more wait their turn, the rest are turned away. @param {number} most @param {number} waiting */
export function createQueue(most, waiting) {
  let running = 0
  /** @type {(() => void)[]} */
  const turns = []
  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  return async (work) => {
    if (running >= most) {
      if (turns.length >= waiting) throw new TooBusy()
      await /** @type {Promise<void>} */ (new Promise((resolve) => turns.push(resolve)))
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
