import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { type EditionName, editionNameSelect, toEditionName } from '@/lib/editions/name'
import { newestEditionFirst } from '@/lib/editions/newest-first'
import { editionsLatestFirst } from '@/lib/editions/order'
import { listTopicCounts, type TopicCount } from '@/lib/editions/topic-counts'
import type { Locale } from '@/lib/i18n/locales'
import { type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { listPeopleBySessions, type PersonBySessions } from '@/lib/people/by-sessions'
import { publishedEdition, publishedSession, publishedTopic } from '@/lib/published'
import { programmeOrder, type SessionCard, sessionCardSelect, toSessionCard } from '@/lib/sessions/card'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import { type StatementCard, statementCardSelect, toStatementCard } from '@/lib/statements/card'
import { statementsNewestFirst } from '@/lib/statements/order'
import { type TopicCard, topicCardSelect, toTopicCard } from './card'
import { appearanceOnTopic, onTopic, saidOnTopic } from './where'

const MOST_SESSIONS = 30
const MOST_STATEMENTS = 20
const MOST_EDITIONS = 50
const MOST_SPEAKERS = 24
const MOST_RELATED = 12
const MOST_NEIGHBOURS = 50

/** How often an edition came to a topic. */
export type TopicInEdition = { edition: EditionName; sessionCount: number; statementCount: number }

export type Topic = TopicCard & {
  definition: Said | null
  /** Other words for it, those in the reader's language first. */
  synonyms: { label: string; language: string }[]
  broader: TopicCard[]
  narrower: TopicCard[]
  citations: Citation[]
  /** The latest edition first. */
  editions: TopicInEdition[]
  sessions: SessionCard[]
  sessionCount: number
  /** All sessions of the latest of the editions, whatever they are on. */
  sessionsOfLatest: number
  statements: StatementCard[]
  statementCount: number
  /** Who appeared in its sessions or said something on it. */
  speakers: PersonBySessions[]
  speakerCount: number
  /** Topics of the same sessions, most often first. */
  related: TopicCount[]
}

/** A published topic with all that its page shows; `id` comes from `topicAt`. */
export const getTopic = cache(async (id: string, locale: Locale): Promise<Topic | null> => {
  const context = i18n(locale)
  const [topic, editions, sessions, statements, speakers, together] = await Promise.all([
    findTopic(id, context),
    listEditions(id, context),
    listSessions(id, context),
    listStatements(id, context),
    listPeopleBySessions(appearanceOnTopic(id), MOST_SPEAKERS, context),
    listTopicCounts(onTopic(id), MOST_RELATED + 1, context),
  ])
  if (!topic) return null
  const related = together.filter((other) => other.topic.slug !== topic.slug)
  return {
    ...topic,
    ...editions,
    ...sessions,
    ...statements,
    speakers: speakers.people,
    speakerCount: speakers.count,
    related,
  }
})

async function findTopic(id: string, context: I18n) {
  const { locale } = context
  const row = await db.topic.findFirst({
    where: { id, ...publishedTopic },
    select: {
      slug: true,
      texts: { where: textsFor(locale), select: { ...textMeta, name: true, definition: true } },
      synonyms: { select: { label: true, language: true }, orderBy: { label: 'asc' }, take: MOST_NEIGHBOURS },
      broader: {
        where: { broader: publishedTopic },
        take: MOST_NEIGHBOURS,
        select: { broader: { select: topicCardSelect(context) } },
      },
      narrower: {
        where: { topic: publishedTopic },
        take: MOST_NEIGHBOURS,
        select: { topic: { select: topicCardSelect(context) } },
      },
      citations: citationsOf(context),
    },
  })
  if (!row) return null
  const own = row.synonyms.filter(({ language }) => language === locale)
  return {
    ...toTopicCard(row, context),
    definition: say(row.texts, 'definition', locale),
    synonyms: own.length > 0 ? own : row.synonyms,
    broader: inAlphabet(
      row.broader.map(({ broader }) => toTopicCard(broader, context)),
      context,
    ),
    narrower: inAlphabet(
      row.narrower.map(({ topic }) => toTopicCard(topic, context)),
      context,
    ),
    citations: row.citations.map((citation) => toCitation(citation, context)),
  }
}

function inAlphabet(topics: TopicCard[], { intlLocale }: I18n) {
  const { compare } = new Intl.Collator(intlLocale)
  return topics.sort((a, b) => compare(a.name.value, b.name.value))
}

async function listEditions(topicId: string, context: I18n) {
  const rows = await db.edition.findMany({
    where: {
      ...publishedEdition,
      OR: [{ sessions: { some: onTopic(topicId) } }, { statements: { some: saidOnTopic(topicId) } }],
    },
    orderBy: editionsLatestFirst,
    take: MOST_EDITIONS,
    select: {
      id: true,
      ...editionNameSelect(context),
      _count: {
        select: { sessions: { where: onTopic(topicId) }, statements: { where: saidOnTopic(topicId) } },
      },
    },
  })
  const latest = rows[0]
  return {
    editions: rows.map((row) => ({
      edition: toEditionName(row, context),
      sessionCount: row._count.sessions,
      statementCount: row._count.statements,
    })),
    sessionsOfLatest: latest
      ? await db.session.count({ where: { AND: [publishedSession, { editionId: latest.id }] } })
      : 0,
  }
}

async function listSessions(topicId: string, context: I18n) {
  const where = onTopic(topicId)
  const [rows, sessionCount] = await Promise.all([
    db.session.findMany({
      where,
      orderBy: [...newestEditionFirst, ...programmeOrder],
      take: MOST_SESSIONS,
      select: sessionCardSelect(context),
    }),
    db.session.count({ where }),
  ])
  return { sessions: rows.map((row) => toSessionCard(row, context)), sessionCount }
}

async function listStatements(topicId: string, context: I18n) {
  const where = saidOnTopic(topicId)
  const [rows, statementCount] = await Promise.all([
    db.statement.findMany({
      where,
      orderBy: statementsNewestFirst,
      take: MOST_STATEMENTS,
      select: statementCardSelect(context),
    }),
    db.statement.count({ where }),
  ])
  return { statements: rows.map((row) => toStatementCard(row, context)), statementCount }
}
