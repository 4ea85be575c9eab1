import 'server-only'
import { db } from '@/lib/db'
import { titlesOf } from '@/lib/revisions/content'
import { linksSelect } from '@/lib/revisions/links'
import type { ContentOf } from '@/lib/revisions/noun-content'
import { textsOf } from '@/lib/revisions/standing'
import { citationsOf, citationsSelect } from '@/lib/sources/citation-rows'
import { type PersonContent, personSchema } from './schema'

export const personContent: ContentOf<PersonContent> = {
  schema: personSchema,
  parent: () => null,
  references: ({ citations }) => citations.flatMap(({ source }) => (source ? [{ noun: 'source', id: source }] : [])),
  titles: ({ texts }) => titlesOf(texts, 'name'),
  otherNames: ({ names }) => names.flatMap(({ name }) => name ?? []),
  async read(ids) {
    const rows = await db.person.findMany({
      where: { id: { in: ids } },
      include: {
        texts: true,
        names: { orderBy: { id: 'asc' } },
        identifiers: true,
        links: linksSelect,
        citations: citationsSelect,
      },
    })
    return rows.map((row) => ({
      id: row.id,
      content: {
        slug: row.slug,
        portrait: row.portraitId,
        texts: textsOf(row.texts, 'name', 'sortName', 'biography'),
        names: row.names.map(({ id, name, language, kind }) => ({ id, name, language, kind })),
        identifiers: row.identifiers.map(({ scheme, value }) => ({ scheme, value })),
        links: row.links,
        citations: citationsOf(row.citations),
      },
    }))
  },
}
