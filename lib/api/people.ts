import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { mustSay, say } from '@/lib/i18n/texts'
import { absolute } from '@/lib/metadata'
import { personCardSelect, toPersonCard } from '@/lib/people/card'
import { publishedPerson } from '@/lib/published'
import { linksSelect } from '@/lib/revisions/links'
import { routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import { appearanceLike, type Filters } from './filters'
import type { ApiNoun } from './noun'
import { common, identifiers, otherNames, standing, text, textsWith, toCommon, webLinks } from './parts'
import { citation, citationsSelect, toCitations } from './relations'

const schema = z
  .object({
    ...common,
    slug: z.string(),
    name: text,
    sortName: text.meta({ description: 'Family name first' }),
    biography: text.nullable().meta({ description: 'Markdown' }),
    otherNames,
    identifiers,
    portrait: z
      .object({
        url: z.url(),
        small: z.url(),
        alternativeText: text.nullable(),
        credit: z.string().nullable(),
        licence: z.string().nullable(),
      })
      .nullable(),
    links: webLinks,
    citations: z.array(citation),
  })
  .meta({ id: 'Person', description: 'A person; where and as what they appeared stands with the sessions' })

const narrowed = ({ edition, forum, organisation, topic, country }: Filters): Prisma.PersonWhereInput =>
  edition || forum || organisation || topic || country
    ? { appearances: { some: appearanceLike({ edition, forum, organisation, topic, country }) } }
    : {}

export const people: ApiNoun = {
  ...{ noun: 'person', plural: 'people', schema },
  filters: ['edition', 'forum', 'organisation', 'topic', 'country', 'updatedSince'],
  async read({ place, orderBy, take, filters }, context) {
    const rows = await db.person.findMany({
      where: { AND: [publishedPerson, narrowed(filters), place] },
      ...{ orderBy, take },
      select: {
        ...{ ...personCardSelect(context), ...standing },
        texts: textsWith(context, 'name', 'sortName', 'biography'),
        names: { orderBy: [{ name: 'asc' }], select: { name: true, language: true, kind: true } },
        identifiers: { orderBy: [{ scheme: 'asc' }, { value: 'asc' }], select: { scheme: true, value: true } },
        links: linksSelect,
        citations: citationsSelect(context),
      },
    })
    return rows.map((row): z.output<typeof schema> => {
      const { portrait } = toPersonCard(row, context)
      return {
        ...toCommon('people', row, routes.speaker(row.slug), context),
        slug: row.slug,
        name: mustSay(row.texts, 'name', context.locale),
        sortName: mustSay(row.texts, 'sortName', context.locale),
        biography: say(row.texts, 'biography', context.locale),
        ...{ otherNames: row.names, identifiers: row.identifiers },
        portrait: portrait && {
          ...{ url: absolute(portrait.whole), small: absolute(portrait.path) },
          ...{ alternativeText: portrait.alternativeText, credit: portrait.credit, licence: portrait.licence },
        },
        links: row.links,
        citations: toCitations(row.citations, context),
      }
    })
  },
}
