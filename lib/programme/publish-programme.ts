import 'server-only'
import { db } from '@/lib/db'
import { planEdition } from '@/lib/revisions/edition-plan'
import { type PublishEditionOutcome, publishPlan } from '@/lib/revisions/publish-edition'

/** What belongs to a programme: its statements go their own way. */
export const programmeNouns = ['edition', 'session'] as const

export type PublishProgrammeOutcome =
  | Exclude<PublishEditionOutcome, { kind: 'published' }>
  /** `version` is null where nothing that readers are told of has changed. */
  | { kind: 'published'; count: number; version: number | null }

/** What publishing a programme would publish beside making a version of it; null where there is no such edition. */
export const planProgramme = (id: string, withMentioned: boolean) => planEdition(id, withMentioned, programmeNouns)

/**
 * Publishes the programme of an edition: its days and rooms and its sessions as they stand, and keeps it as a numbered
 * version, in one transaction. Where all of it is public already only the version is made.
 */
export async function publishProgramme(of: {
  id: string
  withMentioned: boolean
  seen: string
  name: string | null
  by: { id: string }
}): Promise<PublishProgrammeOutcome> {
  const plan = await planProgramme(of.id, of.withMentioned)
  if (!plan) return { kind: 'gone' }
  if (plan.isTooMany) return { kind: 'tooMany' }
  if (plan.seen !== of.seen) return { kind: 'changed' }
  const outcome = await publishPlan(plan, of)
  return outcome.kind === 'published' && !outcome.count && outcome.version === null ? { kind: 'nothing' } : outcome
}

/** The versions of a programme that were published, the newest first, for the desk. */
export const listVersions = (editionId: string) =>
  db.programmeVersion.findMany({
    where: { editionId },
    orderBy: { number: 'desc' },
    take: 10,
    select: { number: true, name: true, publishedAt: true, publishedById: true },
  })
