import 'server-only'
import { may } from '@/lib/auth/permissions'
import { db } from '@/lib/db'
import { conflictOf } from '@/lib/revisions/conflicts'
import { newId } from '@/lib/revisions/new-id'
import { readBlockingPoints } from '@/lib/revisions/settings'
import type { Prisma } from '@/prisma/client/client'
import { inLongTransaction } from './connection'
import type { Plan } from './plan'
import { prepareSearch } from './prepare-search'
import type { ImportOptions, Rehearsal, RehearsalSummary } from './rehearsal'
import {
  keepSource,
  type Progress,
  planFile,
  type RehearseOutcome,
  readSource,
  type Source,
  saveRehearsal,
  type Unreadable,
  type Wanted,
} from './rehearse'
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
  const again = () => planFile({ ...source, onProgress }).then((now) => keepChanged(importId, { ...source, by }, now))
  const prepared = prepareSearch(source.options.publish)
  try {
    const planned = await planFile({ ...source, onProgress, onNew: prepared.add })
    if ('kind' in planned) return planned
    if (planned.plan.digest !== digest) return keepChanged(importId, { ...source, by }, planned)
    return await write({ importId, source, plan: planned.plan, by, onProgress, again })
  } finally {
    await prepared.end()
  }
}

/**
 * Rehearses and applies in one go, where nobody looks at it in between: the file is read and compared once. What must be
 * decided first is left to a rehearsal, as ever.
 */
export async function importAtOnce(
  of: Wanted & { by: { id: string } },
): Promise<
  { kind: 'done'; rehearsal: Rehearsal; applied: ApplyOutcome } | Exclude<RehearseOutcome, { kind: 'rehearsed' }>
> {
  const source = await keepSource(of)
  const { by, onProgress } = of
  const prepared = prepareSearch(source.options.publish)
  try {
    const planned = await planFile({ ...source, onNew: prepared.add })
    if ('kind' in planned) return planned
    const kept = await saveRehearsal(newId(), { ...source, ...planned })
    if (kept.kind !== 'rehearsed') return kept
    const { rehearsal } = kept
    const again = () =>
      applyImport({ importId: rehearsal.id, digest: rehearsal.digest, by, ...(onProgress ? { onProgress } : {}) })
    const applied = (await isAllowed(by, source.options))
      ? await write({ importId: rehearsal.id, source, plan: planned.plan, by, onProgress, again })
      : ({ kind: 'notAllowed' } as const)
    return { kind: 'done', rehearsal, applied }
  } finally {
    await prepared.end()
  }
}

/** Writes what was planned; when the archive is another by then, `again` says what that comes to. */
async function write(of: {
  importId: string
  source: Source
  plan: Plan
  by: { id: string }
  onProgress?: Progress | undefined
  again: () => Promise<ApplyOutcome>
}): Promise<ApplyOutcome> {
  const { importId, source, plan, by, onProgress, again } = of
  if (plan.summary.needs.length) return { kind: 'undecided' }
  if (isNothing(plan, source.options)) return { kind: 'nothing' }
  const blocking = await readBlockingPoints()
  // What was said of it is kept with the rehearsal: here it would only take room.
  Object.assign(plan.items, { sessions: [], people: [] })
  try {
    const { options, file } = source
    const written = await inLongTransaction((tx) =>
      writeImport(tx, { importId, plan, options, fileName: file.name, blocking, by, onProgress }),
    )
    return { kind: 'applied', ...written, summary: plan.summary }
  } catch (error) {
    if (error instanceof PlanIsOld || isBrokenUnique(error) || conflictOf(error)) return again()
    throw error
  }
}

/** It would do something else than was rehearsed: that is the rehearsal now. */
async function keepChanged(
  importId: string,
  source: Source & { by: { id: string } },
  planned: Awaited<ReturnType<typeof planFile>>,
): Promise<ApplyOutcome> {
  if ('kind' in planned) return planned
  return { kind: 'changed', now: await saveRehearsal(importId, { ...source, ...planned }) }
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
