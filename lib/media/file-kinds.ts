/** What a file is for: a picture is shown, a document is given to read. */
export type FileKind = 'picture' | 'document'

/** What is taken, by what its content says it is. Pictures are kept as WebP, documents as they came. */
export const acceptedTypes = {
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'image/webp': 'picture',
  'image/gif': 'picture',
  'application/pdf': 'document',
} as const satisfies Record<string, FileKind>

export type AcceptedType = keyof typeof acceptedTypes

export const isAccepted = (type: string): type is AcceptedType => Object.hasOwn(acceptedTypes, type)

const MEGABYTE = 1024 * 1024
export const mostBytes = { picture: 10 * MEGABYTE, document: 50 * MEGABYTE } as const satisfies Record<FileKind, number>

/** A picture that unpacks to more is refused before it is unpacked. */
export const MOST_PIXELS = 40_000_000

/** The end of a stored file's name, by its type. */
const extensions: Record<string, string> = { 'image/webp': 'webp', 'application/pdf': 'pdf' }

/** The name under which a file of a type is stored and served. */
export const storedName = (sha256: string, mediaType: string) => `${sha256}.${extensions[mediaType] ?? 'bin'}`

export const kindOfType = (mediaType: string): FileKind => (mediaType.startsWith('image/') ? 'picture' : 'document')

/** What a file chooser offers. */
export const acceptedBy: Record<FileKind, string> = {
  picture: 'image/png,image/jpeg,image/webp,image/gif',
  document: 'application/pdf',
}
