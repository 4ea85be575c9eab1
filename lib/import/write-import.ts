import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { beginBatch } from '@/lib/batches/batch'
import { readLayers, writeLayers, writeRow } from '@/lib/batches/layers'
import type { EditionContent } from '@/lib/editions/schema'
import { writeProgrammeVersion } from '@/lib/programme/write-version'
import { moveToBinIn } from '@/lib/revisions/bin'
import { publishRecordIn, withdrawRecordIn } from '@/lib/revisions/publish'
import { mentions } from '@/lib/revisions/registry'
import type { BlockingPoints } from '@/lib/revisions/settings'
import type { Prisma } from '@/prisma/client/client'
import { inPublicAfter } from './edition-in-public'
import { indexNew } from './index-new'
import { makeEdition } from './make-edition'
import { noteAfter, noteBefore } from './note-in-batch'
import type { Plan } from './plan'
import { writeBareRows, writePublicRows } from './public-rows'
import { decidePublication } from './publish-created'
import type { ImportOptions } from './rehearsal'
import type { Progress } from './rehearse'
import { isPublished } from './tell-blocked'
import { writeChangedRecords, writeExternalIds, writeSaid } from './write-changed'
import { type Writing, writeNewRecords } from './write-records'

/** The archive is no longer as it was when the plan was made. */
export class PlanIsOld extends Error {}

export type Written = {
  batchId: string
  /** How many new records are public, and how many stay drafts though they were to be published. */
  published: number
  blocked: number
}

type Import = {
  importId: string
  plan: Plan
  options: ImportOptions
  fileName: string
  blocking: BlockingPoints
  by: { id: string }
  onProgress?: Progress | undefined
}

/** Writes an import, in a transaction of the caller. Throws `PlanIsOld` when a record it changes is another by now. */
export async function writeImport(tx: Prisma.TransactionClient, of: Import): Promise<Written> {
  const { importId, plan, options, by, blocking, onProgress } = of
  await holdRecords(tx, plan)
  const { id: editionId } = plan.edition.record
  const { summary } = plan
  const batchId = await beginBatch(tx, {
    ...{ kind: 'import', noun: 'session', by },
    summary: { edition: editionId, import: importId, file: of.fileName, publish: options.publish, ...countsOf(plan) },
  })
  const writing: Writing = { batchId, by }
  const edition = plan.edition.isNew
    ? await makeEdition(tx, plan, { options, blocking }, writing)
    : await writeEdition(tx, plan, options, writing)
  const blocked = options.publish ? await decidePublication(tx, plan.created, { edition, blocking }) : new Map()
  await writeNewRecords(tx, plan.created, writing, (done) =>
    onProgress?.({ step: 'write', done, of: plan.created.length }),
  )
  const publicIds = { source: [], topic: [], organisation: [], person: [], session: [] } as Record<string, string[]>
  for (const { id, noun, isPublished } of plan.created) if (isPublished) publicIds[noun]?.push(id)
  const ids = publicIds as Parameters<typeof writePublicRows>[1]
  if (options.publish) {
    const mentioned = plan.created.flatMap((each) =>
      each.isPublished ? mentions(each.noun, each.content).map(({ id }) => id) : [],
    )
    await writeBareRows(tx, [...new Set(mentioned)])
    await writePublicRows(tx, ids)
  }
  await writeChangedRecords(tx, plan.changed, writing)
  await writeExternalIds(tx, plan, writing)
  if (options.publish) await publishChanged(tx, plan, { batchId, by, blocking })
  await withdrawVanished(tx, plan, options, writing)
  const published = plan.created.filter(({ isPublished }) => isPublished).length
  await indexNew(tx, ids, await onlyNew(tx, plan, ids.session), (done) =>
    onProgress?.({ step: 'index', done, of: published }),
  )
  const version =
    edition && options.publish ? await writeProgrammeVersion(tx, editionId, { by, name: null, batchId }) : null
  await tx.import.update({
    where: { id: importId },
    data: { state: 'applied', batchId, editionId, appliedAt: new Date() },
  })
  await writeAudit(tx, {
    ...{ actorId: by.id, act: 'record.import', noun: 'edition', recordId: editionId },
    detail: { batch: batchId, file: of.fileName, ...countsOf(plan), published, version, notices: summary.notices },
  })
  return { batchId, published, blocked: blocked.size }
}

