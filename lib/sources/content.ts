import 'server-only'
import { db } from '@/lib/db'
import { titlesOf } from '@/lib/revisions/content'
import type { ContentOf } from '@/lib/revisions/noun-content'
import { dayText, textsOf } from '@/lib/revisions/standing'
import { type SourceContent, sourceSchema } from './schema'

export const sourceContent: ContentOf<SourceContent> = {
  schema: sourceSchema,
  parent: () => null,
  references: () => [],
  titles: ({ texts }) => titlesOf(texts, 'title'),
  otherNames: ({ author, publisher }) => [author, publisher].flatMap((name) => name ?? []),
  async read(ids) {
    const rows = await db.source.findMany({ where: { id: { in: ids } }, include: { texts: true } })
    return rows.map((row) => ({
      id: row.id,
      content: {
        kind: row.kind,
        url: row.url,
        author: row.author,
        publisher: row.publisher,
        publishedOn: dayText(row.publishedOn),
        publishedOnPrecision: row.publishedOnPrecision,
        language: row.language,
        readOn: dayText(row.readOn),
        keptCopy: row.keptCopyId,
        texts: textsOf(row.texts, 'title', 'note'),
      },
    }))
  },
}
