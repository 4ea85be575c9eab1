import 'server-only'
import type { Prisma } from '@/prisma/client/client'
import { asRows, inParts } from './connection'
import type { Writing } from './write-records'

/**
 * Notes in the batch how records stand before it changes them, with what the source said of them before: undoing brings
 * each back from there.
 */
export async function noteBefore(
  tx: Prisma.TransactionClient,
  records: readonly { id: string; namespace: string; isChanged: boolean }[],
  { batchId }: Writing,
): Promise<void> {
  for (const some of inParts(records))
    await tx.$executeRaw`
      INSERT INTO batch_record (batch_id, record_id, part, before, after)
      SELECT ${batchId}::uuid, record.id, 'changed',
        jsonb_build_object('record', to_jsonb(record) - 'content', 'namespace', given.namespace, 'imported', to_jsonb(imported)),
        jsonb_build_object('version', record.version + given."isChanged"::int, 'lock', record.lock + given."isChanged"::int,
          'publishedVersion', record.published_version)
      FROM jsonb_to_recordset(${asRows(some)}) AS given(id uuid, namespace text, "isChanged" boolean)
      JOIN record ON record.id = given.id
      LEFT JOIN imported ON imported.record_id = record.id AND imported.namespace = given.namespace`
}

/** Notes in the batch how a record stands after it, where more was done to it than was noted before. */
export const noteAfter = (tx: Prisma.TransactionClient, id: string, batchId: string) => tx.$executeRaw`
  UPDATE batch_record SET after = jsonb_build_object('version', version, 'lock', lock, 'publishedVersion', published_version)
  FROM record WHERE record.id = record_id AND record_id = ${id}::uuid AND batch_id = ${batchId}::uuid`

/** Notes in the batch records that were made in it one by one. */
export async function noteCreated(
  tx: Prisma.TransactionClient,
  batchId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO batch_record (batch_id, record_id, part, before, after)
    SELECT ${batchId}::uuid, id, 'created', '{}', jsonb_build_object('version', version, 'publishedVersion', NULL, 'lock', lock)
    FROM record WHERE id = ANY (${ids}::uuid[])`
}
