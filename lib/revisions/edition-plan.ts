import 'server-only'
import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import type { EditionContent } from '@/lib/editions/schema'
import type { SessionContent } from '@/lib/sessions/schema'
import type { StatementContent } from '@/lib/statements/schema'
import { type Checked, type ChecklistFacts, checkContent } from './checklist'
import type { Noun } from './nouns'
import {
  byPublicationOrder,
  draftsAbove,
  draftsMentioned,
  findRecord,
  isPending,
  pendingBelow,
  type RecordToPublish,
} from './publication-set'
import { type Content, mentions } from './registry'
import { readBlockingPoints } from './settings'

/** As many records one publication takes at most. */
export const MOST_AT_ONCE = 1000

type Titles = Record<string, string>

export type EditionPlan = {
  /** In the order in which they are published. */
  records: { id: string; noun: Noun; titles: Titles; lock: number; missing: Checked[] }[]
  /** More than `MOST_AT_ONCE`: then it cannot be done at once. */
  isTooMany: boolean
  /** Stands for exactly these records as they are now: publication asks for it, so that it does what was shown. */
  seen: string
}

/**
 * What publishing a whole edition would publish, and what is missing for it: the edition, its sessions and statements
 * that are not public as they stand, and if asked for what they mention or belong to that never was public. Null when
 * there is no such edition. `only` leaves out the other nouns of what belongs to it.
 */
export async function planEdition(
  id: string,
  withMentioned: boolean,
  only?: readonly Noun[],
): Promise<EditionPlan | null> {
  const edition = await findRecord(db, id)
  if (edition?.noun !== 'edition') return null
  const pending = [...(isPending(edition) ? [edition] : []), ...(await pendingBelow(db, id, MOST_AT_ONCE))]
  const own = only ? pending.filter(({ noun }) => only.includes(noun)) : pending
  const beside = withMentioned
    ? [...(await draftsAbove(db, edition)), ...(await draftsMentioned(db, own, MOST_AT_ONCE))]
    : []
  const all = [...own, ...beside].sort(byPublicationOrder)
  const records = all.slice(0, MOST_AT_ONCE)
  const [known, blocking] = await Promise.all([readKnown(edition, records), readBlockingPoints()])
  return {
    records: records.map(({ id, noun, titles, lock, content }) => {
      const checked = checkContent(noun, content as Content, factsOf(noun, content as Content, known), blocking[noun])
      return {
        ...{ id, noun, lock, titles: titles as Titles },
        missing: checked.filter(({ isMet, isBlocking }) => isBlocking && !isMet),
      }
    }),
    isTooMany: all.length > MOST_AT_ONCE,
    seen: createHash('sha256')
      .update(records.map(({ id, lock }) => `${id} ${lock}`).join('\n'))
      .digest('base64url'),
  }
}

type Known = {
  /** Records that are public once all this is, with what they are called otherwise. */
  willBePublic: (id: string) => boolean
  titles: Map<string, string>
  /** Days, rooms and tracks of the edition, and appearances by session. */
  places: Set<string>
  appearances: Map<string, Set<string>>
}

/** What the checklist must know of others, for all records at once: two queries, however many there are. */
async function readKnown(edition: RecordToPublish, records: readonly RecordToPublish[]): Promise<Known> {
  const inSet = new Set(records.map(({ id }) => id))
  const others = new Set(
    records.flatMap(({ noun, content, parentId }) => [
      ...(parentId ? [parentId] : []),
      ...mentions(noun, content as Content).map(({ id }) => id),
    ]),
  )
  const select = { id: true, noun: true, state: true, titles: true } as const
  const [mentioned, sessions] = await Promise.all([
    db.record.findMany({ where: { id: { in: [...others] } }, select }),
    db.record.findMany({
      where: { parentId: edition.id, noun: 'session', state: { not: 'withdrawn' }, binnedAt: null },
      take: 5000,
      select: { id: true, content: true },
    }),
  ])
  const published = new Set(mentioned.filter(({ state }) => state === 'published').map(({ id }) => id))
  const { days, rooms, tracks } = edition.content as unknown as EditionContent
  return {
    willBePublic: (id) => inSet.has(id) || published.has(id),
    titles: new Map(mentioned.map(({ id, titles }) => [id, Object.values(titles as Titles)[0] ?? ''])),
    places: new Set([...days, ...rooms, ...tracks].map(({ id }) => id)),
    appearances: new Map(
      sessions.map(({ id, content }) => [
        id,
        new Set((content as unknown as SessionContent).appearances.map((each) => each.id)),
      ]),
    ),
  }
}

function factsOf(noun: Noun, content: Content, { willBePublic, titles, places, appearances }: Known): ChecklistFacts {
  const parent = { edition: content.forum, session: content.edition, statement: content.edition }[noun as 'edition']
  const notPublic = mentions(noun, content).filter(({ id }) => !willBePublic(id))
  return {
    isParentPublic:
      typeof parent === 'string' ? willBePublic(parent) : !['edition', 'session', 'statement'].includes(noun),
    notPublic: notPublic.map(({ id }) => titles.get(id) ?? ''),
    isPlaced: isPlaced(noun, content),
  }

  function isPlaced(noun: Noun, content: Content): boolean {
    if (noun === 'session') {
      const { day, room, track } = content as SessionContent
      return [day, room, track].every((place) => place === null || places.has(place))
    }
    if (noun !== 'statement') return true
    const { session, appearance } = content as StatementContent
    if (!session) return true
    return willBePublic(session) && (!appearance || !!appearances.get(session)?.has(appearance))
  }
}
