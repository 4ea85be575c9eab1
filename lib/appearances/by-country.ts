import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import { type CitedEdition, citedEditionSelect, toCitedEditions } from '@/lib/editions/cited'
import { editionsLatestFirst } from '@/lib/editions/order'
import type { Locale } from '@/lib/i18n/locales'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { inAlphabet, type OrganisationCard, organisationCardSelect, toOrganisationCard } from '@/lib/organisations/card'
import {
  publishedAppearance,
  publishedEdition,
  publishedOrganisation,
  publishedPerson,
  publishedSession,
} from '@/lib/published'
import { appearancesLatestFirst, byPerson, capacitySelect, type PersonInCapacities } from './capacity'

const MOST_EDITIONS = 50
const MOST_ORGANISATIONS = 200
const MOST_APPEARANCES = 200

/** What the archive holds about a country. It says nothing of anybody's nationality. */
export type Country = {
  /** ISO 3166-1 alpha-2, upper case. */
  code: string
  editionsHeld: CitedEdition[]
  /** Editions in which a source names it among those taking part. */
  editionsNaming: CitedEdition[]
  organisations: OrganisationCard[]
  organisationCount: number
  /** Who represented it, in what capacity. */
  people: PersonInCapacities[]
  personCount: number
  isEmpty: boolean
}

/** Everything archived that concerns a country; `code` is ISO 3166-1 alpha-2, upper case. */
export const getCountry = cache(async (code: string, locale: Locale): Promise<Country> => {
  const context = i18n(locale)
  const [editionsHeld, editionsNaming, organisations, people] = await Promise.all([
    listEditions({ countryCode: code }, 'place', context),
    listEditions({ countries: { some: { countryCode: code } } }, 'countries', context),
    listOrganisations(code, context),
    listPeople(code, context),
  ])
  const found = [editionsHeld, editionsNaming, organisations.organisations, people.people]
  return {
    code,
    editionsHeld,
    editionsNaming,
    ...organisations,
    ...people,
    isEmpty: found.every((list) => list.length === 0),
  }
})

type Concerning = { countryCode: string } | { countries: { some: { countryCode: string } } }

async function listEditions(concerning: Concerning, claim: string, context: I18n) {
  const rows = await db.edition.findMany({
    where: { ...publishedEdition, ...concerning },
    orderBy: editionsLatestFirst,
    take: MOST_EDITIONS,
    select: citedEditionSelect(context),
  })
  return toCitedEditions(
    rows.map((row) => ({ row, claim })),
    context,
  )
}

async function listOrganisations(countryCode: string, context: I18n) {
  const where = { ...publishedOrganisation, countryCode }
  const [rows, organisationCount] = await Promise.all([
    db.organisation.findMany({
      where,
      orderBy: { slug: 'asc' },
      take: MOST_ORGANISATIONS,
      select: organisationCardSelect(context),
    }),
    db.organisation.count({ where }),
  ])
  const cards = rows.map((row) => toOrganisationCard(row, context))
  return { organisations: inAlphabet(cards, context), organisationCount }
}

async function listPeople(countryCode: string, context: I18n) {
  const [rows, personCount] = await Promise.all([
    db.appearance.findMany({
      where: { ...publishedAppearance, countryCode },
      orderBy: appearancesLatestFirst,
      take: MOST_APPEARANCES,
      select: capacitySelect(context),
    }),
    db.person.count({
      where: { ...publishedPerson, appearances: { some: { countryCode, session: publishedSession } } },
    }),
  ])
  return { people: byPerson(rows, context), personCount }
}
