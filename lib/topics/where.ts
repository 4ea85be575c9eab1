import { publishedSession, publishedStatement } from '@/lib/published'
import { Prisma } from '@/prisma/client/client'

/** The published sessions on a topic. */
export const onTopic = (topicId: string) => ({ AND: [publishedSession, { topics: { some: { topicId } } }] })

/** The published statements on a topic. */
export const saidOnTopic = (topicId: string) => ({ AND: [publishedStatement, { topics: { some: { topicId } } }] })

/** Of `publishedAppearances` those in a session on a topic, or with a published statement on it. */
export const appearanceOnTopic = (topicId: string): Prisma.Sql => Prisma.sql`(
  EXISTS (SELECT FROM session_topic WHERE topic_id = ${topicId}::uuid AND session_id = session.id)
  OR EXISTS (
    SELECT FROM statement JOIN statement_topic ON statement_topic.statement_id = statement.id
    WHERE statement_topic.topic_id = ${topicId}::uuid AND statement.appearance_id = appearance.id
      AND statement.state = 'published'))`
