import 'server-only'
import { dayDate, needed, standingColumns, textRows, type Write } from '@/lib/revisions/standing'
import { writeCitations } from '@/lib/sources/citation-rows'
import type { StatementContent } from './schema'

export const writeStatement: Write<StatementContent> = async (tx, id, content, standing) => {
  const { edition, session, appearance, form, kind, position, checkedOn, texts, topics, citations } = content
  const facts = {
    ...{ sessionId: session, appearanceId: appearance, form, kind, position },
    editionId: needed(edition, 'The edition'),
    checkedOn: dayDate(checkedOn),
    ...standingColumns(standing),
  }
  const publicId = needed(standing.publicId, 'The permanent id')
  await tx.statement.upsert({ where: { id }, create: { id, publicId, ...facts }, update: facts })
  await tx.statementText.deleteMany({ where: { statementId: id } })
  await tx.statementText.createMany({
    data: textRows(texts).map((text) => ({ statementId: id, ...text, text: needed(text.text, 'The words') })),
  })
  await tx.statementTopic.deleteMany({ where: { statementId: id } })
  await tx.statementTopic.createMany({
    data: topics.map((topicId, at) => ({ statementId: id, topicId, position: at })),
  })
  await writeCitations(tx, [{ target: { statementId: id }, citations }])
}
