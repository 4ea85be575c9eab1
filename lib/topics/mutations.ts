import 'server-only'
import { needed, standingColumns, textRows, type Write } from '@/lib/revisions/standing'
import { writeCitations } from '@/lib/sources/citation-rows'
import type { TopicContent } from './schema'

export const writeTopic: Write<TopicContent> = async (tx, id, content, standing) => {
  const { slug, texts, synonyms, broader, citations } = content
  const facts = { slug: needed(slug, 'The address'), ...standingColumns(standing) }
  await tx.topic.upsert({ where: { id }, create: { id, ...facts }, update: facts })
  await tx.topicText.deleteMany({ where: { topicId: id } })
  await tx.topicText.createMany({
    data: textRows(texts).map((text) => ({ topicId: id, ...text, name: needed(text.name, 'The name') })),
  })
  await tx.topicSynonym.deleteMany({ where: { topicId: id } })
  await tx.topicSynonym.createMany({
    data: synonyms.map(({ language, label }) => ({ topicId: id, language, label: needed(label, 'A synonym') })),
  })
  await tx.topicBroader.deleteMany({ where: { topicId: id } })
  await tx.topicBroader.createMany({ data: broader.map((broaderId) => ({ topicId: id, broaderId })) })
  await writeCitations(tx, [{ target: { topicId: id }, citations }])
}
