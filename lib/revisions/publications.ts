import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import type { Content } from './registry'

/** The version of a record that is or last was public, with the moment since when; null when none ever was. */
export const currentPublication = cache(async (recordId: string): Promise<{ version: number; at: Date } | null> => {
  const found = await db.publication.findFirst({
    where: { recordId, act: 'publish' },
    orderBy: { id: 'desc' },
    select: { version: true, at: true },
  })
  return found
})

/** Whether a version of a record was ever public. */
export const isPublishedVersion = async (recordId: string, version: number): Promise<boolean> =>
  (await db.publication.findFirst({ where: { recordId, version, act: 'publish' }, select: { id: true } })) !== null

/** That the content of a version was removed: who did it, when, and why, by language. All of it is public. */
export type Gap = { at: Date; byName: string; reasons: Record<string, string> }

/** One published version with its content; null when that version never was public. */
export async function publishedVersion(
  recordId: string,
  version: number,
): Promise<{ at: Date; content: Content; gap: Gap | null } | null> {
  const [published, revision, gap] = await Promise.all([
    db.publication.findFirst({
      where: { recordId, version, act: 'publish' },
      orderBy: { id: 'asc' },
      select: { at: true },
    }),
    db.revision.findUnique({ where: { recordId_version: { recordId, version } }, select: { content: true } }),
    db.redaction.findUnique({ where: { recordId_version: { recordId, version } } }),
  ])
  if (!published || !revision) return null
  return { at: published.at, content: revision.content as Content, gap: gap && toGap(gap) }
}

export const toGap = (row: { at: Date; byName: string; reasons: unknown }): Gap => ({
  at: row.at,
  byName: row.byName,
  reasons: row.reasons as Record<string, string>,
})
