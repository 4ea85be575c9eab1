import 'server-only'
import { db } from '@/lib/db'
import { type EditionName, editionNameSelect, toEditionName } from '@/lib/editions/name'
import { mustSay, type Said, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { publishedSession, publishedTopic } from '@/lib/published'
import { type Path, routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import { programmeOrder } from './card'

/** A session by its name only. */
export type SessionName = { id: string; path: Path; title: Said; isTitleSupplied: boolean; edition: EditionName }

/** `isInOrder` where the records say that the one comes after the other; else they only stand so in the list. */
export type Neighbour = SessionName & { isInOrder: boolean }

const MOST_IN_PROGRAMME = 5000
const MOST_RELATED = 5

const nameSelect = (i18n: I18n) =>
  ({
    id: true,
    slug: true,
    isTitleSupplied: true,
    texts: { where: textsFor(i18n.locale), select: { ...textMeta, title: true } },
    edition: { select: editionNameSelect(i18n) },
  }) satisfies Prisma.SessionSelect

async function namesOf(ids: string[], i18n: I18n): Promise<SessionName[]> {
  const rows = await db.session.findMany({ where: { id: { in: ids } }, select: nameSelect(i18n) })
  return ids.flatMap((id) => {
    const row = rows.find((each) => each.id === id)
    if (!row) return []
    const { slug, isTitleSupplied, texts, edition } = row
    return {
      id,
      path: routes.session(edition.forum.slug, edition.slug, slug),
      title: mustSay(texts, 'title', i18n.locale),
      isTitleSupplied,
      edition: toEditionName(edition, i18n),
    }
  })
}

type Place = { id: string; startsAt: Date | null; position: number | null }

/** The sessions before and after one in its edition's programme. */
export async function findNeighbours({ id, editionId }: { id: string; editionId: string }, i18n: I18n) {
  const programme: Place[] = await db.session.findMany({
    where: { AND: [publishedSession, { editionId }] },
    orderBy: programmeOrder,
    take: MOST_IN_PROGRAMME,
    select: { id: true, startsAt: true, position: true },
  })
  const at = programme.findIndex((place) => place.id === id)
  if (at < 0) return { previous: null, next: null }
  const [here, before, after] = [programme[at], programme[at - 1], programme[at + 1]]
  const names = await namesOf(
    [before, after].flatMap((place) => place?.id ?? []),
    i18n,
  )
  const neighbour = (place: Place | undefined, isInOrder: boolean): Neighbour | null => {
    const name = names.find((each) => each.id === place?.id)
    return name ? { ...name, isInOrder } : null
  }
  return {
    previous: neighbour(before, follows(before, here)),
    next: neighbour(after, follows(here, after)),
  }
}

/** Whether it is recorded that one session came after another: by their times, or by their places without times. */
export function follows(earlier: Omit<Place, 'id'> | undefined, later: Omit<Place, 'id'> | undefined): boolean {
  if (!earlier || !later) return false
  if (earlier.startsAt && later.startsAt) return earlier.startsAt < later.startsAt
  if (earlier.startsAt || later.startsAt || earlier.position === null || later.position === null) return false
  return earlier.position < later.position
}

/** Sessions with the same topics, those that share most first, among equals those of the same edition. */
export async function listRelated({ id, editionId }: { id: string; editionId: string }, i18n: I18n) {
  const topics = await db.sessionTopic.findMany({
    where: { sessionId: id, topic: publishedTopic },
    take: 50,
    select: { topicId: true },
  })
  const shares = (edition: Prisma.SessionWhereInput) =>
    db.sessionTopic.groupBy({
      by: ['sessionId'],
      where: {
        topicId: { in: topics.map(({ topicId }) => topicId) },
        sessionId: { not: id },
        session: { AND: [publishedSession, edition] },
      },
      _count: { topicId: true },
      orderBy: [{ _count: { topicId: 'desc' } }, { sessionId: 'desc' }],
      take: MOST_RELATED,
    })
  const [here, elsewhere] = await Promise.all([shares({ editionId }), shares({ editionId: { not: editionId } })])
  const ranked = [...here, ...elsewhere].sort((a, b) => b._count.topicId - a._count.topicId)
  return namesOf(
    ranked.slice(0, MOST_RELATED).map(({ sessionId }) => sessionId),
    i18n,
  )
}
