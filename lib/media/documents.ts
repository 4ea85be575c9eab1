import type { Locale } from '@/lib/i18n/locales'
import { type Said, say, textMeta, textsFor } from '@/lib/i18n/texts'
import { type Path, routes } from '@/lib/routes'
import type { Prisma } from '@/prisma/client/client'
import { storedName } from './file-kinds'

const MOST = 50

/** What is read of the documents of a public record, for `toDocument`. */
export const documentsOf = (locale: Locale) =>
  ({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      texts: { where: textsFor(locale), select: { ...textMeta, title: true } },
      media: { select: { sha256: true, mediaType: true, byteSize: true, fileName: true, credit: true, licence: true } },
    },
  }) as const satisfies Prisma.Session$attachmentsArgs

type DocumentRow = Prisma.AttachmentGetPayload<{ select: ReturnType<typeof documentsOf>['select'] }>

/** A file that a public record gives to read, such as slides or its programme. */
export type PublicDocument = {
  path: Path
  /** Null where it is called only by the name of its file. */
  title: Said | null
  fileName: string
  mediaType: string
  byteSize: number
  credit: string | null
  licence: string | null
}

export function toDocument({ texts, media }: DocumentRow, locale: Locale): PublicDocument {
  const { sha256, mediaType, byteSize, fileName, credit, licence } = media
  const name = storedName(sha256, mediaType)
  return {
    path: routes.media(name),
    title: say(texts, 'title', locale),
    fileName: fileName ?? name,
    ...{ mediaType, byteSize, credit, licence },
  }
}
