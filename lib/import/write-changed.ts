import 'server-only'
import { keepWords } from '@/lib/revisions/names-kept'
import { type Content, registry } from '@/lib/revisions/registry'
import type { Prisma } from '@/prisma/client/client'
import { asRows, inParts } from './connection'
import { asNewRecord } from './new-record'
import { noteBefore } from './note-in-batch'
import type { ChangedRecord, Plan } from './plan'
import type { Writing } from './write-records'

/** Of records with other names the words are written anew for as many at once. */
const WORDS_AT_ONCE = 200

/** Writes new versions of records that are held by the caller; with what the file said. */
export async function writeChangedRecords(
  tx: Prisma.TransactionClient,
  changed: readonly ChangedRecord[],
  writing: Writing,
): Promise<void> {
  const { batchId, by } = writing
  await noteBefore(
    tx,
    changed.map(({ record, namespace, isChanged }) => ({ id: record.id, namespace, isChanged })),
    writing,
  )
  for (const some of inParts(changed.filter(({ isChanged }) => isChanged))) {
    const made = some.map(({ noun, record, content }) => asNewRecord(noun, record.id, content))
    await tx.$executeRaw`
      UPDATE revision SET act = 'save' FROM record
      WHERE record.id = ANY (${made.map(({ id }) => id)}::uuid[]) AND record_id = record.id
        AND revision.version = record.version AND act = 'autosave'`
    await tx.$executeRaw`
      WITH written AS (
        UPDATE record SET content = given.content, titles = given.titles, sort_name = given."sortName", version = version + 1,
          lock = lock + 1, updated_at = now(), updated_by_id = ${by?.id ?? null}::uuid
        FROM jsonb_to_recordset(${asRows(made)}) AS given(id uuid, content jsonb, titles jsonb, "sortName" text)
        WHERE record.id = given.id
        RETURNING record.id, record.version, record.lock, record.content
      )
      INSERT INTO revision (record_id, version, lock, content, act, author_id, batch_id)
      SELECT id, version, lock, content, 'import', ${by?.id ?? null}::uuid, ${batchId}::uuid FROM written`
    const named = some.flatMap(({ noun, record, content }, at) => {
      const titles = made[at]?.titles ?? {}
      const names = (of: Content) => JSON.stringify(registry[noun].otherNames(of))
      const isSame =
        JSON.stringify(titles) === JSON.stringify(record.titles) && names(content) === names(record.content)
      return isSame ? [] : [{ id: record.id, noun, content, titles }]
    })
    for (const few of inParts(named, WORDS_AT_ONCE)) await keepWords(tx, few)
  }
  await writeSaid(
    tx,
    changed.map(({ record, namespace, said, isChanged }) => ({
      ...{ namespace, id: record.id, said, version: record.version + (isChanged ? 1 : 0) },
    })),
  )
}

/** Writes what a file says of records: the content of a version, or `said` where that says otherwise. */
export async function writeSaid(
  tx: Prisma.TransactionClient,
  records: readonly { namespace: string; id: string; version: number; said: Content | null }[],
): Promise<void> {
  for (const some of inParts(records))
    await tx.$executeRaw`
      INSERT INTO imported (namespace, record_id, version, content)
      SELECT namespace, id, version, CASE WHEN jsonb_typeof(said) = 'object' THEN said END
      FROM jsonb_to_recordset(${asRows(some)}) AS given(namespace text, id uuid, version int, said jsonb)
      ON CONFLICT (namespace, record_id) DO UPDATE SET version = excluded.version, content = excluded.content`
}

/** Writes what the source calls the records, and that what it says of new ones is their first version. */
export async function writeExternalIds(
  tx: Prisma.TransactionClient,
  { externalIds, imported }: Pick<Plan, 'externalIds' | 'imported'>,
  { batchId }: Writing,
): Promise<void> {
  for (const some of inParts(externalIds, 5000))
    await tx.$executeRaw`
      INSERT INTO external_id (namespace, value, record_id, batch_id)
      SELECT DISTINCT ON (namespace, value) namespace, value, "recordId", ${batchId}::uuid
      FROM jsonb_to_recordset(${asRows(some)}) AS given(namespace text, value text, "recordId" uuid)`
  for (const some of inParts(imported, 5000))
    await tx.$executeRaw`
      INSERT INTO imported (namespace, record_id, version)
      SELECT namespace, "recordId", 1 FROM jsonb_to_recordset(${asRows(some)}) AS given(namespace text, "recordId" uuid)`
}
