import 'server-only'
import { needed, standingColumns, textRows, type Write } from '@/lib/revisions/standing'
import { writeCitations } from '@/lib/sources/citation-rows'
import type { ForumContent } from './schema'

export const writeForum: Write<ForumContent> = async (tx, id, { slug, website, texts, citations }, standing) => {
  const facts = { slug: needed(slug, 'The address'), website, ...standingColumns(standing) }
  await tx.forum.upsert({ where: { id }, create: { id, ...facts }, update: facts })
  await tx.forumText.deleteMany({ where: { forumId: id } })
  await tx.forumText.createMany({
    data: textRows(texts).map((text) => ({ forumId: id, ...text, name: needed(text.name, 'The name') })),
  })
  await writeCitations(tx, [{ target: { forumId: id }, citations }])
}
