import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { mustSay, say } from '@/lib/i18n/texts'
import { publishedPerson, publishedSession } from '@/lib/published'
import { linksSelect } from '@/lib/revisions/links'
import { routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import { SessionFormat } from '@/prisma/client/enums'
import { appearanceLike, endOf, type Filters, isEdition, isForum, isTopic, startOf } from './filters'
import type { ApiNoun } from './noun'
import { common, day, dayOf, link, standing, text, textsWith, toCommon, webLinks } from './parts'
import {
  appearance,
  appearanceSelect,
  citation,
  citationsSelect,
  document,
  documentsSelect,
  editionSelect,
  toAppearance,
  toCitations,
  toDocuments,
  toEdition,
  topicsSelect,
  toTopic,
} from './relations'

const schema = z
  .object({
    ...common,
    slug: z.string(),
    edition: link,
    title: text,
    isTitleSupplied: z.boolean().meta({ description: 'The archive gave the title, as the source gives none' }),
    abstract: text.nullable().meta({ description: 'Markdown' }),
    note: text.nullable().meta({ description: 'What the archivist adds; Markdown' }),
    format: z.enum(SessionFormat),
    language: z.string().nullable().meta({ description: 'BCP 47 tag of the language spoken' }),
    day: z.object({ number: z.number().int(), date: day }).nullable(),
    startsAt: z.iso.datetime().nullable(),
    endsAt: z.iso.datetime().nullable(),
    timeZone: z.string().meta({ description: 'In which its edition shows times' }),
    room: text.nullable(),
    track: text.nullable(),
    position: z.number().int().nullable().meta({ description: 'Place in a programme without times' }),
    isCancelled: z.boolean(),
    topics: z.array(link),
    appearances: z.array(appearance),
    links: webLinks,
    documents: z.array(document),
    citations: z.array(citation),
  })
  .meta({ id: 'Session', description: 'One item of a programme' })

const narrowed = (filters: Filters): Prisma.SessionWhereInput => {
  const { edition, forum, person, organisation, country, topic, language, from, to } = filters
  return {
    AND: [
      edition ? { edition: isEdition(edition) } : {},
      forum ? { edition: { forum: isForum(forum) } } : {},
      person || organisation || country
        ? { appearances: { some: appearanceLike({ person, organisation, country }) } }
        : {},
      topic ? { topics: { some: { topic: isTopic(topic) } } } : {},
      language ? { language } : {},
      from
        ? { OR: [{ startsAt: { gte: startOf(from) } }, { startsAt: null, day: { date: { gte: startOf(from) } } }] }
        : {},
      to ? { OR: [{ startsAt: { lte: endOf(to) } }, { startsAt: null, day: { date: { lte: endOf(to) } } }] } : {},
    ],
  }
}

export const sessions: ApiNoun = {
  ...{ noun: 'session', plural: 'sessions', schema },
  filters: [
    ...(['edition', 'forum', 'person', 'organisation', 'topic', 'country', 'language'] as const),
    ...(['from', 'to', 'updatedSince'] as const),
  ],
  async read({ place, orderBy, take, filters }, context) {
    const edition = editionSelect(context)
    const rows = await db.session.findMany({
      where: { AND: [publishedSession, narrowed(filters), place] },
      ...{ orderBy, take },
      select: {
        ...{ ...standing, slug: true, isTitleSupplied: true, format: true, language: true, startsAt: true },
        ...{ endsAt: true, position: true, isCancelled: true },
        edition: { select: { ...edition.select, timeZone: true } },
        texts: textsWith(context, 'title', 'abstract', 'note'),
        day: { select: { number: true, date: true } },
        room: { select: { texts: textsWith(context, 'name') } },
        track: { select: { texts: textsWith(context, 'name') } },
        topics: topicsSelect(context),
        appearances: {
          where: { person: publishedPerson },
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
          select: appearanceSelect(context),
        },
        links: linksSelect,
        attachments: documentsSelect(context),
        citations: citationsSelect(context),
      },
    })
    const { locale } = context
    return rows.map(
      (row): z.output<typeof schema> => ({
        ...toCommon('sessions', row, routes.session(row.edition.forum.slug, row.edition.slug, row.slug), context),
        slug: row.slug,
        edition: toEdition(row.edition, context),
        title: mustSay(row.texts, 'title', locale),
        isTitleSupplied: row.isTitleSupplied,
        abstract: say(row.texts, 'abstract', locale),
        note: say(row.texts, 'note', locale),
        ...{ format: row.format, language: row.language },
        day: row.day && { number: row.day.number, date: dayOf(row.day.date) },
        startsAt: row.startsAt?.toISOString() ?? null,
        endsAt: row.endsAt?.toISOString() ?? null,
        timeZone: row.edition.timeZone,
        room: row.room && say(row.room.texts, 'name', locale),
        track: row.track && say(row.track.texts, 'name', locale),
        ...{ position: row.position, isCancelled: row.isCancelled },
        topics: row.topics.map(({ topic }) => toTopic(topic, context)),
        appearances: row.appearances.map((each) => toAppearance(each, context)),
        links: row.links,
        documents: toDocuments(row.attachments, context),
        citations: toCitations(row.citations, context),
      }),
    )
  },
}
