import type { RoomTexts, VersionContent, VersionSession } from './version-content'

/** How one session of a version differs from the version before. */
export type SessionChange = {
  session: VersionSession
  /** The session before; null where it was added. */
  before: VersionSession | null
  kinds: ('added' | 'removed' | 'cancelled' | 'reinstated' | 'time' | 'room' | 'speakers' | 'title')[]
  /** What the rooms were called, before and after. */
  rooms: { before: RoomTexts | null; after: RoomTexts | null }
  speakers: { added: string[]; removed: string[] }
}

const said = (value: unknown) => JSON.stringify(value)
const when = ({ day, startsAt, endsAt }: VersionSession) => said([day, startsAt, endsAt])
const texts = (rows: { language: string; title?: string; name?: string }[]) =>
  said(rows.map(({ language, title, name }) => [language, title ?? name]).sort())

/** Everything by which a version differs from the one before, in the order of the programme; nothing for the first. */
export function changesBetween(before: VersionContent | null, after: VersionContent): SessionChange[] {
  if (!before) return []
  const old = new Map(before.sessions.map((each) => [each.id, each]))
  const now = new Set(after.sessions.map(({ id }) => id))
  const roomsOf = (was: VersionSession | null, is: VersionSession | null) => ({
    before: (was?.room && before.rooms[was.room]) || null,
    after: (is?.room && after.rooms[is.room]) || null,
  })
  const changed = after.sessions.flatMap((session): SessionChange[] => {
    const was = old.get(session.id) ?? null
    const rooms = roomsOf(was, session)
    const speakers = {
      added: session.speakers.filter((id) => was && !was.speakers.includes(id)),
      removed: was?.speakers.filter((id) => !session.speakers.includes(id)) ?? [],
    }
    const kinds: SessionChange['kinds'] = was
      ? [
          ...(session.isCancelled && !was.isCancelled ? (['cancelled'] as const) : []),
          ...(!session.isCancelled && was.isCancelled ? (['reinstated'] as const) : []),
          ...(texts(was.texts) !== texts(session.texts) ? (['title'] as const) : []),
          ...(when(was) !== when(session) ? (['time'] as const) : []),
          ...(was.room !== session.room || texts(rooms.before ?? []) !== texts(rooms.after ?? [])
            ? (['room'] as const)
            : []),
          ...(speakers.added.length || speakers.removed.length ? (['speakers'] as const) : []),
        ]
      : ['added']
    return kinds.length ? [{ session, before: was, kinds, rooms, speakers }] : []
  })
  const removed = before.sessions
    .filter(({ id }) => !now.has(id))
    .map(
      (session): SessionChange => ({
        ...{ session, before: session, kinds: ['removed'], rooms: roomsOf(session, null) },
        speakers: { added: [], removed: [] },
      }),
    )
  return [...changed, ...removed]
}
