import 'server-only'
import { publishedEdition, publishedPerson, publishedSession, publishedSource } from '@/lib/published'
import type { Prisma } from '@/prisma/client/client'

/** A document is shown where the session or edition it belongs to is public. */
export const publishedAttachment = {
  OR: [{ session: publishedSession }, { edition: publishedEdition }],
} satisfies Prisma.AttachmentWhereInput

/** A file is public while a public record uses it, and at no other time. */
export const publishedMedia = {
  OR: [
    { portraitOf: { some: publishedPerson } },
    { copyOf: { some: publishedSource } },
    { attachedTo: { some: publishedAttachment } },
  ],
} satisfies Prisma.MediaWhereInput
