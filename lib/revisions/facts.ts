import 'server-only'
import { db } from '@/lib/db'
import type { SessionContent } from '@/lib/sessions/schema'
import type { StatementContent } from '@/lib/statements/schema'
import type { Prisma } from '@/prisma/client/client'
import type { ChecklistFacts } from './checklist'
import type { Noun } from './nouns'
import { type Content, mentions, registry } from './registry'

type Reader = Pick<Prisma.TransactionClient, 'record' | 'room' | 'track' | 'programmeDay' | 'appearance'>

/** What the checklist of a record must know of others: three queries at most, whatever the record mentions. */
export async function readFacts(noun: Noun, content: Content, reader: Reader = db): Promise<ChecklistFacts> {
  const parent = registry[noun].parent(content)
  const mentioned = mentions(noun, content).map(({ id }) => id)
  const [above, unpublished, isPlaced] = await Promise.all([
    parent && reader.record.findUnique({ where: { id: parent.id }, select: { state: true } }),
    mentioned.length
      ? reader.record.findMany({
          where: { id: { in: mentioned }, state: { not: 'published' } },
          select: { titles: true },
          take: 50,
        })
      : [],
    isPlacedInPublic(noun, content, reader),
  ])
  return {
    isParentPublic:
      noun === 'forum' || !['edition', 'session', 'statement'].includes(noun) || above?.state === 'published',
    notPublic: unpublished.flatMap(({ titles }) => Object.values(titles as Record<string, string>)[0] ?? []),
    isPlaced,
  }
}

/** Whether the parts of other records that it points to stand in what is published of them. */
async function isPlacedInPublic(noun: Noun, content: Content, reader: Reader): Promise<boolean> {
  if (noun === 'session') {
    const { edition, day, room, track } = content as SessionContent
    if (!edition) return false
    const found = await Promise.all([
      day ? reader.programmeDay.count({ where: { id: day, editionId: edition } }) : 1,
      room ? reader.room.count({ where: { id: room, editionId: edition } }) : 1,
      track ? reader.track.count({ where: { id: track, editionId: edition } }) : 1,
    ])
    return found.every((count) => count === 1)
  }
  if (noun === 'statement') {
    const { edition, session, appearance } = content as StatementContent
    if (!session) return true
    const [held, said] = await Promise.all([
      reader.record.count({ where: { id: session, parentId: edition, publishedVersion: { not: null } } }),
      appearance ? reader.appearance.count({ where: { id: appearance, sessionId: session } }) : 1,
    ])
    return held === 1 && said === 1
  }
  return true
}
