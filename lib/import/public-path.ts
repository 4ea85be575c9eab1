import 'server-only'
import { db } from '@/lib/db'
import { publicPath } from '@/lib/revisions/public-path'
import type { Path } from '@/lib/routes'

/** The public page of the edition of an import; null while it is not public. */
export async function getPublicPath(editionId: string): Promise<Path | null> {
  const record = await db.record.findUnique({
    where: { id: editionId, state: 'published' },
    select: { id: true, noun: true, publicId: true },
  })
  return record && publicPath(db, record)
}
