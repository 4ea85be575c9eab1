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
import { publishedPerson, publishedStatement, publishedTopic } from '@/lib/published'

export type StatementChoices = Record<'speaker' | 'topic' | 'edition', Choice[]>

/** The ids of what has most statements. */
const mostUsed = keptForVersion(async () => {
  const take = MOST_CHOICES
  const [speakers, topics, editions] = await Promise.all([
    db.appearance.groupBy({
      by: ['personId'],
      where: { person: publishedPerson, statements: { some: publishedStatement } },
      orderBy: [{ _count: { id: 'desc' } }, { personId: 'asc' }],
      take,
    }),
    db.statementTopic.groupBy({
      by: ['topicId'],
      where: { topic: publishedTopic, statement: publishedStatement },
      orderBy: [{ _count: { statementId: 'desc' } }, { topicId: 'asc' }],
      take,
    }),
    db.statement.groupBy({
      by: ['editionId'],
      where: publishedStatement,
      orderBy: [{ _count: { id: 'desc' } }, { editionId: 'asc' }],
      take,
    }),
  ])
  return {
    speakers: speakers.map(({ personId }) => personId),
    topics: topics.map(({ topicId }) => topicId),
    editions: editions.map(({ editionId }) => editionId),
  }
})

/** The speakers, topics and editions with most statements, and those chosen, by which the list can be narrowed. */
export async function listStatementChoices(
  chosen: Record<keyof StatementChoices, Chosen | null>,
  context: I18n,
): Promise<StatementChoices> {
  const used = await mostUsed()
  const [speaker, topic, edition] = await Promise.all([
    speakerChoices(used.speakers, chosen.speaker, context),
    topicChoices(used.topics, chosen.topic, context),
    editionChoices(used.editions, chosen.edition, context),
  ])
  return { speaker, topic, edition }
}
