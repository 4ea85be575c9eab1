import 'server-only'
import type { EditionContent } from '@/lib/editions/schema'
import { asOfNow } from '@/lib/revisions/as-of-now'
import type { Json } from '@/lib/revisions/difference'
import { mergeThreeWays } from '@/lib/revisions/merge-three-ways'
import type { Content } from '@/lib/revisions/registry'
import type { Prisma } from '@/prisma/client/client'

/**
 * What the public sees of an edition once an import that publishes has changed its newest version: the same changes and
 * nothing else of what an editor has in hand.
 */
export const inPublicAfter = (publicly: Content, { before, after }: { before: Content; after: Content }): Content =>
  mergeThreeWays(before as Json, publicly as Json, after as Json).merged as Content

/** What the public sees of an edition; null when it is not public. */
export async function readPublicEdition(
  reader: Prisma.TransactionClient,
  { id, state, publishedVersion }: { id: string; state: string; publishedVersion: number | null },
): Promise<EditionContent | null> {
  if (state !== 'published' || publishedVersion === null) return null
  const where = { recordId_version: { recordId: id, version: publishedVersion } }
  const { content } = await reader.revision.findUniqueOrThrow({ where, select: { content: true } })
  return asOfNow('edition', content as Content) as unknown as EditionContent
}
