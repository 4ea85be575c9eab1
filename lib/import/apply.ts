import 'server-only'
import { may } from '@/lib/auth/permissions'
import { db } from '@/lib/db'
import { conflictOf } from '@/lib/revisions/conflicts'
import { readBlockingPoints } from '@/lib/revisions/settings'
import type { Prisma } from '@/prisma/client/client'
import { inLongTransaction } from './connection'
import type { Plan } from './plan'
import type { ImportOptions, RehearsalSummary } from './rehearsal'
import { type Progress, planFile, type RehearseOutcome, readSource, saveRehearsal, type Unreadable } from './rehearse'
import { PlanIsOld, type Written, writeImport } from './write-import'

export type ApplyOutcome =
  | ({ kind: 'applied'; summary: RehearsalSummary } & Written)
  /** It would do something else than was rehearsed: nothing was written, this is how it stands now. */
  | { kind: 'changed'; now: RehearseOutcome }
  /** Something must be given or decided first. */
  | { kind: 'undecided' }
  | { kind: 'nothing' | 'gone' | 'swept' | 'alreadyApplied' | 'notAllowed' | 'editionThere' }
  | Unreadable

/** Does what a rehearsal says, in one transaction: all of it or nothing. `digest` is the rehearsal's, as it was looked at. */
export async function applyImport(of: {
  importId: string
  digest: string
  by: { id: string }
  onProgress?: Progress
}): Promise<ApplyOutcome> {
  const { importId, digest, by, onProgress } = of
  const source = await readSource(importId)
  if ('kind' in source) return { kind: source.kind === 'applied' ? 'alreadyApplied' : source.kind }
  if (!(await isAllowed(by, source.options))) return { kind: 'notAllowed' }
  const again = async (): Promise<ApplyOutcome> => {
    const now = await planFile({ ...source, onProgress })
    if ('kind' in now) return now
    return {
      kind: 'changed',
      now: await saveRehearsal(importId, { ...source, by, ...now }),
    }
  }
  const planned = await planFile({ ...source, onProgress })
  if ('kind' in planned) return planned
  const { plan } = planned
  if (plan.digest !== digest)
    return {
      kind: 'changed',
      now: await saveRehearsal(importId, { ...source, by, ...planned }),
    }
  if (plan.summary.needs.length) return { kind: 'undecided' }
  if (isNothing(plan, source.options)) return { kind: 'nothing' }
  const blocking = await readBlockingPoints()
  // What was said of it is kept with the rehearsal: here it would only take room.
  Object.assign(plan.items, { sessions: [], people: [] })
  try {
    const written = await inLongTransaction((tx) =>
      writeImport(tx, {
        importId,
        plan,
        options: source.options,
        fileName: source.file.name,
        blocking,
        by,
        onProgress,
      }),
    )
    return { kind: 'applied', ...written, summary: plan.summary }
  } catch (error) {
    if (error instanceof PlanIsOld || isBrokenUnique(error) || conflictOf(error)) return again()
    throw error
  }
}

/** Whoever imports may write; to publish or withdraw with it they must be allowed that too. */
async function isAllowed({ id }: { id: string }, options: ImportOptions): Promise<boolean> {
  const user = await db.user.findUnique({ where: { id, isDisabled: false }, select: { role: true } })
  return (
    may(user, 'write') &&
    (!options.publish || may(user, 'publish')) &&
    (!options.withdraw.length || may(user, 'withdraw'))
  )
}

const isNothing = (plan: Plan, { withdraw }: ImportOptions) =>
  !plan.edition.isNew &&
  !plan.edition.isChanged &&
  !plan.edition.isSaidAnew &&
  ![plan.created, plan.changed, plan.externalIds, withdraw].some((list: readonly unknown[]) => list.length)

/** Somebody else imported the same meanwhile. */
const isBrokenUnique = (error: unknown) => (error as Prisma.PrismaClientKnownRequestError).code === 'P2002'
