import 'server-only'
import { db } from '@/lib/db'
import { titlesOf } from '@/lib/revisions/content'
import type { ContentOf } from '@/lib/revisions/noun-content'
import type { Reference } from '@/lib/revisions/nouns'
import { dayText, textsOf } from '@/lib/revisions/standing'
import { citationsOf, citationsSelect } from '@/lib/sources/citation-rows'
import { type StatementContent, statementSchema } from './schema'

/** As much of a statement as stands for a title in lists. */
const TITLE = 160

export const statementContent: ContentOf<StatementContent> = {
  schema: statementSchema,
  parent: ({ edition }) => (edition ? { noun: 'edition', id: edition } : null),
  references: ({ session, topics, citations }) => [
    ...(session ? [{ noun: 'session', id: session } as const] : []),
    ...topics.map((id): Reference => ({ noun: 'topic', id })),
    ...citations.flatMap(({ source }): Reference[] => (source ? [{ noun: 'source', id: source }] : [])),
  ],
  titles: ({ texts }) =>
    Object.fromEntries(
      Object.entries(titlesOf(texts, 'text')).map(([language, text]) => [
        language,
        text.length > TITLE ? `${text.slice(0, TITLE).replace(/\s+\S*$/, '')} …` : text,
      ]),
    ),
  otherNames: () => [],
  async read(ids) {
    const rows = await db.statement.findMany({
      where: { id: { in: ids } },
      include: {
        texts: true,
        topics: { orderBy: [{ position: 'asc' }, { topicId: 'asc' }] },
        citations: citationsSelect,
      },
    })
    return rows.map((row) => ({
      id: row.id,
      content: {
        edition: row.editionId,
        session: row.sessionId,
        appearance: row.appearanceId,
        form: row.form,
        kind: row.kind,
        position: row.position,
        checkedOn: dayText(row.checkedOn),
        texts: textsOf(row.texts, 'text'),
        topics: row.topics.map(({ topicId }) => topicId),
        citations: citationsOf(row.citations),
      },
    }))
  },
}
