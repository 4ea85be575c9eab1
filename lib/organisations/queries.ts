import 'server-only'
import { cache } from 'react'
import { appearancesLatestFirst, byPerson, capacitySelect, type PersonInCapacities } from '@/lib/appearances/capacity'
import { db } from '@/lib/db'
import { type CitedEdition, citedEditionSelect, toCitedEditions } from '@/lib/editions/cited'
import { editionsLatestFirst } from '@/lib/editions/order'
import type { Locale } from '@/lib/i18n/locales'
import { type Said, say, textMeta } from '@/lib/i18n/texts'
import { type I18n, i18n } from '@/lib/i18n/translator'
import type { Identifier } from '@/lib/identifiers'
import { type OtherName, otherNamesThan } from '@/lib/other-names'
import {
  publishedAppearance,
  publishedEdition,
  publishedOrganisation,
  publishedPerson,
  publishedSession,
  publishedStatement,
} from '@/lib/published'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import { type StatementCard, statementCardSelect, toStatementCard } from '@/lib/statements/card'
import { statementsNewestFirst } from '@/lib/statements/order'
import type { EditionOrganisationRole } from '@/prisma/client/enums'
import { inAlphabet, type OrganisationCard, organisationCardSelect, toOrganisationCard } from './card'

const MOST = 50
const MOST_PARTS = 100
const MOST_APPEARANCES = 200
const MOST_STATEMENTS = 20

export type Organisation = OrganisationCard & {
  website: string | null
  /** Markdown. */
  description: Said | null
  otherNames: OtherName[]
  identifiers: Identifier[]
  citations: Citation[]
  /** What is a part of it. */
  parts: OrganisationCard[]
  /** Its roles in editions, the latest first. */
  editions: (CitedEdition & { role: EditionOrganisationRole })[]
  /** Who appeared for it, in what capacity. */
  people: PersonInCapacities[]
  personCount: number
  sessionCount: number
  statements: StatementCard[]
  statementCount: number
}

/** A published organisation with all that its page shows; `id` comes from `organisationAt`. */
export const getOrganisation = cache(async (id: string, locale: Locale): Promise<Organisation | null> => {
  const context = i18n(locale)
  const [organisation, parts, editions, people, statements] = await Promise.all([
    findOrganisation(id, context),
    listParts(id, context),
    listEditions(id, context),
    listPeople(id, context),
    listStatements(id, context),
  ])
  return organisation && { ...organisation, parts, editions, ...people, ...statements }
})

async function findOrganisation(id: string, context: I18n) {
  const row = await db.organisation.findFirst({
    where: { id, ...publishedOrganisation },
    select: {
      ...organisationCardSelect(context),
      website: true,
      // In every language, as the other names are shown too.
      texts: { select: { ...textMeta, name: true, shortName: true, description: true } },
      names: { select: { name: true, language: true }, orderBy: { name: 'asc' }, take: MOST },
      identifiers: { select: { scheme: true, value: true }, orderBy: { scheme: 'asc' }, take: MOST },
      citations: citationsOf(context),
    },
  })
  if (!row) return null
  const card = toOrganisationCard(row, context)
  return {
    ...card,
    website: row.website,
    description: say(row.texts, 'description', context.locale),
    otherNames: otherNamesThan(card.name.value, row.texts, row.names),
    identifiers: row.identifiers,
    citations: row.citations.map((citation) => toCitation(citation, context)),
  }
}

async function listParts(parentId: string, context: I18n) {
  const rows = await db.organisation.findMany({
    where: { ...publishedOrganisation, parentId },
    orderBy: { slug: 'asc' },
    take: MOST_PARTS,
    select: organisationCardSelect(context),
  })
  return inAlphabet(
    rows.map((row) => toOrganisationCard(row, context)),
    context,
  )
}

async function listEditions(organisationId: string, context: I18n) {
  const rows = await db.editionOrganisation.findMany({
    where: { organisationId, edition: publishedEdition },
    orderBy: [...editionsLatestFirst.map((edition) => ({ edition })), { role: 'asc' }],
    take: MOST,
    select: { role: true, edition: { select: citedEditionSelect(context) } },
  })
  const editions = await toCitedEditions(
    rows.map(({ role, edition }) => ({ row: edition, claim: role })),
    context,
  )
  return editions.flatMap((edition, index) => {
    const role = rows[index]?.role
    return role ? [{ ...edition, role }] : []
  })
}

async function listPeople(organisationId: string, context: I18n) {
  const [rows, personCount, sessionCount] = await Promise.all([
    db.appearance.findMany({
      where: { ...publishedAppearance, organisationId },
      orderBy: appearancesLatestFirst,
      take: MOST_APPEARANCES,
      select: capacitySelect(context),
    }),
    db.person.count({
      where: { ...publishedPerson, appearances: { some: { organisationId, session: publishedSession } } },
    }),
    db.session.count({
      where: {
        AND: [publishedSession, { appearances: { some: { organisationId, person: publishedPerson } } }],
      },
    }),
  ])
  return { people: byPerson(rows, context), personCount, sessionCount }
}

async function listStatements(organisationId: string, context: I18n) {
  const where = { AND: [publishedStatement, { appearance: { organisationId } }] }
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
