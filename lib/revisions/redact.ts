import 'server-only'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { toGap } from './publications'
import { lockRecord } from './save'

export type RedactOutcome = 'redacted' | 'gone' | 'isCurrent' | 'notPublished'

/**
 * Takes the content out of one published version, in its revision too, for good. What stays is a marked gap: that the
 * version was public, and who removed its content, when and why. The version that is public and the newest one are
 * not removed: they are corrected by publishing another.
 */
export async function redactVersion(of: {
  id: string
  version: number
  by: { id: string; name: string }
  reasons: Record<string, string>
}): Promise<RedactOutcome> {
  const { id, version, by, reasons } = of
  return db.$transaction(async (tx): Promise<RedactOutcome> => {
    const record = await lockRecord(tx, id)
    if (!record) return 'gone'
    const of = { recordId: id, version }
    const published = await tx.publication.findFirst({ where: { ...of, act: 'publish' }, select: { id: true } })
    const removed = await tx.redaction.findUnique({ where: { recordId_version: of } })
    if (!published || removed) return 'notPublished'
    if (version === record.version || version === record.publishedVersion) return 'isCurrent'
    await tx.redaction.create({ data: { ...of, byId: by.id, byName: by.name, reasons } })
    // The database lets a revision be emptied only after it is marked.
    await tx.revision.update({ where: { recordId_version: of }, data: { content: {}, note: null } })
    await writeAudit(tx, {
      ...{ actorId: by.id, act: 'record.redact', noun: record.noun, recordId: id, version },
      detail: { reasons } satisfies Prisma.InputJsonObject,
    })
    return 'redacted'
  })
}

const MOST_VERSIONS = 500

/** The versions of a record that were public, the newest first, with those whose content was removed. */
export async function listPublishedVersions(recordId: string) {
  const [published, gaps] = await Promise.all([
    db.publication.findMany({
      where: { recordId, act: 'publish' },
      distinct: ['version'],
      orderBy: [{ version: 'desc' }, { id: 'asc' }],
      take: MOST_VERSIONS,
      select: { version: true, at: true },
    }),
    db.redaction.findMany({ where: { recordId } }),
  ])
  const byVersion = new Map(gaps.map((gap) => [gap.version, toGap(gap)]))
  return published.map((each) => ({ ...each, gap: byVersion.get(each.version) ?? null }))
}
