import 'server-only'
import { cache } from 'react'
import { collationOf, preferredText } from '@/lib/collation'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { type Paged, paged, slice } from '@/lib/pagination'
import { publishedOrganisation } from '@/lib/published'
import { isPublishedOrganisation } from '@/lib/published-sql'
import { Prisma } from '@/prisma/client/client'
import { type OrganisationCard, organisationCardSelect, toOrganisationCard } from './card'
import type { OrganisationFilters } from './filters'

type Kind = NonNullable<OrganisationFilters['kind']>

export type OrganisationList = Paged<OrganisationCard> & {
  /** How many there are of each kind, and of all. */
  kinds: { kind: Kind; count: number }[]
  archived: number
}

/** A page of the organisations of a kind, in the order of the reader's alphabet. */
export const listOrganisations = cache(
  async ({ kind }: OrganisationFilters, page: number, locale: Locale): Promise<OrganisationList> => {
    const context = i18n(locale)
    const { skip, take } = slice(page)
    const [groups, order] = await Promise.all([
      db.organisation.groupBy({ by: ['kind'], where: publishedOrganisation, _count: true }),
      db.$queryRaw<{ id: string }[]>`
        SELECT organisation.id
        FROM organisation
        CROSS JOIN LATERAL (
          SELECT name FROM organisation_text
          WHERE organisation_id = organisation.id ORDER BY ${preferredText(locale)} LIMIT 1
        ) AS chosen
        WHERE ${isPublishedOrganisation} AND ${isOfKind(kind)}
        ORDER BY chosen.name COLLATE ${collationOf(locale)}, organisation.id LIMIT ${take} OFFSET ${skip}`,
    ])
    const rows = await db.organisation.findMany({
      where: { id: { in: order.map(({ id }) => id) } },
      select: { id: true, ...organisationCardSelect(context) },
    })
    const byId = new Map(rows.map((row) => [row.id, toOrganisationCard(row, context)]))
    const kinds = groups.map((group) => ({ kind: group.kind ?? ('not_recorded' as const), count: group._count }))
    const archived = kinds.reduce((sum, { count }) => sum + count, 0)
    const total = kind ? (kinds.find((each) => each.kind === kind)?.count ?? 0) : archived
    return {
      ...paged(
        order.flatMap(({ id }) => byId.get(id) ?? []),
        total,
        page,
      ),
      kinds,
      archived,
    }
  },
)

function isOfKind(kind: Kind | null): Prisma.Sql {
  if (kind === null) return Prisma.sql`TRUE`
  return kind === 'not_recorded' ? Prisma.sql`kind IS NULL` : Prisma.sql`kind = ${kind}::organisation_kind`
}
