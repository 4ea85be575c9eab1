import 'server-only'
import type { Prisma } from '@/prisma/client/client'
import { inParts } from './connection'
import type { BatchRow } from './undo-plan'

/**
 * Takes away records that an import made, whole: an address that was public stays taken, so that it never leads to
 * something else. The caller has said which import it undoes (`plenary.undoing_import`).
 */
export async function removeCreated(tx: Prisma.TransactionClient, created: readonly BatchRow[]): Promise<void> {
  const of = (noun: BatchRow['noun']) => created.filter((each) => each.noun === noun).map(({ id }) => id)
  for (const some of inParts(
    created.map(({ id }) => id),
    5000,
  ))
    await tx.$executeRaw`SELECT forget_publications(${some}::uuid[])`
  // Rows that only stood for a mention have their id for a slug; that was never an address.
  for (const some of inParts(of('session'), 5000))
    await tx.$executeRaw`DELETE FROM session WHERE id = ANY (${some}::uuid[])`
  for (const id of of('edition')) {
    await tx.$executeRaw`DELETE FROM edition WHERE id = ${id}::uuid`
    await tx.$executeRaw`DELETE FROM record WHERE parent_id = ${id}::uuid AND id = ANY (${created.map(({ id }) => id)}::uuid[])`
  }
  for (const some of inParts(of('person'), 5000)) {
    await tx.$executeRaw`DELETE FROM person_slug WHERE person_id = ANY (${some}::uuid[]) AND slug = person_id::text`
    await tx.$executeRaw`DELETE FROM person WHERE id = ANY (${some}::uuid[])`
  }
  for (const some of inParts(of('organisation'), 5000)) {
    await tx.$executeRaw`DELETE FROM organisation_slug WHERE organisation_id = ANY (${some}::uuid[]) AND slug = organisation_id::text`
    await tx.$executeRaw`DELETE FROM organisation WHERE id = ANY (${some}::uuid[])`
  }
  for (const some of inParts(of('topic'), 5000)) {
    await tx.$executeRaw`DELETE FROM topic_slug WHERE topic_id = ANY (${some}::uuid[]) AND slug = topic_id::text`
    await tx.$executeRaw`DELETE FROM topic WHERE id = ANY (${some}::uuid[])`
  }
  await tx.$executeRaw`DELETE FROM source WHERE id = ANY (${of('source')}::uuid[])`
  for (const some of inParts(
    created.map(({ id }) => id),
    5000,
  ))
    await tx.$executeRaw`DELETE FROM record WHERE id = ANY (${some}::uuid[])`
}
