import 'server-only'
import type { EditionContent } from '@/lib/editions/schema'
import type { Noun } from '@/lib/revisions/nouns'
import type { SessionContent } from '@/lib/sessions/schema'
import type { Prisma } from '@/prisma/client/client'
import { inParts } from './connection'

/** A record of an import's batch, as it stood before it, right after and now. */
export type BatchRow = {
  id: string
  noun: Noun
  part: 'created' | 'changed'
  lock: number
  /** Of what was changed. */
  before: { record?: Record<string, unknown>; namespace?: string; imported?: Record<string, unknown> | null }
  after: { version: number; lock: number; publishedVersion: number | null }
}

/** All of a batch, each record held until the end of the transaction. */
export const readBatchRows = (tx: Prisma.TransactionClient, batchId: string): Promise<BatchRow[]> =>
  tx.$queryRaw<BatchRow[]>`
    SELECT record.id, record.noun, part, record.lock, before, after FROM batch_record
    JOIN record ON record.id = record_id WHERE batch_id = ${batchId}::uuid ORDER BY record.id FOR NO KEY UPDATE OF record`

/**
 * Which records of an import cannot go though nobody touched them: others that stay mention them, or sessions that stay are
 * in the edition's new rooms.
 */
export async function stillNeeded(tx: Prisma.TransactionClient, untouched: readonly BatchRow[]): Promise<Set<string>> {
  const created = new Set(untouched.filter(({ part }) => part === 'created').map(({ id }) => id))
  const back = new Set(untouched.map(({ id }) => id))
  const needed = new Set<string>()
  const note = (ids: readonly string[]) => {
    const fresh = ids.filter((id) => created.has(id) && !needed.has(id))
    for (const id of fresh) needed.add(id)
    return fresh
  }
  let fresh: string[] = []
  for (const some of inParts([...created], 5000)) {
    const found = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT mentioned AS id FROM record, unnest(record_mentions(content)) AS mentioned
      WHERE record_mentions(content) && ${some}::uuid[] AND mentioned = ANY (${some}::uuid[]) AND mentioned <> record.id
        AND record.id <> ALL (${[...back]}::uuid[])
      UNION SELECT record_id FROM correction WHERE record_id = ANY (${some}::uuid[])
      UNION SELECT session_id FROM statement WHERE session_id = ANY (${some}::uuid[])
      UNION SELECT said.id FROM (
          SELECT session_id, person_id AS id FROM appearance WHERE person_id = ANY (${some}::uuid[])
          UNION ALL SELECT session_id, organisation_id FROM appearance WHERE organisation_id = ANY (${some}::uuid[])
          UNION ALL SELECT session_id, topic_id FROM session_topic WHERE topic_id = ANY (${some}::uuid[])) AS said
        WHERE session_id <> ALL (${[...back]}::uuid[])`
    fresh.push(...note(found.map(({ id }) => id)))
  }
  while (fresh.length) {
    const found = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT mentioned AS id FROM record, unnest(record_mentions(content)) AS mentioned WHERE record.id = ANY (${fresh}::uuid[])`
    fresh = note(found.map(({ id }) => id))
  }
  const edition = untouched.find(({ noun, part }) => noun === 'edition' && part === 'changed')
  if (edition) {
    const going = [...back].filter((id) => !needed.has(id))
    if (await isPlacedIn(tx, edition, going)) needed.add(edition.id)
  }
  return needed
}

/** Whether a session that stays is on a day, in a room or track that the edition got with the import. */
async function isPlacedIn(tx: Prisma.TransactionClient, edition: BatchRow, going: readonly string[]): Promise<boolean> {
  const before = Number(edition.before.record?.version)
  const revisions = await tx.revision.findMany({
    where: { recordId: edition.id, version: { in: [before, edition.after.version] } },
    orderBy: { version: 'asc' },
    select: { content: true },
  })
  const [was, became] = revisions.map(({ content }) => partsOf(content as unknown as EditionContent))
  const added = [...(became ?? [])].filter((id) => !was?.has(id))
  if (!added.length) return false
  const others = await tx.$queryRaw<{ content: unknown }[]>`
    SELECT content FROM record WHERE parent_id = ${edition.id}::uuid AND noun = 'session' AND emptied_at IS NULL AND id <> ALL (${going}::uuid[])`
  return others.some(({ content }) => {
    const { day, room, track } = content as SessionContent
    return [day, room, track].some((id) => id && added.includes(id))
  })
}

const partsOf = ({ days, rooms, tracks }: EditionContent) => new Set([...days, ...rooms, ...tracks].map(({ id }) => id))
