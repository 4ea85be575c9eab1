import type { MediaLine } from './record-line'

/** The rows of files as an archive's file tells of them. */
export function mediaRows(media: readonly MediaLine[]) {
  return {
    files: media.map(({ texts: _, small, ...file }) => ({
      ...file,
      smallSha256: small?.sha256 ?? null,
      smallByteSize: small?.byteSize ?? null,
      smallSide: small?.side ?? null,
    })),
    texts: media.flatMap(({ id, texts }) =>
      Object.entries(texts).map(([language, text]) => ({ mediaId: id, language, ...text })),
    ),
  }
}
