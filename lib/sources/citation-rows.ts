import 'server-only'
import { needed, textRows, textsOf } from '@/lib/revisions/standing'
import type { Prisma } from '@/prisma/client/client'
import type { CitationsContent } from './citation-schema'

/** The record that citations support, by the column that names it. */
export type CitationTarget = Pick<
  Prisma.CitationUncheckedCreateInput,
  'forumId' | 'editionId' | 'sessionId' | 'personId' | 'organisationId' | 'appearanceId' | 'topicId' | 'statementId'
>

/** Writes the citations of records anew, each list in its order; those that were there before are gone. */
export async function writeCitations(
  tx: Prisma.TransactionClient,
  lists: readonly { target: CitationTarget; citations: CitationsContent }[],
): Promise<void> {
  if (!lists.length) return
  await tx.citation.deleteMany({ where: { OR: lists.map(({ target }) => target as Prisma.CitationWhereInput) } })
  const all = lists.flatMap(({ target, citations }) =>
    citations.map(({ id, source, locator, claim, texts }, position) => ({
      row: { id, sourceId: needed(source, 'The source of a citation'), locator, claim, position, ...target },
      texts: textRows(texts).map((text) => ({ citationId: id, ...text, note: needed(text.note, 'A note') })),
    })),
  )
  if (!all.length) return
  await tx.citation.createMany({ data: all.map(({ row }) => row) })
  const texts = all.flatMap(({ texts }) => texts)
  if (texts.length) await tx.citationText.createMany({ data: texts })
}

/** What is read of a record's citations, for `citationsOf`. */
export const citationsSelect = {
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
  select: {
    id: true,
    sourceId: true,
    locator: true,
    claim: true,
    texts: { select: { language: true, status: true, translator: true, note: true } },
  },
} as const satisfies Prisma.Forum$citationsArgs

type CitationRow = {
  id: string
  sourceId: string
  locator: string | null
  claim: string | null
  texts: { language: string; status: 'original' | 'human' | 'machine'; translator: string | null; note: string }[]
}

/** Citation rows as they stand in a content. */
export const citationsOf = (rows: readonly CitationRow[]): unknown =>
  rows.map(({ id, sourceId, locator, claim, texts }) => ({
    ...{ id, source: sourceId, locator, claim },
    texts: textsOf(texts, 'note'),
  }))
