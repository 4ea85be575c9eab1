import 'server-only'
import { needed, textRows, textsOf } from '@/lib/revisions/standing'
import type { Prisma } from '@/prisma/client/client'
import type { AttachmentsContent } from './attachment-schema'
import { needDescribed } from './described'

/** Writes the documents of a record anew, in their order; those that were there before are gone. */
export async function writeAttachments(
  tx: Prisma.TransactionClient,
  target: { sessionId: string } | { editionId: string },
  attachments: AttachmentsContent,
): Promise<void> {
  await tx.attachment.deleteMany({ where: target })
  if (!attachments.length) return
  await needDescribed(
    tx,
    attachments.map(({ media }) => media),
  )
  await tx.attachment.createMany({
    data: attachments.map(({ id, media }, position) => ({
      ...{ id, position, ...target },
      mediaId: needed(media, 'A document'),
    })),
  })
  await tx.attachmentText.createMany({
    data: attachments.flatMap(({ id, texts }) =>
      textRows(texts).map((text) => ({
        attachmentId: id,
        ...text,
        title: needed(text.title, 'The title of a document'),
      })),
    ),
  })
}

/** What is read of a record's documents, for `attachmentsOf`. */
export const attachmentsSelect = {
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
  select: {
    id: true,
    mediaId: true,
    texts: { select: { language: true, status: true, translator: true, title: true } },
  },
} as const satisfies Prisma.Session$attachmentsArgs

type AttachmentRow = Prisma.AttachmentGetPayload<{ select: (typeof attachmentsSelect)['select'] }>

/** Documents as they stand in a content. */
export const attachmentsOf = (rows: readonly AttachmentRow[]): unknown =>
  rows.map(({ id, mediaId, texts }) => ({ id, media: mediaId, texts: textsOf(texts, 'title') }))
