import 'server-only'
import { cache } from 'react'
import { appearancesLatestFirst, type Capacity, capacitySelect, toCapacities } from '@/lib/appearances/capacity'
import { db } from '@/lib/db'
import { newestEditionFirst } from '@/lib/editions/newest-first'
import type { Locale } from '@/lib/i18n/locales'
import { type Said, say, textMeta } from '@/lib/i18n/texts'
import { type I18n, i18n } from '@/lib/i18n/translator'
import type { Identifier } from '@/lib/identifiers'
import { type OtherName, otherNamesThan } from '@/lib/other-names'
import { publishedPerson, publishedSession, publishedStatement, publishedTopic } from '@/lib/published'
import { linksSelect, type PublicLink } from '@/lib/revisions/links'
import { programmeOrder, type SessionCard, sessionCardSelect, toSessionCard } from '@/lib/sessions/card'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import { type StatementCard, statementCardSelect, toStatementCard } from '@/lib/statements/card'
import { statementsNewestFirst } from '@/lib/statements/order'
import { type TopicCard, topicCardSelect, toTopicCard } from '@/lib/topics/card'
import { Prisma } from '@/prisma/client/client'
import { listPeopleBySessions, type PersonBySessions } from './by-sessions'
import { type PersonCard, personCardSelect, toPersonCard } from './card'

/** A page shows the latest of each; the lists beside it (sessions, statements) go on from there. */
const MOST = 50
const MOST_TOPICS = 20
const MOST_SHARED = 24

export type Speaker = PersonCard & {
  /** Markdown. */
  biography: Said | null
  /** Other languages, spellings and scripts. */
  otherNames: OtherName[]
  identifiers: Identifier[]
  links: PublicLink[]
  countryCodes: string[]
  citations: Citation[]
  /** In what capacity they took part, the latest edition first. */
  capacities: Capacity[]
  sessions: SessionCard[]
  sessionCount: number
  statements: StatementCard[]
  statementCount: number
  editionCount: number
  topics: TopicCard[]
  /** Who appeared in the same sessions, most often first. */
  sharedWith: PersonBySessions[]
}

/** A published speaker with all that their page shows; `id` comes from `speakerAt`. Null when nobody is there. */
export const getSpeaker = cache(async (id: string, locale: Locale): Promise<Speaker | null> => {
  const context = i18n(locale)
  const [person, capacities, sessions, statements, topics, shared] = await Promise.all([
    findPerson(id, context),
    listCapacities(id, context),
    listSessions(id, context),
    listStatements(id, context),
    listTopics(id, context),
    listPeopleBySessions(sharingSessionsWith(id), MOST_SHARED, context),
  ])
  if (!person) return null
  const countryCodes = [...new Set(capacities.flatMap(({ countryCode }) => countryCode ?? []))]
  return { ...person, capacities, countryCodes, ...sessions, ...statements, topics, sharedWith: shared.people }
})

/** Their published sessions. */
const ofPerson = (personId: string) => ({ AND: [publishedSession, { appearances: { some: { personId } } }] })

async function findPerson(id: string, context: I18n) {
  const person = await db.person.findFirst({
    where: { id, ...publishedPerson },
    select: {
      ...personCardSelect(context),
      // In every language, as the other names are shown too.
      texts: { select: { ...textMeta, name: true, sortName: true, biography: true } },
      names: { select: { name: true, language: true }, orderBy: { name: 'asc' }, take: MOST },
      identifiers: { select: { scheme: true, value: true }, orderBy: { scheme: 'asc' }, take: MOST },
      links: linksSelect,
      citations: citationsOf(context),
    },
  })
  if (!person) return null
  const card = toPersonCard(person, context)
  return {
    ...card,
    biography: say(person.texts, 'biography', context.locale),
    otherNames: otherNamesThan(card.name.value, person.texts, person.names),
    identifiers: person.identifiers,
    links: person.links,
    citations: person.citations.map((citation) => toCitation(citation, context)),
  }
}

async function listCapacities(personId: string, context: I18n) {
  const rows = await db.appearance.findMany({
    where: { personId, session: publishedSession },
    orderBy: appearancesLatestFirst,
    take: MOST,
    select: capacitySelect(context),
  })
  return toCapacities(rows, context)
}

async function listSessions(personId: string, context: I18n) {
  const where = ofPerson(personId)
  const [rows, sessionCount, editionCount] = await Promise.all([
    db.session.findMany({
      where,
      orderBy: [...newestEditionFirst, ...programmeOrder],
      take: MOST,
      select: sessionCardSelect(context),
    }),
    db.session.count({ where }),
    db.edition.count({ where: { sessions: { some: where } } }),
  ])
  return { sessions: rows.map((row) => toSessionCard(row, context)), sessionCount, editionCount }
}

async function listStatements(personId: string, context: I18n) {
  const where = { AND: [publishedStatement, { appearance: { personId } }] }
  const [rows, statementCount] = await Promise.all([
    db.statement.findMany({ where, orderBy: statementsNewestFirst, take: MOST, select: statementCardSelect(context) }),
    db.statement.count({ where }),
  ])
  return { statements: rows.map((row) => toStatementCard(row, context)), statementCount }
}

/** The topics of their sessions and of what they said. */
async function listTopics(personId: string, context: I18n) {
  const rows = await db.topic.findMany({
    where: {
      ...publishedTopic,
      OR: [
        { sessions: { some: { session: ofPerson(personId) } } },
        { statements: { some: { statement: { AND: [publishedStatement, { appearance: { personId } }] } } } },
      ],
    },
    orderBy: { slug: 'asc' },
    take: MOST_TOPICS,
    select: topicCardSelect(context),
  })
  return rows.map((row) => toTopicCard(row, context))
}

/** The appearances of others in the sessions of a person. */
const sharingSessionsWith = (personId: string) => Prisma.sql`
  person.id <> ${personId}::uuid AND EXISTS (
    SELECT FROM appearance AS own WHERE own.session_id = session.id AND own.person_id = ${personId}::uuid)`
