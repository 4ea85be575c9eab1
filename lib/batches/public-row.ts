import 'server-only'
import type { Noun } from '@/lib/revisions/nouns'
import { type Content, registry } from '@/lib/revisions/registry'
import { writeReason } from '@/lib/revisions/withdraw-row'
import type { Prisma } from '@/prisma/client/client'

/** How a record stands in public, beside its content: kept through whatever is written there anew. */
export type PublicStanding = {
  state: 'draft' | 'in_review' | 'published' | 'withdrawn'
  publishedAt: Date | null
  withdrawnAt: Date | null
  createdAt: Date
  version: number
  /** Why it was withdrawn, by language. */
  reasons: Record<string, string>
}

const select = {
  ...{ state: true, publishedAt: true, withdrawnAt: true, createdAt: true, version: true },
  texts: { select: { language: true, withdrawalReason: true } },
} as const

/** The standing of a noun's row; null when it has none. */
export async function readPublicStanding(
  tx: Prisma.TransactionClient,
  noun: Noun,
  id: string,
): Promise<PublicStanding | null> {
  const of = { where: { id }, select }
  const find = {
    forum: () => tx.forum.findUnique(of),
    edition: () => tx.edition.findUnique(of),
    session: () => tx.session.findUnique(of),
    person: () => tx.person.findUnique(of),
    organisation: () => tx.organisation.findUnique(of),
    topic: () => tx.topic.findUnique(of),
    statement: () => tx.statement.findUnique(of),
    source: () => tx.source.findUnique(of),
  }
  const row = await find[noun]()
  if (!row) return null
  const { texts, ...standing } = row
  const reasons = texts.flatMap(({ language, withdrawalReason }) =>
    withdrawalReason === null ? [] : [[language, withdrawalReason] as const],
  )
  return { ...standing, reasons: Object.fromEntries(reasons) }
}

/** Writes a content into a noun's tables as a version, with the standing that it has there. */
export async function writePublicContent(
  tx: Prisma.TransactionClient,
  { id, noun, publicId }: { id: string; noun: Noun; publicId: string | null },
  content: Content,
  standing: PublicStanding,
): Promise<void> {
  const { state, publishedAt, withdrawnAt, version, reasons } = standing
  if (state === 'in_review') throw new Error('No row of the public is in review')
  await registry[noun].write(tx, id, content, { state, publishedAt, withdrawnAt, version, publicId })
  for (const [language, reason] of Object.entries(reasons)) await writeReason(tx, noun, id, { language }, reason)
}
