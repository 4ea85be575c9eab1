import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { mustSay } from '@/lib/i18n/texts'
import { publishedStatement } from '@/lib/published'
import { routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import { StatementForm, StatementKind } from '@/prisma/client/enums'
import { appearanceLike, endOf, type Filters, isEdition, isForum, isTopic, startOf } from './filters'
import type { ApiNoun } from './noun'
import { common, day, dayOf, link, standing, text, textsWith, toCommon, toLink } from './parts'
import {
  appearance,
  appearanceSelect,
  citation,
  citationsSelect,
  editionSelect,
  toAppearance,
  toCitations,
  toEdition,
  topicsSelect,
  toTopic,
} from './relations'

const schema = z
  .object({
    ...common,
    publicId: z.string().meta({ description: 'The short permanent id of its address' }),
    text,
    form: z.enum(StatementForm),
    kind: z.enum(StatementKind),
    edition: link,
    session: link.nullable(),
    speaker: appearance.nullable(),
    checkedOn: day.meta({ description: 'When somebody compared the words with the source; null while nobody has' }),
    topics: z.array(link),
    citations: z.array(citation),
  })
  .meta({ id: 'Statement', description: 'What somebody said, as one citable unit' })

const narrowed = (filters: Filters): Prisma.StatementWhereInput => {
  const { edition, forum, session, person, organisation, country, topic, language, from, to } = filters
  return {
    AND: [
      edition ? { edition: isEdition(edition) } : {},
      forum ? { edition: { forum: isForum(forum) } } : {},
      session ? { sessionId: session } : {},
      person || organisation || country ? { appearance: appearanceLike({ person, organisation, country }) } : {},
      topic ? { topics: { some: { topic: isTopic(topic) } } } : {},
      language ? { texts: { some: { language, status: 'original' } } } : {},
      from
        ? { OR: [{ session: { startsAt: { gte: startOf(from) } } }, { edition: { startsOn: { gte: startOf(from) } } }] }
        : {},
      to ? { edition: { startsOn: { lte: endOf(to) } } } : {},
    ],
  }
}

export const statements: ApiNoun = {
  ...{ noun: 'statement', plural: 'statements', schema },
  filters: [
    ...(['edition', 'forum', 'session', 'person', 'organisation', 'topic', 'country', 'language'] as const),
    ...(['from', 'to', 'updatedSince'] as const),
  ],
  async read({ place, orderBy, take, filters }, context) {
    const rows = await db.statement.findMany({
      where: { AND: [publishedStatement, narrowed(filters), place] },
      ...{ orderBy, take },
      select: {
        ...{ ...standing, publicId: true, form: true, kind: true, checkedOn: true },
        texts: textsWith(context, 'text'),
        edition: editionSelect(context),
        session: { select: { id: true, slug: true, texts: textsWith(context, 'title') } },
        appearance: { select: appearanceSelect(context) },
        topics: topicsSelect(context),
        citations: citationsSelect(context),
      },
    })
    return rows.map((row): z.output<typeof schema> => {
      const { session, edition } = row
      return {
        ...toCommon('statements', row, routes.statement(row.publicId), context),
        publicId: row.publicId,
        text: mustSay(row.texts, 'text', context.locale),
        ...{ form: row.form, kind: row.kind },
        edition: toEdition(edition, context),
        session:
          session &&
          toLink(
            'sessions',
            session.id,
            mustSay(session.texts, 'title', context.locale),
            routes.session(edition.forum.slug, edition.slug, session.slug),
            context,
          ),
        speaker: row.appearance && toAppearance(row.appearance, context),
        checkedOn: dayOf(row.checkedOn),
        topics: row.topics.map(({ topic }) => toTopic(topic, context)),
        citations: toCitations(row.citations, context),
      }
    })
  },
}
