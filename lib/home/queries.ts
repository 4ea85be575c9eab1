import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { type EditionCard, type EditionInList, editionCardSelect, toEditionCard } from '@/lib/editions/card'
import { listEditions } from '@/lib/editions/list'
import { editionsLatestFirst } from '@/lib/editions/order'
import { listTopicCounts, type TopicCount } from '@/lib/editions/topic-counts'
import type { Locale } from '@/lib/i18n/locales'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { publishedEdition, publishedPerson, publishedSession, publishedStatement } from '@/lib/published'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import { type StatementCard, statementCardSelect, toStatementCard } from '@/lib/statements/card'

const EDITIONS = 6
const STATEMENTS = 3
const TOPICS = 8

export type Home = {
  /** The latest edition that has sessions; null while there is none. */
  latest: (EditionCard & { countryCodes: string[]; citations: Citation[] }) | null
  /** From different speakers of the latest edition. */
  statements: StatementCard[]
  topics: TopicCount[]
  /** Countries that a source names among those taking part in any edition, and those that held one. */
  countries: { code: string; isHost: boolean }[]
  editions: EditionInList[]
}

/** What the front page shows of the whole archive. */
export const getHome = cache(async (locale: Locale): Promise<Home> => {
  const context = i18n(locale)
  const [latest, topics, countries, editions] = await Promise.all([
    findLatest(context),
    listTopicCounts(publishedSession, TOPICS, context),
    listCountries(),
    listEditions({ take: EDITIONS }, context),
  ])
  return { latest, statements: latest ? await pickStatements(latest.id, context) : [], topics, countries, editions }
})

async function findLatest(context: I18n): Promise<Home['latest']> {
  const row = await db.edition.findFirst({
    where: { ...publishedEdition, sessions: { some: publishedSession } },
    orderBy: editionsLatestFirst,
    select: {
      ...editionCardSelect(context),
      countries: { orderBy: { countryCode: 'asc' }, take: 300, select: { countryCode: true } },
      citations: citationsOf(context),
    },
  })
  return (
    row && {
      ...toEditionCard(row, context),
      countryCodes: row.countries.map(({ countryCode }) => countryCode),
      citations: row.citations.map((citation) => toCitation(citation, context)),
    }
  )
}

/** The first statement of each of the first speakers: the same ones until the edition changes. */
async function pickStatements(editionId: string, context: I18n): Promise<StatementCard[]> {
  const ofEdition = { AND: [publishedStatement, { editionId }] }
  const speakers = await db.person.findMany({
    where: { ...publishedPerson, appearances: { some: { statements: { some: ofEdition } } } },
    orderBy: { id: 'asc' },
    take: STATEMENTS,
    select: {
      appearances: {
        where: { statements: { some: ofEdition } },
        orderBy: { id: 'asc' },
        take: 1,
        select: {
          statements: {
            where: ofEdition,
            orderBy: [{ position: 'asc' }, { id: 'asc' }],
            take: 1,
            select: statementCardSelect(context),
          },
        },
      },
    },
  })
  return speakers.flatMap(({ appearances }) =>
    appearances.flatMap(({ statements }) => statements.map((statement) => toStatementCard(statement, context))),
  )
}

async function listCountries(): Promise<Home['countries']> {
  const [named, held] = await Promise.all([
    db.editionCountry.groupBy({ by: ['countryCode'], where: { edition: publishedEdition } }),
    db.edition.groupBy({ by: ['countryCode'], where: { ...publishedEdition, countryCode: { not: null } } }),
  ])
  const hosts = new Set(held.flatMap(({ countryCode }) => countryCode ?? []))
  const codes = new Set([...hosts, ...named.map(({ countryCode }) => countryCode)])
  return [...codes].map((code) => ({ code, isHost: hosts.has(code) }))
}
