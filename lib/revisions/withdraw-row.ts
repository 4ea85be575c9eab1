import 'server-only'
import type { Prisma } from '@/prisma/client/client'
import type { Noun } from './nouns'

/**
 * Marks a noun's row as withdrawn, with the reason in each language that the record has a text in; a reason in another
 * language stands with the original.
 */
export async function withdrawRow(
  tx: Prisma.TransactionClient,
  noun: Noun,
  id: string,
  reasons: Record<string, string>,
): Promise<void> {
  const row = { where: { id }, data: { state: 'withdrawn', withdrawnAt: new Date() } } as const
  const mark = {
    forum: () => tx.forum.update(row),
    edition: () => tx.edition.update(row),
    session: () => tx.session.update(row),
    person: () => tx.person.update(row),
    organisation: () => tx.organisation.update(row),
    topic: () => tx.topic.update(row),
    statement: () => tx.statement.update(row),
    source: () => tx.source.update(row),
  }
  await mark[noun]()
  const given = Object.entries(reasons).filter(([, reason]) => reason.trim())
  let written = 0
  for (const [language, reason] of given) written += await writeReason(tx, noun, id, { language }, reason)
  const [first] = given
  if (first && !written) await writeReason(tx, noun, id, { status: 'original' }, first[1])
}

/** Writes the public reason of a withdrawal to the texts named; returns how many there were. */
export async function writeReason(
  tx: Prisma.TransactionClient,
  noun: Noun,
  id: string,
  text: { language: string } | { status: 'original' },
  withdrawalReason: string,
): Promise<number> {
  const data = { withdrawalReason }
  const write = {
    forum: () => tx.forumText.updateMany({ where: { forumId: id, ...text }, data }),
    edition: () => tx.editionText.updateMany({ where: { editionId: id, ...text }, data }),
    session: () => tx.sessionText.updateMany({ where: { sessionId: id, ...text }, data }),
    person: () => tx.personText.updateMany({ where: { personId: id, ...text }, data }),
    organisation: () => tx.organisationText.updateMany({ where: { organisationId: id, ...text }, data }),
    topic: () => tx.topicText.updateMany({ where: { topicId: id, ...text }, data }),
    statement: () => tx.statementText.updateMany({ where: { statementId: id, ...text }, data }),
    source: () => tx.sourceText.updateMany({ where: { sourceId: id, ...text }, data }),
  }
  return (await write[noun]()).count
}
