import 'server-only'
import { cache } from 'react'
import { collationOf, preferredText } from '@/lib/collation'
import { db } from '@/lib/db'
import type { EditionInList } from '@/lib/editions/card'
import { listEditions } from '@/lib/editions/list'
import type { Locale } from '@/lib/i18n/locales'
import { mustSay, type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { type Paged, paged, slice } from '@/lib/pagination'
import { publishedEdition, publishedForum } from '@/lib/published'
import { isPublishedForum } from '@/lib/published-sql'
import { type Path, routes } from '@/lib/routes'
import { type Citation, citationsOf, toCitation } from '@/lib/sources/citations'
import type { Prisma } from '@/prisma/client/client'

const FORUMS_ON_PAGE = 30
const EDITIONS_ON_PAGE = 30

export type ForumCard = {
  path: Path
  name: Said
  shortName: Said | null
  /** Markdown. */
  description: Said | null
  editionCount: number
  /** The years of its first and last edition of which the year is recorded. */
  years: { first: number; last: number } | null
}

export type Forum = ForumCard & { website: string | null; citations: Citation[]; editions: Paged<EditionInList> }

/** Forums in the order of their names in the reader's language. */
export const listForums = cache(async (page: number, locale: Locale): Promise<Paged<ForumCard>> => {
  const context = i18n(locale)
  const { skip, take } = slice(page, FORUMS_ON_PAGE)
  const [ids, total] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT forum.id FROM forum
      CROSS JOIN LATERAL (
        SELECT name FROM forum_text WHERE forum_id = forum.id ORDER BY ${preferredText(locale)} LIMIT 1
      ) AS chosen
      WHERE ${isPublishedForum}
      ORDER BY chosen.name COLLATE ${collationOf(locale)}, forum.id LIMIT ${take} OFFSET ${skip}`,
    db.forum.count({ where: publishedForum }),
  ])
  const forumId = { in: ids.map(({ id }) => id) }
  const [rows, years] = await Promise.all([
    db.forum.findMany({ where: { ...publishedForum, id: forumId }, select: forumSelect(context) }),
    db.edition.groupBy({
      by: ['forumId'],
      where: { ...publishedEdition, forumId },
      _min: { year: true },
      _max: { year: true },
    }),
  ])
  const [rowOf, yearsOf] = [
    new Map(rows.map((row) => [row.id, row])),
    new Map(years.map((each) => [each.forumId, each])),
  ]
  const items = ids.flatMap(({ id }) => {
    const row = rowOf.get(id)
    return row ? [toForumCard(row, yearsOf.get(id), context)] : []
  })
  return paged(items, total, page, FORUMS_ON_PAGE)
})

/** A published forum with a page of its editions; `id` comes from `forumAt`. Null when there is none. */
export const getForum = cache(async (id: string, page: number, locale: Locale): Promise<Forum | null> => {
  const context = i18n(locale)
  const [row, years, editions] = await Promise.all([
    db.forum.findFirst({
      where: { id, ...publishedForum },
      select: { ...forumSelect(context), website: true, citations: citationsOf(context) },
    }),
    db.edition.aggregate({ where: { ...publishedEdition, forumId: id }, _min: { year: true }, _max: { year: true } }),
    listEditions({ where: { forumId: id }, ...slice(page, EDITIONS_ON_PAGE) }, context),
  ])
  if (!row) return null
  const card = toForumCard(row, years, context)
  return {
    ...card,
    website: row.website,
    citations: row.citations.map((citation) => toCitation(citation, context)),
    editions: paged(editions, card.editionCount, page, EDITIONS_ON_PAGE),
  }
})

const forumSelect = ({ locale }: I18n) =>
  ({
    id: true,
    slug: true,
    texts: {
      where: textsFor(locale),
      select: { ...textMeta, name: true, shortName: true, description: true },
    },
    _count: { select: { editions: { where: publishedEdition } } },
  }) satisfies Prisma.ForumSelect

type Row = Prisma.ForumGetPayload<{ select: ReturnType<typeof forumSelect> }>
type Years = { _min: { year: number | null }; _max: { year: number | null } }

function toForumCard({ slug, texts, _count }: Row, years: Years | undefined, { locale }: I18n): ForumCard {
  const [first, last] = [years?._min.year, years?._max.year]
  return {
    path: routes.forum(slug),
    name: mustSay(texts, 'name', locale),
    shortName: say(texts, 'shortName', locale),
    description: say(texts, 'description', locale),
    editionCount: _count.editions,
    years: first && last ? { first, last } : null,
  }
}
