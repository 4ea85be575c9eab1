import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { type EditionName, editionNameSelect, toEditionName } from '@/lib/editions/name'
import type { Locale } from '@/lib/i18n/locales'
import { mustSay, type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import { i18n } from '@/lib/i18n/translator'
import { publishedPerson, publishedSession, publishedSpeaker, publishedStatement } from '@/lib/published'
import { type SessionCard, sessionCardSelect, toSessionCard } from '@/lib/sessions/card'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import { type StatementCard, statementCardSelect, toStatementCard } from '@/lib/statements/card'
import { type TopicCard, topicCardSelect, toTopicCard } from '@/lib/topics/card'
import {
  type AppearanceCard,
  appearanceSelect,
  type PersonCard,
  personCardSelect,
  toAppearanceCard,
  toPersonCard,
} from './card'

/** A page shows the latest of each; the lists beside it (sessions, statements) go on from there. */
const MOST = 50

export type Position = { appearance: AppearanceCard; edition: EditionName; citations: Citation[] }

export type Speaker = PersonCard & {
  /** Markdown. */
  biography: Said | null
  /** Other spellings and scripts, those of the page's own language left out. */
  otherNames: { name: string; language: string | null }[]
  identifiers: { scheme: 'wikidata' | 'orcid' | 'viaf' | 'isni' | 'ror'; value: string }[]
  countryCodes: string[]
  citations: Citation[]
  positions: Position[]
  sessions: SessionCard[]
  sessionCount: number
  statements: StatementCard[]
  statementCount: number
  editionCount: number
  topics: TopicCard[]
  /** People who appeared in the same sessions, most often first. */
  sharedWith: { person: PersonCard; sessions: number }[]
}

/** A published speaker with all that their page shows; `id` comes from `speakerAt`. Null when nobody is there. */
export const getSpeaker = cache(async (id: string, locale: Locale): Promise<Speaker | null> => {
  const context = i18n(locale)
  const appearances = { personId: id, session: publishedSession }
  const statements = { AND: [publishedStatement, { appearance: { personId: id } }] }
  const sessions = { AND: [publishedSession, { appearances: { some: { personId: id } } }] }
  const newestFirst = [{ edition: { startsOn: { sort: 'desc', nulls: 'last' } } }, { id: 'asc' }] as const
  const [
    person,
    appearanceRows,
    sessionRows,
    statementRows,
    sessionCount,
    statementCount,
    editionCount,
    topics,
    shared,
  ] = await Promise.all([
    db.person.findFirst({
      where: { id, ...publishedPerson },
      select: {
        ...personCardSelect(context),
        names: { select: { name: true, language: true }, take: MOST },
        identifiers: { select: { scheme: true, value: true } },
        citations: citationsOf(context),
      },
    }),
    db.appearance.findMany({
      where: appearances,
      orderBy: [{ session: { edition: { startsOn: { sort: 'desc', nulls: 'last' } } } }, { id: 'asc' }],
      take: MOST,
      select: {
        ...appearanceSelect(context),
        citations: citationsOf(context),
        session: { select: { edition: { select: editionNameSelect(context) } } },
      },
    }),
    db.session.findMany({ where: sessions, orderBy: [...newestFirst], take: MOST, select: sessionCardSelect(context) }),
    db.statement.findMany({
      where: statements,
      orderBy: [...newestFirst.slice(0, 1), { position: 'asc' }, { id: 'asc' }],
      take: MOST,
      select: statementCardSelect(context),
    }),
    db.session.count({ where: sessions }),
    db.statement.count({ where: statements }),
    db.edition.count({ where: { sessions: { some: sessions } } }),
    db.topic.findMany({
      where: { state: 'published', sessions: { some: { session: sessions } } },
      orderBy: { slug: 'asc' },
      take: 20,
      select: topicCardSelect(context),
    }),
    listSharedWith(id, locale),
  ])
  if (!person) return null
  const texts = await db.personText.findMany({
    where: { personId: id },
    select: { ...textMeta, name: true, biography: true },
  })
  const card = toPersonCard(person, context)
  const spelled = texts
    .filter((text) => text.name !== card.name.value)
    .map(({ name, language }) => ({ name, language: language as string | null }))
  return {
    ...card,
    biography: say(texts, 'biography', locale),
    otherNames: [...spelled, ...person.names.filter(({ name }) => !texts.some((text) => text.name === name))],
    identifiers: person.identifiers,
    countryCodes: [...new Set(appearanceRows.flatMap(({ countryCode }) => countryCode ?? []))],
    citations: person.citations.map((citation) => toCitation(citation, context)),
    positions: appearanceRows.map((row) => ({
      appearance: toAppearanceCard(row, context),
      edition: toEditionName(row.session.edition, context),
      citations: row.citations.map((citation) => toCitation(citation, context)),
    })),
    sessions: sessionRows.map((row) => toSessionCard(row, context)),
    sessionCount,
    statements: statementRows.map((row) => toStatementCard(row, context)),
    statementCount,
    editionCount,
    topics: topics.map((topic) => toTopicCard(topic, context)),
    sharedWith: shared,
  }
})

/** With whom a person shared sessions, most often first. */
async function listSharedWith(id: string, locale: Locale) {
  const context = i18n(locale)
  const groups = await db.appearance.groupBy({
    by: ['personId'],
    where: {
      personId: { not: id },
      person: publishedPerson,
      session: { ...publishedSession, appearances: { some: { personId: id } } },
    },
    _count: { sessionId: true },
    orderBy: [{ _count: { sessionId: 'desc' } }, { personId: 'asc' }],
    take: 24,
  })
  const people = await db.person.findMany({
    where: { id: { in: groups.map(({ personId }) => personId) } },
    select: { id: true, ...personCardSelect(context) },
  })
  return groups.flatMap(({ personId, _count }) => {
    const person = people.find((each) => each.id === personId)
    return person ? [{ person: toPersonCard(person, context), sessions: _count.sessionId }] : []
  })
}
