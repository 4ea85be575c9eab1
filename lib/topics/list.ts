import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { publishedSession, publishedStatement, publishedTopic } from '@/lib/published'
import { topicCardSelect, toTopicCard } from './card'
import { type CountedTopic, type TopicBranch, toTopicTree } from './tree'

/** More topics than an archive's editors could keep apart. */
const MOST = 1000

/** Every topic under its broader one, with how many sessions and statements are on it. */
export const listTopics = cache(async (locale: Locale): Promise<{ tree: TopicBranch[]; count: number }> => {
  const context = i18n(locale)
  const rows = await db.topic.findMany({
    where: publishedTopic,
    orderBy: { slug: 'asc' },
    take: MOST,
    select: {
      ...topicCardSelect(context),
      broader: { where: { broader: publishedTopic }, select: { broader: { select: { slug: true } } } },
      _count: {
        select: {
          sessions: { where: { session: publishedSession } },
          statements: { where: { statement: publishedStatement } },
        },
      },
    },
  })
  const topics: CountedTopic[] = rows.map((row) => ({
    ...toTopicCard(row, context),
    broader: row.broader.map(({ broader }) => broader.slug),
    sessionCount: row._count.sessions,
    statementCount: row._count.statements,
  }))
  return { tree: toTopicTree(topics, context.intlLocale), count: topics.length }
})
