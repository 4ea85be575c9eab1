import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { mustSay, say } from '@/lib/i18n/texts'
import { publishedSession, publishedTopic } from '@/lib/published'
import { routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import { appearanceLike, type Filters, isEdition } from './filters'
import type { ApiNoun } from './noun'
import { common, link, standing, text, textsWith, toCommon } from './parts'
import { citation, citationsSelect, toCitations, topicSelect, toTopic } from './relations'

const schema = z
  .object({
    ...common,
    slug: z.string(),
    name: text,
    definition: text.nullable(),
    broader: z.array(link),
    synonyms: z.array(z.object({ language: z.string(), label: z.string() })),
    citations: z.array(citation),
  })
  .meta({ id: 'Topic' })

const narrowed = ({ edition, person }: Filters): Prisma.TopicWhereInput => ({
  AND: [
    edition ? { sessions: { some: { session: { AND: [publishedSession, { edition: isEdition(edition) }] } } } } : {},
    person ? { sessions: { some: { session: { appearances: { some: appearanceLike({ person }) } } } } } : {},
  ],
})

export const topics: ApiNoun = {
  ...{ noun: 'topic', plural: 'topics', schema, filters: ['edition', 'person', 'updatedSince'] },
  async read({ place, orderBy, take, filters }, context) {
    const rows = await db.topic.findMany({
      where: { AND: [publishedTopic, narrowed(filters), place] },
      ...{ orderBy, take },
      select: {
        ...{ ...standing, slug: true },
        texts: textsWith(context, 'name', 'definition'),
        broader: {
          where: { broader: publishedTopic },
          orderBy: { broaderId: 'asc' },
          select: { broader: topicSelect(context) },
        },
        synonyms: { orderBy: [{ language: 'asc' }, { label: 'asc' }], select: { language: true, label: true } },
        citations: citationsSelect(context),
      },
    })
    return rows.map(
      (row): z.output<typeof schema> => ({
        ...toCommon('topics', row, routes.topic(row.slug), context),
        slug: row.slug,
        name: mustSay(row.texts, 'name', context.locale),
        definition: say(row.texts, 'definition', context.locale),
        broader: row.broader.map(({ broader }) => toTopic(broader, context)),
        synonyms: row.synonyms,
        citations: toCitations(row.citations, context),
      }),
    )
  },
}
