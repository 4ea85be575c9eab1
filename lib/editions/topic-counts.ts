import 'server-only'
import { db } from '@/lib/db'
import type { I18n } from '@/lib/i18n/translator'
import { publishedTopic } from '@/lib/published'
import { type TopicCard, topicCardSelect, toTopicCard } from '@/lib/topics/card'
import type { Prisma } from '@/prisma/client/client'

export type TopicCount = { topic: TopicCard; sessions: number }

/** The topics of some sessions, those of most sessions first. */
export async function listTopicCounts(
  session: Prisma.SessionWhereInput,
  take: number,
  context: I18n,
): Promise<TopicCount[]> {
  const groups = await db.sessionTopic.groupBy({
    by: ['topicId'],
    where: { session, topic: publishedTopic },
    _count: { sessionId: true },
    orderBy: [{ _count: { sessionId: 'desc' } }, { topicId: 'asc' }],
    take,
  })
  const topics = await db.topic.findMany({
    where: { id: { in: groups.map(({ topicId }) => topicId) } },
    select: { id: true, ...topicCardSelect(context) },
  })
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  return groups.flatMap(({ topicId, _count }) => {
    const topic = byId.get(topicId)
    return topic ? [{ topic: toTopicCard(topic, context), sessions: _count.sessionId }] : []
  })
}
