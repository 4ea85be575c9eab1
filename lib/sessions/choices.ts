import 'server-only'
import { db } from '@/lib/db'
import { type Choices, type Chosen, listChoices, MOST_CHOICES } from '@/lib/filter-choices'
import type { I18n } from '@/lib/i18n/translator'
import { keptForVersion } from '@/lib/kept-for-version'
import { publishedAppearance, publishedSession, publishedTopic } from '@/lib/published'

/** The ids of what has most sessions. */
const mostUsed = keptForVersion(async () => {
  const take = MOST_CHOICES
  const [editions, topics, speakers] = await Promise.all([
    db.session.groupBy({
      by: ['editionId'],
      where: publishedSession,
      orderBy: [{ _count: { id: 'desc' } }, { editionId: 'asc' }],
      take,
    }),
    db.sessionTopic.groupBy({
      by: ['topicId'],
      where: { topic: publishedTopic, session: publishedSession },
      orderBy: [{ _count: { sessionId: 'desc' } }, { topicId: 'asc' }],
      take,
    }),
    db.appearance.groupBy({
      by: ['personId'],
      where: publishedAppearance,
      orderBy: [{ _count: { sessionId: 'desc' } }, { personId: 'asc' }],
      take,
    }),
  ])
  return {
    edition: editions.map(({ editionId }) => editionId),
    topic: topics.map(({ topicId }) => topicId),
    speaker: speakers.map(({ personId }) => personId),
  }
})

/** The editions, topics and speakers with most sessions, and those chosen, by which the list can be narrowed. */
export const listSessionChoices = async (
  chosen: Record<keyof Choices, Chosen | null>,
  context: I18n,
): Promise<Choices> => listChoices(await mostUsed(), chosen, context)
