import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { newestEditionFirst } from '@/lib/editions/newest-first'
import {
  type Choice,
  editionChoices,
  findChosenEdition,
  findChosenSpeaker,
  findChosenTopic,
  MOST_CHOICES,
  speakerChoices,
  topicChoices,
} from '@/lib/filter-choices'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { type Paged, paged, slice } from '@/lib/pagination'
import { publishedAppearance, publishedSession, publishedTopic } from '@/lib/published'
import { programmeOrder, type SessionCard, sessionCardSelect, toSessionCard } from './card'
import type { SessionFilters } from './filters'

export type SessionList = Paged<SessionCard> & {
  choices: Record<'edition' | 'topic' | 'speaker', Choice[]>
}

/** A page of the sessions that match every filter, the newest edition first, each in the order of its programme. */
export const listSessions = cache(
  async (filters: SessionFilters, page: number, locale: Locale): Promise<SessionList> => {
    const context = i18n(locale)
    const [edition, topic, speaker] = await Promise.all([
      findChosenEdition(filters.edition),
      findChosenTopic(filters.topic),
      findChosenSpeaker(filters.speaker),
    ])
    const isAnyUnknown =
      (filters.edition && !edition) || (filters.topic && !topic) || (filters.speaker && !speaker)
    const where = {
      AND: [
        publishedSession,
        {
          ...(isAnyUnknown ? { id: { in: [] } } : {}),
          ...(edition ? { editionId: edition.id } : {}),
          ...(topic ? { topics: { some: { topicId: topic.id } } } : {}),
          ...(speaker ? { appearances: { some: { personId: speaker.id } } } : {}),
          ...(filters.format ? { format: filters.format } : {}),
        },
      ],
    }
    const [rows, total, editions, topics, speakers] = await Promise.all([
      db.session.findMany({
        where,
        orderBy: [...newestEditionFirst, ...programmeOrder],
        ...slice(page),
        select: sessionCardSelect(context),
      }),
      db.session.count({ where }),
      db.session.groupBy({
        by: ['editionId'],
        where: publishedSession,
        orderBy: [{ _count: { id: 'desc' } }, { editionId: 'asc' }],
        take: MOST_CHOICES,
      }),
      db.sessionTopic.groupBy({
        by: ['topicId'],
        where: { topic: publishedTopic, session: publishedSession },
        orderBy: [{ _count: { sessionId: 'desc' } }, { topicId: 'asc' }],
        take: MOST_CHOICES,
      }),
      db.appearance.groupBy({
        by: ['personId'],
        where: publishedAppearance,
        orderBy: [{ _count: { sessionId: 'desc' } }, { personId: 'asc' }],
        take: MOST_CHOICES,
      }),
    ])
    const [editionsOffered, topicsOffered, speakersOffered] = await Promise.all([
      editionChoices(editions.map(({ editionId }) => editionId), edition, context),
      topicChoices(topics.map(({ topicId }) => topicId), topic, context),
      speakerChoices(speakers.map(({ personId }) => personId), speaker, context),
    ])
    return {
      ...paged(rows.map((row) => toSessionCard(row, context)), total, page),
      choices: { edition: editionsOffered, topic: topicsOffered, speaker: speakersOffered },
    }
  },
)
