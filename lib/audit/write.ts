import 'server-only'
import type { Prisma } from '@/prisma/client/client'

export type AuditEntry = {
  /** Null for what the archive does by itself. */
  actorId: string | null
  act: string
  noun?: string
  recordId?: string
  version?: number
  detail?: Prisma.InputJsonValue
}

/**
 * Adds to the audit what is being done, in the transaction that does it. Write it last: from here until the
 * transaction ends other writers of the audit wait, as each row holds the hash of the one before it (a trigger).
 */
export async function writeAudit(tx: Prisma.TransactionClient, entry: AuditEntry): Promise<void> {
  const { actorId, act, noun = null, recordId = null, version = null, detail } = entry
  const json = detail === undefined ? null : JSON.stringify(detail)
  await tx.$executeRaw`
    INSERT INTO audit_entry (actor_id, act, noun, record_id, version, detail)
    VALUES (${actorId}::uuid, ${act}, ${noun}, ${recordId}, ${version}::int, ${json}::jsonb)`
}
