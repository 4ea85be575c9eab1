import 'server-only'
import { db } from '@/lib/db'
import { titlesOf } from '@/lib/revisions/content'
import type { ContentOf } from '@/lib/revisions/noun-content'
import type { Reference } from '@/lib/revisions/nouns'
import { textsOf } from '@/lib/revisions/standing'
import { citationsOf, citationsSelect } from '@/lib/sources/citation-rows'
import { type TopicContent, topicSchema } from './schema'

export const topicContent: ContentOf<TopicContent> = {
  schema: topicSchema,
  parent: () => null,
  references: ({ broader, citations }) => [
    ...broader.map((id): Reference => ({ noun: 'topic', id })),
    ...citations.flatMap(({ source }): Reference[] => (source ? [{ noun: 'source', id: source }] : [])),
  ],
  titles: ({ texts }) => titlesOf(texts, 'name'),
  otherNames: ({ synonyms }) => synonyms.flatMap(({ label }) => label ?? []),
  async read(ids) {
    const rows = await db.topic.findMany({
      where: { id: { in: ids } },
      include: { texts: true, synonyms: true, broader: true, citations: citationsSelect },
    })
    return rows.map((row) => ({
      id: row.id,
      content: {
        slug: row.slug,
        texts: textsOf(row.texts, 'name', 'definition'),
        synonyms: row.synonyms.map(({ language, label }) => ({ language, label })),
        broader: row.broader.map(({ broaderId }) => broaderId),
        citations: citationsOf(row.citations),
      },
    }))
  },
}