/** How much it creates and changes, for the batch and the audit. */
const countsOf = ({ created, changed, summary }: Plan) => ({
  sessions: summary.sessions.created,
  people: summary.people.created,
  created: created.length,
  changed: changed.filter(({ isChanged }) => isChanged).length,
})

/**
 * The edition, where no session of before shows what changed of it: it got days, rooms and tracks, or all its sessions
 * were made here. Else null.
 */
async function onlyNew(tx: Prisma.TransactionClient, { edition }: Plan, made: string[]): Promise<string | null> {
  const { id } = edition.record
  if (!edition.isSaidAnew) return id
  const [other] = await tx.$queryRaw<object[]>`
    SELECT 1 FROM session WHERE edition_id = ${id}::uuid AND id <> ALL (${made}::uuid[]) LIMIT 1`
  return other ? null : id
}

/** The records that are changed, held as they were when the plan was made. */
async function holdRecords(tx: Prisma.TransactionClient, { edition, changed }: Plan): Promise<void> {
  const locks = new Map(
    [...(edition.isNew ? [] : [edition.record]), ...changed.map(({ record }) => record)].map(({ id, lock }) => [
      id,
      lock,
    ]),
  )
  const held = await tx.$queryRaw<{ id: string; lock: number; isBinned: boolean }[]>`
    SELECT id, lock, binned_at IS NOT NULL AS "isBinned" FROM record WHERE id = ANY (${[...locks.keys()]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`
  if (held.length !== locks.size || held.some(({ id, lock, isBinned }) => isBinned || locks.get(id) !== lock))
    throw new PlanIsOld()
}

/** Gives the edition its new days, rooms and tracks, and what the file says of it; in public too where the import publishes. Returns what is public. */
async function writeEdition(
  tx: Prisma.TransactionClient,
  { edition: { record: seen, content, isChanged, ...facts } }: Plan,
  { publish }: ImportOptions,
  { batchId, by }: Writing,
): Promise<EditionContent | null> {
  const record = await tx.record.findUniqueOrThrow({ where: { id: seen.id } })
  const before = await readLayers(tx, record)
  const isPublic = record.state === 'published'
  if (isChanged || facts.isSaidAnew)
    await noteBefore(tx, [{ id: seen.id, namespace: facts.namespace, isChanged }], { batchId, by })
  if (facts.isSaidAnew) await writeSaid(tx, [{ ...facts, id: seen.id, version: record.version }])
  if (!isChanged) return isPublic ? (before.publicly as EditionContent | null) : null
  const publicly =
    publish && isPublic && before.publicly
      ? inPublicAfter(before.publicly, { before: seen.content, after: content })
      : before.publicly
  const after = await writeLayers(tx, record, before, { newest: content, publicly }, { act: 'import', batchId, by })
  if (publicly && publicly !== before.publicly) await writeRow(tx, record, publicly, after.publishedVersion ?? 1)
  await noteAfter(tx, seen.id, batchId)
  return isPublic ? (publicly as EditionContent | null) : null
}

/** What was public as it stood is so again, as it stands now; what an editor has in hand waits for them. */
async function publishChanged(
  tx: Prisma.TransactionClient,
  { changed }: Plan,
  { batchId, by, blocking }: { batchId: string; by: { id: string }; blocking: BlockingPoints },
): Promise<void> {
  for (const { record, isChanged } of changed) {
    if (!isChanged || !isPublished(record)) continue
    const { id } = record
    const outcome = await publishRecordIn(tx, { id, lock: null, by }, blocking, async () => {})
    if (outcome.kind === 'published') await noteAfter(tx, id, batchId)
  }
}

/** Vanished sessions of which somebody said so: the public ones are withdrawn, drafts go to the bin. */
async function withdrawVanished(
  tx: Prisma.TransactionClient,
  { items }: Plan,
  { withdraw }: ImportOptions,
  writing: Writing,
): Promise<void> {
  const { batchId, by } = writing
  for (const { recordId } of items.vanished) {
    if (!recordId || !withdraw.includes(recordId) || !by) continue
    await noteBefore(tx, [{ id: recordId, namespace: '', isChanged: false }], writing)
    const outcome = await withdrawRecordIn(tx, { id: recordId, lock: null, by, reasons: {} })
    if (outcome.kind === 'notPublished') await moveToBinIn(tx, { id: recordId, lock: null, by })
    await noteAfter(tx, recordId, batchId)
  }
}
