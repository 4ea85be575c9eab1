import 'server-only'
import type { EditionContent } from '@/lib/editions/schema'
import { namesOf } from '@/lib/revisions/names-kept'
import { publishRecordIn } from '@/lib/revisions/publish'
import type { Content } from '@/lib/revisions/registry'
import type { BlockingPoints } from '@/lib/revisions/settings'
import { chooseSlug } from '@/lib/revisions/slugs'
import type { Prisma } from '@/prisma/client/client'
import { noteAfter } from './note-in-batch'
import type { Plan } from './plan'
import type { ImportOptions } from './rehearsal'
import { writeSaid } from './write-changed'
import { PlanIsOld } from './write-import'
import { type Writing, writeNewRecords } from './write-records'

/** Makes the edition that an import brings along, public where it publishes. Returns what is public of it. */
export async function makeEdition(
  tx: Prisma.TransactionClient,
  { edition: { record, content: planned, ...facts } }: Plan,
  { options, blocking }: { options: ImportOptions; blocking: BlockingPoints },
  writing: Writing,
): Promise<EditionContent | null> {
  const { id } = record
  const parentId = planned.forum as string
  const held = await tx.$queryRaw<object[]>`
    SELECT 1 FROM record WHERE id = ${parentId}::uuid AND noun = 'forum' AND binned_at IS NULL FOR SHARE`
  if (!held.length) throw new PlanIsOld()
  const { titles, sortName } = await namesOf(tx, 'edition', planned)
  // With its slug from the first: undoing takes back only versions of the import's own.
  const slug = options.publish ? await chooseSlug(tx, { id, noun: 'edition', parentId, titles }, planned) : planned.slug
  if (slug === null && options.publish) throw new PlanIsOld()
  const content: Content = { ...planned, slug: slug ?? null }
  await writeNewRecords(
    tx,
    [{ id, noun: 'edition', publicId: null, parentId, content, titles, sortName, isPublished: false }],
    writing,
  )
  if (facts.said) await writeSaid(tx, [{ namespace: facts.namespace, said: facts.said, id, version: 1 }])
  if (!options.publish) return null
  const outcome = await publishRecordIn(tx, { id, lock: null, by: writing.by }, blocking, async () => {})
  await noteAfter(tx, id, writing.batchId)
  return outcome.kind === 'published' ? (content as unknown as EditionContent) : null
}
