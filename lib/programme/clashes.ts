import { lengthOf, MINUTE, minutesInto, type Place } from './place'

/** Two sessions that run at one time in one room, or with one person in both. */
export type Clash = { kind: 'room' | 'person'; of: string; first: string; second: string; startsAt: string }

type Placed = Place & { id: string; people: readonly string[]; isCancelled: boolean }

/** More are not listed: a programme with so many is only being begun. */
export const MOST_CLASHES = 200

/**
 * What cannot be so, by time alone: across midnight, between days, between halls. A session without a known end is
 * taken for a moment; one that ends when the next begins is no clash.
 */
export function findClashes(sessions: readonly Placed[]): Clash[] {
  const running = sessions
    .filter(({ startsAt, isCancelled }) => startsAt !== null && !isCancelled)
    .map((session) => {
      const start = minutesInto('1970-01-01', session.startsAt ?? '') * MINUTE
      return { session, start, end: start + (session.endsAt ? lengthOf(session) : 1) * MINUTE }
    })
    .sort((a, b) => a.start - b.start || (a.session.id < b.session.id ? -1 : 1))
  const clashes: Clash[] = []
  let open: typeof running = []
  for (const each of running) {
    open = open.filter(({ end }) => end > each.start)
    for (const other of open) {
      const [first, second] = [other.session, each.session]
      const at = { first: first.id, second: second.id, startsAt: second.startsAt ?? '' }
      if (first.room !== null && first.room === second.room) clashes.push({ kind: 'room', of: first.room, ...at })
      for (const person of new Set(first.people))
        if (second.people.includes(person)) clashes.push({ kind: 'person', of: person, ...at })
      if (clashes.length >= MOST_CLASHES) return clashes.slice(0, MOST_CLASHES)
    }
    open.push(each)
  }
  return clashes
}
