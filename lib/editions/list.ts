import 'server-only'
import { db } from '@/lib/db'
import type { I18n } from '@/lib/i18n/translator'
import { publishedEdition } from '@/lib/published'
import type { Prisma } from '@/prisma/client/client'
import { type EditionInList, editionCardSelect, toEditionCard } from './card'
import { editionsLatestFirst } from './order'
import { withSpeakerCounts } from './speaker-counts'

/** Editions as rows of a list, the latest first: two questions, however many there are. */
export async function listEditions(
  part: { where?: Prisma.EditionWhereInput; skip?: number; take: number },
  context: I18n,
): Promise<EditionInList[]> {
  const rows = await db.edition.findMany({
    where: { AND: [publishedEdition, part.where ?? {}] },
    orderBy: editionsLatestFirst,
    skip: part.skip ?? 0,
    take: part.take,
    select: editionCardSelect(context),
  })
  return withSpeakerCounts(rows.map((row) => toEditionCard(row, context)))
}
