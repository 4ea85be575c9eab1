import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { mustSay, say } from '@/lib/i18n/texts'
import { publishedForum } from '@/lib/published'
import { routes } from '@/lib/routes'
import type { ApiNoun } from './noun'
import { common, standing, text, textsWith, toCommon } from './parts'
import { citation, citationsSelect, toCitations } from './relations'

const schema = z
  .object({
    ...common,
    slug: z.string(),
    name: text,
    shortName: text.nullable(),
    description: text.nullable().meta({ description: 'Markdown' }),
    website: z.url().nullable(),
    citations: z.array(citation),
  })
  .meta({ id: 'Forum', description: 'A series of meetings' })

export const forums: ApiNoun = {
  ...{ noun: 'forum', plural: 'forums', schema, filters: ['updatedSince'] },
  async read({ place, orderBy, take }, context) {
    const rows = await db.forum.findMany({
      where: { AND: [publishedForum, place] },
      ...{ orderBy, take },
      select: {
        ...{ ...standing, slug: true, website: true },
        texts: textsWith(context, 'name', 'shortName', 'description'),
        citations: citationsSelect(context),
      },
    })
    return rows.map(
      (row): z.output<typeof schema> => ({
        ...toCommon('forums', row, routes.forum(row.slug), context),
        slug: row.slug,
        name: mustSay(row.texts, 'name', context.locale),
        shortName: say(row.texts, 'shortName', context.locale),
        description: say(row.texts, 'description', context.locale),
        website: row.website,
        citations: toCitations(row.citations, context),
      }),
    )
  },
}
