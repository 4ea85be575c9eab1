import 'server-only'
import { db } from '@/lib/db'
import { titlesOf } from '@/lib/revisions/content'
import type { ContentOf } from '@/lib/revisions/noun-content'
import type { Reference } from '@/lib/revisions/nouns'
import { textsOf } from '@/lib/revisions/standing'
import { citationsOf, citationsSelect } from '@/lib/sources/citation-rows'
import { type OrganisationContent, organisationSchema } from './schema'

export const organisationContent: ContentOf<OrganisationContent> = {
  schema: organisationSchema,
  parent: () => null,
  references: ({ parent, citations }) => [
    ...(parent ? [{ noun: 'organisation', id: parent } as const] : []),
    ...citations.flatMap(({ source }): Reference[] => (source ? [{ noun: 'source', id: source }] : [])),
  ],
  titles: ({ texts }) => titlesOf(texts, 'name'),
  otherNames: ({ texts, names }) => [
    ...Object.values(titlesOf(texts, 'shortName')),
    ...names.flatMap(({ name }) => name ?? []),
  ],
  async read(ids) {
    const rows = await db.organisation.findMany({
      where: { id: { in: ids } },
      include: { texts: true, names: { orderBy: { id: 'asc' } }, identifiers: true, citations: citationsSelect },
    })
    return rows.map((row) => ({
      id: row.id,
      content: {
        slug: row.slug,
        parent: row.parentId,
        kind: row.kind,
        country: row.countryCode,
        website: row.website,
        texts: textsOf(row.texts, 'name', 'shortName', 'description'),
        names: row.names.map(({ id, name, language, kind }) => ({ id, name, language, kind })),
        identifiers: row.identifiers.map(({ scheme, value }) => ({ scheme, value })),
        citations: citationsOf(row.citations),
      },
    }))
  },
}
