import 'server-only'
import { db } from '@/lib/db'
import {
  type Choice,
  type Chosen,
  editionChoices,
  MOST_CHOICES,
  speakerChoices,
  topicChoices,
} from '@/lib/filter-choices'
import type { I18n } from '@/lib/i18n/translator'
import { publishedAppearance, publishedSession, publishedTopic } from '@/lib/published'

export type SessionChoices = Record<'edition' | 'topic' | 'speaker', Choice[]>

/** The editions, topics and speakers with most sessions, and those chosen, by which the list can be narrowed. */
export async function listSessionChoices(
  chosen: Record<keyof SessionChoices, Chosen | null>,
  context: I18n,
): Promise<SessionChoices> {
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
  const [edition, topic, speaker] = await Promise.all([
    editionChoices(
      editions.map(({ editionId }) => editionId),
      chosen.edition,
      context,
    ),
    topicChoices(
      topics.map(({ topicId }) => topicId),
      chosen.topic,
      context,
    ),
    speakerChoices(
      speakers.map(({ personId }) => personId),
      chosen.speaker,
      context,
    ),
  ])
  return { edition, topic, speaker }
}
