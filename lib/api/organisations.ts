import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { mustSay, say } from '@/lib/i18n/texts'
import { publishedEdition, publishedOrganisation } from '@/lib/published'
import { routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import { OrganisationKind } from '@/prisma/client/enums'
import { appearanceLike, type Filters, isEdition } from './filters'
import type { ApiNoun } from './noun'
import { common, country, identifiers, link, otherNames, standing, text, textsWith, toCommon } from './parts'
import { citation, citationsSelect, organisationSelect, toCitations, toOrganisation } from './relations'

const schema = z
  .object({
    ...common,
    slug: z.string(),
    name: text,
    shortName: text.nullable(),
    description: text.nullable().meta({ description: 'Markdown' }),
    kind: z.enum(OrganisationKind).nullable(),
    country,
    website: z.url().nullable(),
    parent: link.nullable().meta({ description: 'What it is a part of' }),
    otherNames,
    identifiers,
    citations: z.array(citation),
  })
  .meta({ id: 'Organisation' })

const narrowed = ({ edition, person, country }: Filters): Prisma.OrganisationWhereInput => ({
  AND: [
    edition
      ? {
          OR: [
            { editions: { some: { edition: { AND: [publishedEdition, isEdition(edition)] } } } },
            { appearances: { some: appearanceLike({ edition }) } },
          ],
        }
      : {},
    person ? { appearances: { some: appearanceLike({ person }) } } : {},
    country ? { countryCode: country } : {},
  ],
})

export const organisations: ApiNoun = {
  ...{
    noun: 'organisation',
    plural: 'organisations',
    schema,
    filters: ['edition', 'person', 'country', 'updatedSince'],
  },
  async read({ place, orderBy, take, filters }, context) {
    const rows = await db.organisation.findMany({
      where: { AND: [publishedOrganisation, narrowed(filters), place] },
      ...{ orderBy, take },
      select: {
        ...{ ...standing, slug: true, kind: true, countryCode: true, website: true },
        texts: textsWith(context, 'name', 'shortName', 'description'),
        parent: organisationSelect(context),
        names: { orderBy: [{ name: 'asc' }], select: { name: true, language: true, kind: true } },
        identifiers: { orderBy: [{ scheme: 'asc' }, { value: 'asc' }], select: { scheme: true, value: true } },
        citations: citationsSelect(context),
      },
    })
    return rows.map(
      (row): z.output<typeof schema> => ({
        ...toCommon('organisations', row, routes.organisation(row.slug), context),
        slug: row.slug,
        name: mustSay(row.texts, 'name', context.locale),
        shortName: say(row.texts, 'shortName', context.locale),
        description: say(row.texts, 'description', context.locale),
        ...{ kind: row.kind, country: row.countryCode, website: row.website },
        parent: toOrganisation(row.parent, context),
        ...{ otherNames: row.names, identifiers: row.identifiers },
        citations: toCitations(row.citations, context),
      }),
    )
  },
}
