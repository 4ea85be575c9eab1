import 'server-only'
import { type AuditEntry, writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import { writeProgrammeVersion } from '@/lib/programme/write-version'
import type { Checked } from './checklist'
import type { Conflict } from './conflicts'
import { type EditionPlan, planEdition } from './edition-plan'
import { asOutcome, publishRecordIn } from './publish'
import { readBlockingPoints } from './settings'

export type PublishEditionOutcome =
  | { kind: 'published'; count: number }
  /** Something changed since it was looked at, or is missing: nothing was published. */
  | { kind: 'gone' | 'changed' | 'tooMany' | 'nothing' }
  | { kind: 'blocked'; id: string; checked: Checked[] }
  | { kind: 'conflict'; conflict: Conflict }

class NotPublished extends Error {
  constructor(readonly outcome: PublishEditionOutcome) {
    super(outcome.kind)
  }
}

/**
 * Publishes an edition with all that `planEdition` names, in one transaction: all of it or nothing. `seen` is the
 * plan's, so that nothing goes out that was not on the page.
 */
export async function publishEdition(of: {
  id: string
  withMentioned: boolean
  seen: string
  by: { id: string }
}): Promise<PublishEditionOutcome> {
  const plan = await planEdition(of.id, of.withMentioned)
  if (!plan) return { kind: 'gone' }
  if (plan.isTooMany) return { kind: 'tooMany' }
  if (plan.seen !== of.seen) return { kind: 'changed' }
  if (!plan.records.length) return { kind: 'nothing' }
  const outcome = await publishPlan(plan, { ...of, name: null })
  return outcome.kind === 'published' ? { kind: outcome.kind, count: outcome.count } : outcome
}

type PublishedPlan = { kind: 'published'; count: number; version: number | null }

/**
 * Publishes all that a plan names in one transaction, and keeps the programme that comes of it as its next version,
 * where readers see another one than before.
 */
export async function publishPlan(
  plan: EditionPlan,
  of: { id: string; name: string | null; by: { id: string } },
): Promise<PublishedPlan | Exclude<PublishEditionOutcome, { kind: 'published' }>> {
  const blocking = await readBlockingPoints()
  try {
    return await asOutcome(() =>
      db.$transaction(
        async (tx) => {
          // The commit writes the search index of all of it.
          await tx.$executeRaw`SELECT set_config('statement_timeout', '60s', true)`
          const entries: AuditEntry[] = []
          for (const { id, lock } of plan.records) {
            const outcome = await publishRecordIn(tx, { id, lock, by: of.by }, blocking, async (_tx, entry) => {
              entries.push(entry)
            })
            if (outcome.kind === 'blocked') throw new NotPublished({ ...outcome, id })
            if (outcome.kind === 'conflict') throw new NotPublished(outcome)
            if (outcome.kind !== 'published') throw new NotPublished({ kind: 'changed' })
          }
          const version = await writeProgrammeVersion(tx, of.id, of)
          if (version !== null)
            entries.push({
              ...{ actorId: of.by.id, act: 'programme_published', noun: 'edition', recordId: of.id },
              detail: { number: version, name: of.name },
            })
          for (const entry of entries) await writeAudit(tx, entry)
          return { kind: 'published', count: plan.records.length, version } as const
        },
        { timeout: 5_000 + plan.records.length * 250, maxWait: 5_000 },
      ),
    )
  } catch (error) {
    if (error instanceof NotPublished && error.outcome.kind !== 'published') return error.outcome
    throw error
  }
}
