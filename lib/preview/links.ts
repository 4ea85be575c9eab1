import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import { authSecret } from '@/lib/env'
import type { Noun } from '@/lib/revisions/nouns'

const HOUR = 3600_000
/** For somebody without an account. */
export const LINK_DAYS = 7
const MOST_LINKS = 200

/**
 * The secret in a link follows from the archive's own secret and the link, so that the desk can show it again to
 * those who may hand it out, while the database holds its hash only.
 */
const tokenOf = (recordId: string, createdAt: Date) =>
  createHmac('sha256', authSecret()).update(`preview ${recordId} ${createdAt.getTime()}`).digest('base64url')

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Makes a link that shows the site with a record's draft in it: for an hour, or for handing on. Returns its token. */
export async function createPreviewLink(of: {
  recordId: string
  noun: Noun
  by: { id: string }
  isForHandingOn?: boolean
}): Promise<string> {
  const { recordId, noun, by, isForHandingOn = false } = of
  const createdAt = new Date()
  const expiresAt = new Date(createdAt.getTime() + (isForHandingOn ? LINK_DAYS * 24 : 1) * HOUR)
  const token = tokenOf(recordId, createdAt)
  await db.$transaction(async (tx) => {
    await tx.previewLink.deleteMany({ where: { expiresAt: { lt: createdAt } } })
    const tokenHash = hashOf(token)
    await tx.previewLink.upsert({
      where: { tokenHash },
      create: { tokenHash, recordId, createdById: by.id, createdAt, expiresAt },
      update: { expiresAt },
    })
    if (isForHandingOn)
      await writeAudit(tx, {
        ...{ actorId: by.id, act: 'record.preview_link', noun, recordId },
        detail: { expiresAt: expiresAt.toISOString() },
      })
  })
  return token
}

/** What a token opens; null when it is made up or its time is over. */
export async function findPreviewLink(token: string): Promise<{ recordId: string; expiresAt: Date } | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  return db.previewLink.findFirst({
    where: { tokenHash: hashOf(token), expiresAt: { gt: new Date() } },
    select: { recordId: true, expiresAt: true },
  })
}

export type PreviewLink = { token: string; tokenHash: string; createdById: string | null; expiresAt: Date }

/** The links of a record for handing on that still open it. */
export async function listPreviewLinks(recordId: string): Promise<PreviewLink[]> {
  const links = await db.previewLink.findMany({
    where: { recordId, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    take: MOST_LINKS,
  })
  return links
    .map((link) => ({ ...link, token: tokenOf(recordId, link.createdAt) }))
    .filter(
      ({ token, tokenHash, createdAt, expiresAt }) =>
        hashOf(token) === tokenHash && expiresAt.getTime() - createdAt.getTime() > HOUR,
    )
}

/** Takes a link back: it opens nothing any more. */
export async function takeBackPreviewLink(of: {
  recordId: string
  noun: Noun
  tokenHash: string
  by: { id: string }
}): Promise<void> {
  const { recordId, noun, tokenHash, by } = of
  await db.$transaction(async (tx) => {
    const { count } = await tx.previewLink.deleteMany({ where: { recordId, tokenHash } })
    if (count) await writeAudit(tx, { actorId: by.id, act: 'record.preview_link_end', noun, recordId })
  })
}
