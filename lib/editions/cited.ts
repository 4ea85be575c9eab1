import 'server-only'
import type { I18n } from '@/lib/i18n/translator'
import { type Citation, citationsFor, citationsOf, toCitation } from '@/lib/sources/citations'
import type { Prisma } from '@/prisma/client/client'
import { type EditionInList, editionCardSelect, toEditionCard } from './card'
import { withSpeakerCounts } from './speaker-counts'

/** An edition in a list that says one thing of it, with the citations of that: of its "place", its "host". */
export type CitedEdition = { edition: EditionInList; citations: Citation[] }

export const citedEditionSelect = (i18n: I18n) =>
  ({ ...editionCardSelect(i18n), citations: citationsOf(i18n) }) satisfies Prisma.EditionSelect

type Row = Prisma.EditionGetPayload<{ select: ReturnType<typeof citedEditionSelect> }>

/** Each row with the citations of the value that the list is about. */
export async function toCitedEditions(
  rows: readonly { row: Row; claim: string }[],
  i18n: I18n,
): Promise<CitedEdition[]> {
  const editions = await withSpeakerCounts(rows.map(({ row }) => toEditionCard(row, i18n)))
  return rows.flatMap(({ row, claim }, index) => {
    const edition = editions[index]
    const citations = row.citations.map((citation) => toCitation(citation, i18n))
    return edition ? [{ edition, citations: citationsFor(citations, claim) }] : []
  })
}
