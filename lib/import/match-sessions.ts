import type { SessionContent } from '@/lib/sessions/schema'
import type { KnownRecord } from './known-records'
import { sameName } from './programme'
import type { FileSession } from './programme-file'

export type SessionMatch = { record: KnownRecord; why: 'id' | 'likeness' }

/** By what a session is known again where no id says it. */
export type Likeness = { titles: string[]; startsAt: string | null; room: string | null }

export const likenessOf = ({ texts, startsAt, room }: SessionContent): Likeness => ({
  titles: Object.values(texts).map(({ title }) => sameName(title ?? '')),
  ...{ startsAt, room },
})

/** What must be alike, the closest first. What only moved has its title, what was only renamed its time and room. */
const levels: ((of: Likeness) => string[])[] = [
  ({ titles, startsAt, room }) => titles.map((title) => `${title}|${startsAt}|${room}`),
  ({ titles, startsAt }) => (startsAt ? titles.map((title) => `${title}|${startsAt}`) : []),
  ({ titles }) => titles,
  ({ startsAt, room }) => (startsAt && room ? [`${startsAt}|${room}`] : []),
]

/**
 * Which session of the edition each session of a file is: by its ids, else by likeness, where exactly one of each side is
 * so alike. `knownIds` are those of the source; `known` all sessions of the edition.
 */
export function matchSessions(
  sessions: readonly FileSession[],
  likeness: (session: FileSession) => Likeness,
  { knownIds, known }: { knownIds: ReadonlyMap<string, string>; known: ReadonlyMap<string, KnownRecord> },
): Map<FileSession, SessionMatch> {
  const matches = new Map<FileSession, SessionMatch>()
  const taken = new Set<string>()
  const match = (session: FileSession, record: KnownRecord, why: SessionMatch['why']) => {
    matches.set(session, { record, why })
    taken.add(record.id)
  }
  for (const session of sessions) {
    const id = session.ids.map((each) => knownIds.get(each)).find((each) => each && known.has(each) && !taken.has(each))
    const record = id && known.get(id)
    if (record) match(session, record, 'id')
  }
  const said = new Map<string, Likeness>()
  for (const [id, record] of known)
    if (!taken.has(id)) said.set(id, likenessOf((record.said ?? record.content) as unknown as SessionContent))
  const open = sessions.filter((each) => !matches.has(each))
  const like = new Map(open.map((each) => [each, likeness(each)]))
  for (const [n, level] of levels.entries()) {
    // Two that only share a time and a room are one only where the file gives no ids.
    const mine = open.filter((each) => !matches.has(each) && (n < 3 || !each.ids.length))
    const theirs = keyed(
      [...said].filter(([id]) => !taken.has(id)),
      ([, of]) => level(of),
    )
    const ours = keyed(mine, (each) => level(like.get(each) as Likeness))
    for (const session of mine)
      for (const key of level(like.get(session) as Likeness)) {
        const [found, another] = theirs.get(key) ?? []
        const record = found && known.get(found[0])
        if (!record || another || taken.has(record.id) || ours.get(key)?.length !== 1 || matches.has(session)) continue
        match(session, record, 'likeness')
      }
  }
  return matches
}

function keyed<T>(list: readonly T[], keys: (each: T) => string[]): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const each of list)
    for (const key of new Set(keys(each))) map.set(key, [...(map.get(key) ?? []), each].slice(0, 3))
  return map
}
