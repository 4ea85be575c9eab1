import { createHash } from 'node:crypto'

/**
 * A positive number of 31 bits for each id, as the older formats want one: always the same for an id, and no number
 * twice among those given. Where two would meet, the one that comes later in order takes its next.
 */
export function numericIds(ids: Iterable<string>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  const taken = new Set([0])
  for (const id of [...new Set(ids)].sort()) {
    let number = 0
    for (let attempt = 0; taken.has(number); attempt += 1) {
      number = createHash('sha256').update(`${id} ${attempt}`).digest().readUInt32BE() >>> 1
    }
    taken.add(number)
    numbers.set(id, number)
  }
  return numbers
}
