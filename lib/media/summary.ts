import type { FileKind } from './file-kinds'
import type { DeskMedia } from './queries'

/** What a form shows of a stored file. */
export type MediaSummary = {
  id: string
  kind: FileKind
  fileName: string | null
  byteSize: number
  /** The description by language. */
  alternativeTexts: Record<string, string>
  credit: string | null
  licence: string | null
  isUndescribed: boolean
}

export const summaryOf = (media: DeskMedia): MediaSummary => {
  const { id, kind, fileName, byteSize, alternativeTexts, credit, licence, isUndescribed } = media
  return { id, kind, fileName, byteSize, alternativeTexts, credit, licence, isUndescribed }
}
