import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { editionNameSelect, toEditionName } from '@/lib/editions/name'
import { say } from '@/lib/i18n/texts'
import { publishedEdition, publishedOrganisation, publishedSession } from '@/lib/published'
import type { Prisma } from '@/prisma/client/client'
import { DatePrecision, EditionOrganisationRole } from '@/prisma/client/enums'
import { appearanceLike, endOf, type Filters, isForum, isOrganisation, isTopic, startOf } from './filters'
import type { ApiNoun } from './noun'
import { apiUrl, common, country, day, dayOf, link, pageUrl, standing, text, textsWith, toCommon } from './parts'
import {
  citation,
  citationsSelect,
  document,
  documentsSelect,
  organisationSelect,
  toCitations,
  toDocuments,
  toOrganisation,
} from './relations'

const schema = z
  .object({
    ...common,
    slug: z.string(),
    forum: link,
    name: text,
    number: z.number().int().nullable(),
    year: z.number().int().nullable(),
    theme: text.nullable(),
    summary: text.nullable(),
    description: text.nullable().meta({ description: 'Markdown' }),
    startsOn: day,
    endsOn: day,
    datePrecision: z
      .enum(DatePrecision)
      .meta({ description: 'How exactly the days are known; the first of the month or year then stands for it' }),
    dateNote: text.nullable(),
    timeZone: z.string(),
    city: text.nullable(),
    venue: text.nullable(),
    country,
    countries: z.array(z.string()).meta({ description: 'Those that a source names among those taking part' }),
    countryCount: z.number().int().nullable().meta({ description: 'How many took part, as a source counts them' }),
    website: z.url().nullable(),
    organisations: z.array(z.object({ organisation: link, role: z.enum(EditionOrganisationRole) })),
    documents: z.array(document),
    citations: z.array(citation),
  })
  .meta({ id: 'Edition', description: 'One meeting of a forum' })

const narrowed = (filters: Filters): Prisma.EditionWhereInput => ({
  AND: [
    filters.forum ? { forum: isForum(filters.forum) } : {},
    filters.country ? { countryCode: filters.country } : {},
    filters.organisation ? { organisations: { some: { organisation: isOrganisation(filters.organisation) } } } : {},
    filters.person
      ? {
          sessions: {
            some: { AND: [publishedSession, { appearances: { some: appearanceLike({ person: filters.person }) } }] },
          },
        }
      : {},
    filters.topic
      ? { sessions: { some: { AND: [publishedSession, { topics: { some: { topic: isTopic(filters.topic) } } }] } } }
      : {},
    filters.from
      ? { OR: [{ endsOn: { gte: startOf(filters.from) } }, { endsOn: null, startsOn: { gte: startOf(filters.from) } }] }
      : {},
    filters.to ? { startsOn: { lte: endOf(filters.to) } } : {},
  ],
})

export const editions: ApiNoun = {
  ...{ noun: 'edition', plural: 'editions', schema },
  filters: ['forum', 'person', 'organisation', 'topic', 'country', 'from', 'to', 'updatedSince'],
  async read({ place, orderBy, take, filters }, context) {
    const name = editionNameSelect(context)
    const rows = await db.edition.findMany({
      where: { AND: [publishedEdition, narrowed(filters), place] },
      ...{ orderBy, take },
      select: {
        ...{ ...name, ...standing, startsOn: true, endsOn: true, datePrecision: true, timeZone: true },
        ...{ countryCode: true, countryCount: true, website: true },
        forum: { select: { ...name.forum.select, id: true } },
        texts: textsWith(context, 'title', 'theme', 'summary', 'description', 'city', 'venue', 'dateNote'),
        countries: { orderBy: { countryCode: 'asc' }, select: { countryCode: true } },
        organisations: {
          where: { organisation: publishedOrganisation },
          orderBy: [{ position: 'asc' }, { organisationId: 'asc' }],
          select: { role: true, organisation: organisationSelect(context) },
        },
        attachments: documentsSelect(context),
        citations: citationsSelect(context),
      },
    })
    return rows.map((row): z.output<typeof schema> => {
      const called = toEditionName(row, context)
      const said = (field: 'theme' | 'summary' | 'description' | 'city' | 'venue' | 'dateNote') =>
        say(row.texts, field, context.locale)
      return {
        ...toCommon('editions', row, called.path, context),
        slug: row.slug,
        forum: {
          ...{ id: row.forum.id, name: called.forum.name },
          ...{ url: pageUrl(called.forum.path, context), api: apiUrl('forums', row.forum.id) },
        },
        name: called.name,
        ...{ number: row.number, year: row.year },
        ...{ theme: said('theme'), summary: said('summary'), description: said('description') },
        startsOn: dayOf(row.startsOn),
        endsOn: dayOf(row.endsOn),
        datePrecision: row.datePrecision,
        dateNote: said('dateNote'),
        timeZone: row.timeZone,
        ...{ city: said('city'), venue: said('venue') },
        country: row.countryCode,
        countries: row.countries.map(({ countryCode }) => countryCode),
        countryCount: row.countryCount,
        website: row.website,
        organisations: row.organisations.flatMap(({ role, organisation }) => {
          const found = toOrganisation(organisation, context)
          return found ? [{ organisation: found, role }] : []
        }),
        documents: toDocuments(row.attachments, context),
        citations: toCitations(row.citations, context),
      }
    })
  },
}
