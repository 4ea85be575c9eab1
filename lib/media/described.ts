import 'server-only'
import { UnfinishedContent } from '@/lib/revisions/standing'
import type { Prisma } from '@/prisma/client/client'

/** Refuses (`UnfinishedContent`) to make a picture public that nobody has described for those who do not see it. */
export async function needDescribed(tx: Prisma.TransactionClient, ids: readonly (string | null)[]): Promise<void> {
  const wanted = ids.filter((id) => id !== null)
  if (!wanted.length) return
  const undescribed = await tx.media.count({
    where: { id: { in: wanted }, mediaType: { startsWith: 'image/' }, texts: { none: {} } },
  })
  if (undescribed) throw new UnfinishedContent('The description of a picture is missing')
}
