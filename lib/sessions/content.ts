import 'server-only'
import { db } from '@/lib/db'
import { attachmentsOf, attachmentsSelect } from '@/lib/media/attachment-rows'
import { titlesOf } from '@/lib/revisions/content'
import { linksSelect } from '@/lib/revisions/links'
import type { ContentOf } from '@/lib/revisions/noun-content'
import type { Reference } from '@/lib/revisions/nouns'
import { textsOf } from '@/lib/revisions/standing'
import { citationsOf, citationsSelect } from '@/lib/sources/citation-rows'
import { type SessionContent, sessionSchema } from './schema'

export const sessionContent: ContentOf<SessionContent> = {
  schema: sessionSchema,
  parent: ({ edition }) => (edition ? { noun: 'edition', id: edition } : null),
  references: ({ topics, appearances, citations }) => [
    ...topics.map((id): Reference => ({ noun: 'topic', id })),
    ...appearances.flatMap(({ person, organisation }): Reference[] => [
      ...(person ? [{ noun: 'person', id: person } as const] : []),
      ...(organisation ? [{ noun: 'organisation', id: organisation } as const] : []),
    ]),
    ...[...citations, ...appearances.flatMap((each) => each.citations)].flatMap(({ source }): Reference[] =>
      source ? [{ noun: 'source', id: source }] : [],
    ),
  ],
  titles: ({ texts }) => titlesOf(texts, 'title'),
  otherNames: () => [],
  async read(ids) {
    const rows = await db.session.findMany({
      where: { id: { in: ids } },
      include: {
        texts: true,
        topics: { orderBy: [{ position: 'asc' }, { topicId: 'asc' }] },
        appearances: {
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
          include: { texts: true, citations: citationsSelect },
        },
        attachments: attachmentsSelect,
        links: linksSelect,
        citations: citationsSelect,
      },
    })
    return rows.map((row) => ({
      id: row.id,
      content: {
        edition: row.editionId,
        slug: row.slug,
        format: row.format,
        isTitleSupplied: row.isTitleSupplied,
        language: row.language,
        day: row.dayId,
        startsAt: row.startsAt?.toISOString() ?? null,
        endsAt: row.endsAt?.toISOString() ?? null,
        room: row.roomId,
        track: row.trackId,
        position: row.position,
        isCancelled: row.isCancelled,
        texts: textsOf(row.texts, 'title', 'abstract', 'note'),
        topics: row.topics.map(({ topicId }) => topicId),
        appearances: row.appearances.map((each) => ({
          id: each.id,
          person: each.personId,
          role: each.role,
          organisation: each.organisationId,
          country: each.countryCode,
          nameAsPrinted: each.nameAsPrinted,
          texts: textsOf(each.texts, 'positionHeld'),
          citations: citationsOf(each.citations),
        })),
        attachments: attachmentsOf(row.attachments),
        links: row.links,
        citations: citationsOf(row.citations),
      },
    }))
  },
}
