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
import { keptForVersion } from '@/lib/kept-for-version'
import { publishedAppearance, publishedSession, publishedTopic } from '@/lib/published'

export type SessionChoices = Record<'edition' | 'topic' | 'speaker', Choice[]>

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
    editions: editions.map(({ editionId }) => editionId),
    topics: topics.map(({ topicId }) => topicId),
    speakers: speakers.map(({ personId }) => personId),
  }
})

/** The editions, topics and speakers with most sessions, and those chosen, by which the list can be narrowed. */
export async function listSessionChoices(
  chosen: Record<keyof SessionChoices, Chosen | null>,
  context: I18n,
): Promise<SessionChoices> {
  const used = await mostUsed()
  const [edition, topic, speaker] = await Promise.all([
    editionChoices(used.editions, chosen.edition, context),
    topicChoices(used.topics, chosen.topic, context),
    speakerChoices(used.speakers, chosen.speaker, context),
  ])
  return { edition, topic, speaker }
}
