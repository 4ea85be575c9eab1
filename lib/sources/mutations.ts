import 'server-only'
import { needDescribed } from '@/lib/media/described'
import { dayDate, needed, standingColumns, textRows, type Write } from '@/lib/revisions/standing'
import type { SourceContent } from './schema'

export const writeSource: Write<SourceContent> = async (tx, id, content, standing) => {
  const { kind, url, author, publisher, publishedOn, publishedOnPrecision, language, readOn, keptCopy, texts } = content
  const facts = {
    ...{ kind, url, author, publisher, publishedOnPrecision, language, keptCopyId: keptCopy },
    publishedOn: dayDate(publishedOn),
    readOn: dayDate(readOn),
    ...standingColumns(standing),
  }
  const publicId = needed(standing.publicId, 'The permanent id')
  await needDescribed(tx, [keptCopy])
  await tx.source.upsert({ where: { id }, create: { id, publicId, ...facts }, update: facts })
  await tx.sourceText.deleteMany({ where: { sourceId: id } })
  await tx.sourceText.createMany({
    data: textRows(texts).map((text) => ({ sourceId: id, ...text, title: needed(text.title, 'The title') })),
  })
}
