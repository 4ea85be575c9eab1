import 'server-only'
import { db } from '@/lib/db'
import { titlesOf } from '@/lib/revisions/content'
import type { ContentOf } from '@/lib/revisions/noun-content'
import { textsOf } from '@/lib/revisions/standing'
import { citationsOf, citationsSelect } from '@/lib/sources/citation-rows'
import { type ForumContent, forumSchema } from './schema'

export const forumContent: ContentOf<ForumContent> = {
  schema: forumSchema,
  parent: () => null,
  references: ({ citations }) => citations.flatMap(({ source }) => (source ? [{ noun: 'source', id: source }] : [])),
  titles: ({ texts }) => titlesOf(texts, 'name'),
  otherNames: ({ texts }) => Object.values(titlesOf(texts, 'shortName')),
  async read(ids) {
    const rows = await db.forum.findMany({
      where: { id: { in: ids } },
      select: { id: true, slug: true, website: true, texts: true, citations: citationsSelect },
    })
    return rows.map(({ id, slug, website, texts, citations }) => ({
      id,
      content: {
        slug,
        website,
        texts: textsOf(texts, 'name', 'shortName', 'description'),
        citations: citationsOf(citations),
      },
    }))
  },
}
