import 'server-only'
import { collationOf, firstLetter, indexLetter, preferredText } from '@/lib/collation'
import { db } from '@/lib/db'
import { type Chosen, findChosenEdition, findChosenTopic } from '@/lib/filter-choices'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { findChosenOrganisation } from '@/lib/organisations/chosen'
import { type Paged, paged, slice } from '@/lib/pagination'
import { publishedAppearances } from '@/lib/published-sql'
import { appearanceOnTopic } from '@/lib/topics/where'
import { Prisma } from '@/prisma/client/client'
import { type AppearanceCard, appearanceSelect, toAppearanceCard } from './card'
import { listSpeakerChoices, type SpeakerChoices } from './choices'
import type { SpeakerFilters } from './filters'

const SPEAKERS_ON_PAGE = 100

/** A speaker under their letter, with the latest appearance among those asked for. */
export type ListedSpeaker = { letter: string; appearance: AppearanceCard }

export type SpeakerList = Paged<ListedSpeaker> & {
  /** As asked for, with the current address of what was renamed. */
  filters: SpeakerFilters
  choices: SpeakerChoices
  letters: { letter: string; count: number }[]
}

/** A page of the speakers who match every filter, from A to Z in the reader's alphabet. */
export async function listSpeakers(asked: SpeakerFilters, page: number, locale: Locale): Promise<SpeakerList> {
  const context = i18n(locale)
  const [edition, organisation, topic] = await Promise.all([
    findChosenEdition(asked.edition),
    findChosenOrganisation(asked.organisation, context),
    findChosenTopic(asked.topic),
  ])
  const filters = {
    ...asked,
    edition: edition?.value ?? asked.edition,
    organisation: organisation?.value ?? asked.organisation,
    topic: topic?.value ?? asked.topic,
  }
  const named = namedSpeakers(asked, { edition, organisation, topic }, locale)
  const [letters, rows, choices] = await Promise.all([
    countLetters(named, locale),
    findAppearances(named, asked.letter, page, locale),
    listSpeakerChoices({ organisation, topic }, context),
  ])
  const counted = letters.filter(({ letter }) => asked.letter === null || letter === asked.letter)
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  return { ...paged(await withCards(rows, locale), total, page, SPEAKERS_ON_PAGE), filters, choices, letters }
}

const countLetters = (named: Prisma.Sql, locale: Locale) => db.$queryRaw<SpeakerList['letters']>`
  WITH named AS (${named})
  SELECT letter, count(*)::int AS count FROM named GROUP BY letter ORDER BY letter COLLATE ${collationOf(locale)}`

type Found = { letter: string; appearanceId: string }

function findAppearances(named: Prisma.Sql, letter: string | null, page: number, locale: Locale) {
  const { skip, take } = slice(page, SPEAKERS_ON_PAGE)
  const collation = collationOf(locale)
  return db.$queryRaw<Found[]>`
    WITH named AS (${named})
    SELECT letter, appearance_id AS "appearanceId" FROM named
    WHERE ${letter}::text IS NULL OR letter = ${letter}
    ORDER BY letter COLLATE ${collation}, sort_name COLLATE ${collation}, person_id LIMIT ${take} OFFSET ${skip}`
}

type Records = Record<'edition' | 'organisation' | 'topic', Chosen | null>

/** Each speaker once, with the sort name a reader sees, its letter, and the latest appearance that matches. */
function namedSpeakers(asked: SpeakerFilters, records: Records, locale: Locale): Prisma.Sql {
  return Prisma.sql`
    SELECT seen.person_id, seen.appearance_id, chosen.sort_name,
      ${indexLetter(Prisma.sql`chosen.first`, locale)} AS letter
    FROM (
      SELECT DISTINCT ON (person.id) person.id AS person_id, appearance.id AS appearance_id
      FROM ${publishedAppearances}
      WHERE ${Prisma.join(conditions(asked, records), ' AND ')}
      ORDER BY person.id, edition.starts_on DESC NULLS LAST, edition.year DESC NULLS LAST,
        session.starts_at DESC NULLS LAST, appearance.id
    ) AS seen
    CROSS JOIN LATERAL (
      SELECT sort_name, ${firstLetter(Prisma.sql`sort_name`, locale)} AS first
      FROM person_text WHERE person_id = seen.person_id ORDER BY ${preferredText(locale)} LIMIT 1
    ) AS chosen`
}

/** What an appearance must be for its speaker to be listed. */
function conditions(asked: SpeakerFilters, { edition, organisation, topic }: Records): Prisma.Sql[] {
  const isAnyUnknown = (asked.edition && !edition) || (asked.organisation && !organisation) || (asked.topic && !topic)
  const country = asked.country?.toUpperCase()
  return [
    isAnyUnknown ? Prisma.sql`FALSE` : Prisma.sql`TRUE`,
    ...(edition ? [Prisma.sql`edition.id = ${edition.id}::uuid`] : []),
    ...(country ? [Prisma.sql`appearance.country_code = ${country}::char(2)`] : []),
    ...(organisation ? [Prisma.sql`appearance.organisation_id = ${organisation.id}::uuid`] : []),
    ...(topic ? [appearanceOnTopic(topic.id)] : []),
  ]
}

async function withCards(rows: Found[], locale: Locale): Promise<ListedSpeaker[]> {
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
