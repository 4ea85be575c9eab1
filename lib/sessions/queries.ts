import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { newestEditionFirst } from '@/lib/editions/newest-first'
import { type Occasion, occasionSelect, toOccasion } from '@/lib/editions/occasion'
import { type Choices, findChosenEdition, findChosenSpeaker, findChosenTopic } from '@/lib/filter-choices'
import type { Locale } from '@/lib/i18n/locales'
import { mustSay, type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import { documentsOf, type PublicDocument, toDocument } from '@/lib/media/documents'
import { type Paged, paged, slice } from '@/lib/pagination'
import { type AppearanceCard, appearanceSelect, toAppearanceCard } from '@/lib/people/card'
import { publishedPerson, publishedSession, publishedStatement } from '@/lib/published'
import { linksSelect, type PublicLink } from '@/lib/revisions/links'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import { type StatementCard, statementCardSelect, toStatementCard } from '@/lib/statements/card'
import { findNeighbours, listRelated, type Neighbour, type SessionName } from './beside'
import { programmeOrder, type SessionCard, sessionCardSelect, toSessionCard } from './card'
import { listSessionChoices } from './choices'
import type { SessionFilters } from './filters'

/** A page shows so many; the list of statements goes on from there. */
const MOST_STATEMENTS = 50
const MOST_SPEAKERS = 200

export type SessionList = Paged<SessionCard> & {
  /** As asked for, with the current address of what was renamed. */
  filters: SessionFilters
  choices: Choices
}

/** A page of the sessions that match every filter: the newest edition first, each in the order of its programme. */
export async function listSessions(asked: SessionFilters, page: number, locale: Locale): Promise<SessionList> {
  const context = i18n(locale)
  const [edition, topic, speaker] = await Promise.all([
    findChosenEdition(asked.edition),
    findChosenTopic(asked.topic),
    findChosenSpeaker(asked.speaker),
  ])
  const isAnyUnknown = (asked.edition && !edition) || (asked.topic && !topic) || (asked.speaker && !speaker)
  const where = {
    AND: [
      publishedSession,
      isAnyUnknown ? { id: { in: [] } } : {},
      edition ? { editionId: edition.id } : {},
      topic ? { topics: { some: { topicId: topic.id } } } : {},
      speaker ? { appearances: { some: { personId: speaker.id } } } : {},
      asked.format ? { format: asked.format } : {},
    ],
  }
  const [rows, total, choices] = await Promise.all([
    db.session.findMany({
      where,
      orderBy: [...newestEditionFirst, ...programmeOrder],
      ...slice(page),
      select: sessionCardSelect(context),
    }),
    db.session.count({ where }),
    listSessionChoices({ edition, topic, speaker }, context),
  ])
  const cards = rows.map((row) => toSessionCard(row, context))
  return {
    ...paged(cards, total, page),
    filters: {
      edition: edition?.value ?? asked.edition,
      topic: topic?.value ?? asked.topic,
      format: asked.format,
      speaker: speaker?.value ?? asked.speaker,
    },
    choices,
  }
}

export type SessionSpeaker = { appearance: AppearanceCard; citations: Citation[] }

export type Session = SessionCard & {
  /** `forum-slug/edition-slug/session-slug`, as the list of statements takes it. */
  key: string
  /** What the archivist adds. Markdown. */
  note: Said | null
  /** BCP 47 tag of the language spoken. */
  language: string | null
  track: Said | null
  occasion: Occasion
  speakers: SessionSpeaker[]
  citations: Citation[]
  documents: PublicDocument[]
  links: PublicLink[]
  statements: StatementCard[]
  statementCount: number
  related: SessionName[]
  previous: Neighbour | null
  next: Neighbour | null
}

/** A published session with all that its page shows; `id` comes from `sessionAt`. Null when none is there. */
export const getSession = cache(async (id: string, locale: Locale): Promise<Session | null> => {
  const context = i18n(locale)
  const statements = { AND: [publishedStatement, { sessionId: id }] }
  const card = sessionCardSelect(context)
  const [row, statementRows, statementCount] = await Promise.all([
    db.session.findFirst({
      where: { AND: [publishedSession, { id }] },
      select: {
        ...card,
        editionId: true,
        language: true,
        texts: { where: textsFor(locale), select: { ...textMeta, title: true, abstract: true, note: true } },
        track: { select: { texts: { where: textsFor(locale), select: { ...textMeta, name: true } } } },
        edition: {
          select: {
            ...occasionSelect(context),
            ...card.edition.select,
            texts: occasionSelect(context).texts,
          },
        },
        appearances: {
          where: { person: publishedPerson },
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
          take: MOST_SPEAKERS,
          select: { ...appearanceSelect(context), citations: citationsOf(context) },
        },
        attachments: documentsOf(locale),
        links: linksSelect,
        citations: citationsOf(context),
      },
    }),
    db.statement.findMany({
      where: statements,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      take: MOST_STATEMENTS,
      select: statementCardSelect(context),
    }),
    db.statement.count({ where: statements }),
  ])
  if (!row) return null
  const [related, neighbours] = await Promise.all([
    listRelated({ id, editionId: row.editionId }, context),
    findNeighbours({ id, editionId: row.editionId }, context),
  ])
  return {
    ...toSessionCard(row, context),
    ...neighbours,
    key: [row.edition.forum.slug, row.edition.slug, row.slug].join('/'),
    note: say(row.texts, 'note', locale),
    language: row.language,
    track: row.track && mustSay(row.track.texts, 'name', locale),
    occasion: toOccasion(row.edition, context),
    speakers: row.appearances.map((appearance) => ({
      appearance: toAppearanceCard(appearance, context),
      citations: appearance.citations.map((citation) => toCitation(citation, context)),
    })),
    citations: row.citations.map((citation) => toCitation(citation, context)),
    documents: row.attachments.map((attachment) => toDocument(attachment, locale)),
    links: row.links,
    statements: statementRows.map((statement) => toStatementCard(statement, context)),
    statementCount,
    related,
  }
})
