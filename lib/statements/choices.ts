import 'server-only'
import { db } from '@/lib/db'
import { type Choices, type Chosen, listChoices, MOST_CHOICES } from '@/lib/filter-choices'
import type { I18n } from '@/lib/i18n/translator'
import { keptForVersion } from '@/lib/kept-for-version'
import { publishedPerson, publishedStatement, publishedTopic } from '@/lib/published'

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
    speaker: speakers.map(({ personId }) => personId),
    topic: topics.map(({ topicId }) => topicId),
    edition: editions.map(({ editionId }) => editionId),
  }
})

/** The speakers, topics and editions with most statements, and those chosen, by which the list can be narrowed. */
export const listStatementChoices = async (
  chosen: Record<keyof Choices, Chosen | null>,
  context: I18n,
): Promise<Choices> => listChoices(await mostUsed(), chosen, context)
