import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { mustSay, type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { documentsOf, type PublicDocument, toDocument } from '@/lib/media/documents'
import { type AppearanceCard, appearanceSelect, toAppearanceCard } from '@/lib/people/card'
import {
  publishedEdition,
  publishedOrganisation,
  publishedPerson,
  publishedSession,
  publishedStatement,
} from '@/lib/published'
import { type Path, routes } from '@/lib/routes'
import { programmeOrder, type SessionCard, sessionCardSelect, toSessionCard } from '@/lib/sessions/card'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import { type StatementCard, statementCardSelect, toStatementCard } from '@/lib/statements/card'
import type { Prisma } from '@/prisma/client/client'
import type { EditionOrganisationRole } from '@/prisma/client/enums'
import { type EditionCard, editionCardSelect, toEditionCard } from './card'
import { listTopicCounts, type TopicCount } from './topic-counts'

/** What a page shows of each; the lists of the archive, narrowed to the edition, have the rest. */
const SESSIONS = 60
const SPEAKERS = 20
const STATEMENTS = 12
const TOPICS = 16
const ORGANISATIONS = 60
/** There are not more countries than this. */
const COUNTRIES = 300

export type EditionOrganisation = { role: EditionOrganisationRole; name: Said; path: Path }

export type Edition = EditionCard & {
  /** Markdown. */
  description: Said | null
  website: string | null
  /** The zone of all its times; null where no time is recorded. */
  timeZone: string | null
  countryCodes: string[]
  organisations: EditionOrganisation[]
  citations: Citation[]
  documents: PublicDocument[]
  sessions: SessionCard[]
  /** Sessions of which neither the time nor the place in the programme is recorded. */
  unorderedCount: number
  speakers: { appearance: AppearanceCard; citations: Citation[] }[]
  speakerCount: number
  statements: StatementCard[]
  statementCount: number
  topics: TopicCount[]
}

/** A published edition with all that its page shows; `id` comes from `editionAt`. Null when there is none. */
export const getEdition = cache(async (id: string, locale: Locale): Promise<Edition | null> => {
  const context = i18n(locale)
  const sessions = { ...publishedSession, editionId: id } satisfies Prisma.SessionWhereInput
  const statements = { AND: [publishedStatement, { editionId: id }] }
  const speakers = { ...publishedPerson, appearances: { some: { session: sessions } } }
  const [row, sessionRows, unorderedCount, speakerRows, speakerCount, statementRows, statementCount, topics] =
    await Promise.all([
      db.edition.findFirst({ where: { id, ...publishedEdition }, select: editionSelect(context) }),
      db.session.findMany({
        where: sessions,
        orderBy: programmeOrder,
        take: SESSIONS,
        select: sessionCardSelect(context),
      }),
      db.session.count({ where: { ...sessions, startsAt: null, position: null } }),
      db.person.findMany({
        where: speakers,
        orderBy: { id: 'asc' },
        take: SPEAKERS,
        select: {
          appearances: {
            where: { session: sessions },
            orderBy: { id: 'asc' },
            take: 1,
            select: { ...appearanceSelect(context), citations: citationsOf(context) },
          },
        },
      }),
      db.person.count({ where: speakers }),
      db.statement.findMany({
        where: statements,
        orderBy: inProgrammeOrder,
        take: STATEMENTS,
        select: statementCardSelect(context),
      }),
      db.statement.count({ where: statements }),
      listTopicCounts(sessions, TOPICS, context),
    ])
  if (!row) return null
  const hasTimes = sessionRows[0]?.startsAt != null // those with a time come first
  return {
    ...toEditionCard(row, context),
    description: say(row.texts, 'description', locale),
    website: row.website,
    timeZone: hasTimes ? row.timeZone : null,
    countryCodes: row.countries.map(({ countryCode }) => countryCode),
    organisations: row.organisations.map(({ role, organisation }) => ({
      role,
      name: mustSay(organisation.texts, 'name', locale),
      path: routes.organisation(organisation.slug),
    })),
    citations: row.citations.map((citation) => toCitation(citation, context)),
    documents: row.attachments.map((attachment) => toDocument(attachment, locale)),
    sessions: sessionRows.map((session) => toSessionCard(session, context)),
    unorderedCount,
    speakers: speakerRows.flatMap(({ appearances }) =>
      appearances.map((appearance) => ({
        appearance: toAppearanceCard(appearance, context),
        citations: appearance.citations.map((citation) => toCitation(citation, context)),
      })),
    ),
    speakerCount,
    statements: statementRows.map((statement) => toStatementCard(statement, context)),
    statementCount,
    topics,
  }
})

/** Statements as they fall in the programme, those of one session together. */
const inProgrammeOrder = [
  ...programmeOrder.map((session) => ({ session })),
  { position: 'asc' },
  { id: 'asc' },
] satisfies Prisma.StatementOrderByWithRelationInput[]

function editionSelect(context: I18n) {
  const card = editionCardSelect(context)
  const texts = { where: textsFor(context.locale), select: { ...textMeta, name: true } }
  return {
    ...card,
    texts: { ...card.texts, select: { ...card.texts.select, description: true } },
    website: true,
    timeZone: true,
    countries: { orderBy: { countryCode: 'asc' }, take: COUNTRIES, select: { countryCode: true } },
    organisations: {
      where: { organisation: publishedOrganisation },
      orderBy: [{ role: 'asc' }, { position: 'asc' }, { organisationId: 'asc' }],
      take: ORGANISATIONS,
      select: { role: true, organisation: { select: { slug: true, texts } } },
    },
    attachments: documentsOf(context.locale),
    citations: citationsOf(context),
  } satisfies Prisma.EditionSelect
}
