import 'server-only'
import { cache } from 'react'
import { collationOf, indexLetter, preferredText } from '@/lib/collation'
import { db } from '@/lib/db'
import { findChosenEdition, findChosenTopic } from '@/lib/filter-choices'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { findChosenOrganisation } from '@/lib/organisations/queries'
import { type Paged, paged, slice } from '@/lib/pagination'
import { publishedAppearances } from '@/lib/published-sql'
import { appearanceOnTopic } from '@/lib/topics/where'
import { Prisma } from '@/prisma/client/client'
import { type AppearanceCard, appearanceSelect, toAppearanceCard } from './card'
import type { SpeakerFilters } from './filters'

const SPEAKERS_ON_PAGE = 100

/** A speaker under their letter, with the latest appearance among those asked for. */
export type ListedSpeaker = { letter: string; appearance: AppearanceCard }

export type SpeakerList = Paged<ListedSpeaker> & { letters: { letter: string; count: number }[] }

/** A page of the speakers who match every filter, from A to Z in the reader's alphabet. */
export const listSpeakers = cache(
  async (filters: SpeakerFilters, page: number, locale: Locale): Promise<SpeakerList> => {
    const { letter } = filters
    const conditions = await appearanceConditions(filters)
    const named = namedSpeakers(conditions, locale)
    const collation = collationOf(locale)
    const { skip, take } = slice(page, SPEAKERS_ON_PAGE)
    const [letters, rows] = await Promise.all([
      db.$queryRaw<{ letter: string; count: number }[]>`
        WITH named AS (${named})
        SELECT letter, count(*)::int AS count FROM named GROUP BY letter ORDER BY letter COLLATE ${collation}`,
      db.$queryRaw<{ letter: string; appearanceId: string }[]>`
        WITH named AS (${named})
        SELECT letter, appearance_id AS "appearanceId" FROM named
        WHERE ${letter}::text IS NULL OR letter = ${letter}
        ORDER BY letter COLLATE ${collation}, sort_name COLLATE ${collation}, person_id LIMIT ${take} OFFSET ${skip}`,
    ])
    const counted = letters.filter((each) => letter === null || each.letter === letter)
    const total = counted.reduce((sum, { count }) => sum + count, 0)
    return { ...paged(await withCards(rows, locale), total, page, SPEAKERS_ON_PAGE), letters }
  },
)

/** Each speaker once, with the sort name a reader sees, its letter, and the latest appearance that matches. */
function namedSpeakers(conditions: Prisma.Sql[], locale: Locale): Prisma.Sql {
  return Prisma.sql`
    SELECT seen.person_id, seen.appearance_id, chosen.sort_name,
      ${indexLetter(Prisma.sql`chosen.sort_name`, locale)} AS letter
    FROM (
      SELECT DISTINCT ON (person.id) person.id AS person_id, appearance.id AS appearance_id
      FROM ${publishedAppearances}
      WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY person.id, edition.starts_on DESC NULLS LAST, edition.year DESC NULLS LAST,
        session.starts_at DESC NULLS LAST, appearance.id
    ) AS seen
    CROSS JOIN LATERAL (
      SELECT sort_name FROM person_text WHERE person_id = seen.person_id ORDER BY ${preferredText(locale)} LIMIT 1
    ) AS chosen`
}

/** What an appearance must be for its speaker to be listed. */
async function appearanceConditions(filters: SpeakerFilters): Promise<Prisma.Sql[]> {
  const [edition, organisation, topic] = await Promise.all([
    findChosenEdition(filters.edition),
    findChosenOrganisation(filters.organisation),
    findChosenTopic(filters.topic),
  ])
  const isAnyUnknown =
    (filters.edition && !edition) || (filters.organisation && !organisation) || (filters.topic && !topic)
  const country = filters.country?.toUpperCase()
  return [
    isAnyUnknown ? Prisma.sql`FALSE` : Prisma.sql`TRUE`,
    ...(edition ? [Prisma.sql`edition.id = ${edition.id}::uuid`] : []),
    ...(country ? [Prisma.sql`appearance.country_code = ${country}::char(2)`] : []),
    ...(organisation ? [Prisma.sql`appearance.organisation_id = ${organisation.id}::uuid`] : []),
    ...(topic ? [appearanceOnTopic(topic.id)] : []),
  ]
}

async function withCards(rows: { letter: string; appearanceId: string }[], locale: Locale) {
  const context = i18n(locale)
  const appearances = await db.appearance.findMany({
    where: { id: { in: rows.map(({ appearanceId }) => appearanceId) } },
    select: appearanceSelect(context),
  })
  const byId = new Map(appearances.map((appearance) => [appearance.id, appearance]))
  return rows.flatMap(({ letter, appearanceId }) => {
    const appearance = byId.get(appearanceId)
    return appearance ? [{ letter, appearance: toAppearanceCard(appearance, context) }] : []
  })
}
