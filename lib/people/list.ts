import 'server-only'
import { cache } from 'react'
import { collationOf, indexLetter, preferredText } from '@/lib/collation'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { type Paged, paged, slice } from '@/lib/pagination'
import { publishedAppearances } from '@/lib/published-sql'
import { Prisma } from '@/prisma/client/client'
import { type AppearanceCard, appearanceSelect, toAppearanceCard } from './card'
import type { SpeakersQuery } from './list-query'

const SPEAKERS_ON_PAGE = 100

/** A speaker under their letter, with the latest appearance among those asked for. */
export type ListedSpeaker = { letter: string; appearance: AppearanceCard }

export type SpeakerList = Paged<ListedSpeaker> & { letters: { letter: string; count: number }[] }

/** Speakers from A to Z in the reader's alphabet, a hundred to a page; three questions however many there are. */
export const listSpeakers = cache(async (asked: SpeakersQuery, locale: Locale): Promise<SpeakerList> => {
  const named = namedSpeakers(asked, locale)
  const collation = collationOf(locale)
  const { skip, take } = slice(asked.page, SPEAKERS_ON_PAGE)
  const [letters, rows] = await Promise.all([
    db.$queryRaw<{ letter: string; count: number }[]>`
      WITH named AS (${named})
      SELECT letter, count(*)::int AS count FROM named GROUP BY letter ORDER BY letter COLLATE ${collation}`,
    db.$queryRaw<{ letter: string; appearanceId: string }[]>`
      WITH named AS (${named})
      SELECT letter, appearance_id AS "appearanceId" FROM named
      WHERE ${asked.letter}::text IS NULL OR letter = ${asked.letter}
      ORDER BY letter COLLATE ${collation}, sort_name COLLATE ${collation}, person_id LIMIT ${take} OFFSET ${skip}`,
  ])
  const counted = asked.letter ? letters.filter(({ letter }) => letter === asked.letter) : letters
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  return { ...paged(await withCards(rows, locale), total, asked.page, SPEAKERS_ON_PAGE), letters }
})

/** Each speaker asked for once, with the sort name a reader sees, its letter, and the latest appearance. */
function namedSpeakers(asked: SpeakersQuery, locale: Locale): Prisma.Sql {
  return Prisma.sql`
    SELECT seen.person_id, seen.appearance_id, chosen.sort_name, ${indexLetter(Prisma.sql`chosen.sort_name`, locale)} AS letter
    FROM (
      SELECT DISTINCT ON (person.id) person.id AS person_id, appearance.id AS appearance_id
      FROM ${publishedAppearances}
      WHERE ${Prisma.join(conditions(asked), ' AND ')}
      ORDER BY person.id, edition.starts_on DESC NULLS LAST, edition.year DESC NULLS LAST,
        session.starts_at DESC NULLS LAST, appearance.id
    ) AS seen
    CROSS JOIN LATERAL (
      SELECT sort_name FROM person_text WHERE person_id = seen.person_id ORDER BY ${preferredText(locale)} LIMIT 1
    ) AS chosen`
}

function conditions({ edition, country, organisation, topic }: SpeakersQuery): Prisma.Sql[] {
  const [forumSlug, editionSlug] = edition?.split('/') ?? []
  return [
    Prisma.sql`TRUE`,
    ...(edition ? [Prisma.sql`forum.slug = ${forumSlug} AND edition.slug = ${editionSlug}`] : []),
    ...(country ? [Prisma.sql`appearance.country_code = ${country}::char(2)`] : []),
    ...(organisation
      ? [
          Prisma.sql`appearance.organisation_id =
            (SELECT id FROM organisation WHERE slug = ${organisation} AND state = 'published')`,
        ]
      : []),
    ...(topic ? [isOnTopic(topic)] : []),
  ]
}

/** In a session on the topic, or with a public statement on it. */
const isOnTopic = (slug: string) => Prisma.sql`EXISTS (
  SELECT FROM topic WHERE topic.slug = ${slug} AND topic.state = 'published' AND (
    EXISTS (SELECT FROM session_topic WHERE topic_id = topic.id AND session_id = session.id)
    OR EXISTS (
      SELECT FROM statement JOIN statement_topic ON statement_topic.statement_id = statement.id
      WHERE statement_topic.topic_id = topic.id AND statement.appearance_id = appearance.id
        AND statement.state = 'published')))`

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
