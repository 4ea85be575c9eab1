import { z } from 'zod'
import { versionContent } from '@/lib/programme/version-content'
import { languageTag } from '@/lib/revisions/content'
import type { Noun } from '@/lib/revisions/nouns'
import { TextStatus } from '@/prisma/client/enums'

/** The version of this layout; a reader that knows another one says so. */
export const FILE_VERSION = 1

const id = z.uuid()
const at = z.iso.datetime({ offset: true })
const version = z.number().int().min(1).max(1_000_000)
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
const publicId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{8}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const said = z.string().min(1).max(20_000)
/** Words by language, such as the reason of a withdrawal. */
const saidIn = z.record(languageTag, said)
const translated = { status: z.enum(TextStatus), translator: z.string().nullable() }

/** The first line: what the file is. */
export const fileHead = z.object({
  version: z.literal(FILE_VERSION),
  /** The whole archive, or one edition with what it mentions. */
  of: z.enum(['archive', 'edition']),
  /** Files are named by their hash; their bytes are not in here. */
  files: z.literal('not included'),
})

/** A stored file that a public record uses. */
export const mediaLine = z.strictObject({
  id,
  sha256,
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  byteSize: z.number().int().positive(),
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
  small: z
    .strictObject({ sha256, byteSize: z.number().int().positive(), side: z.number().int().positive() })
    .nullable(),
  fileName: z.string().max(300).nullable(),
  credit: z.string().max(300).nullable(),
  licence: z.string().max(300).nullable(),
  texts: z.record(languageTag, z.strictObject({ ...translated, alternativeText: said })),
})
export type MediaLine = z.infer<typeof mediaLine>

const head = {
  noun: z.enum(['source', 'topic', 'organisation', 'person', 'forum', 'edition', 'session', 'statement']),
  id,
}
const address = {
  /** Of a statement or source. */
  publicId: publicId.nullable(),
  /** The forum of an edition, the edition of a session or statement. */
  parent: id.nullable(),
  slug: slug.nullable(),
  /** Addresses that lead here; `parent` is what they stood below. */
  formerSlugs: z.array(z.strictObject({ parent: id.nullable(), slug })),
}

const publication = z.strictObject({
  version,
  act: z.enum(['publish', 'withdraw']),
  at,
  isCorrection: z.boolean(),
})

/** A version that was public: with its content, or that an administrator took it out, when and why. */
const publishedVersion = z.union([
  z.strictObject({ version, content: z.record(z.string(), z.unknown()) }),
  z.strictObject({ version, removed: z.strictObject({ at, by: z.string(), reasons: saidIn }) }),
])

const correction = z.strictObject({
  id,
  version,
  state: z.enum(['accepted', 'declined']),
  answeredAt: at,
  texts: z.record(languageTag, z.strictObject({ ...translated, answer: said })),
})

const programmeVersion = z.strictObject({
  number: version,
  publishedAt: at,
  name: z.string().max(100).nullable(),
  content: versionContent,
})

export const publishedLine = z.strictObject({
  ...head,
  state: z.literal('published'),
  ...address,
  publishedAt: at,
  updatedAt: at,
  /** The version that is public now. */
  version,
  versions: z.array(publishedVersion),
  publications: z.array(publication),
  corrections: z.array(correction),
  /** Of an edition. */
  programmeVersions: z.array(programmeVersion).optional(),
})
export type PublishedLine = z.infer<typeof publishedLine>

/** What was withdrawn, by itself or with what it belongs to: its addresses, since when and why, and nothing else of it. */
export const withdrawnLine = z.strictObject({
  ...head,
  state: z.literal('withdrawn'),
  ...address,
  withdrawnAt: at,
  reasons: saidIn,
})
export type WithdrawnLine = z.infer<typeof withdrawnLine>

/** What was merged into another record. */
export const mergedLine = z.strictObject({ ...head, state: z.literal('merged'), into: id, at })
export type MergedLine = z.infer<typeof mergedLine>

export const recordLine = z.discriminatedUnion('state', [publishedLine, withdrawnLine, mergedLine])
export type RecordLine = z.infer<typeof recordLine>

/** In this order they stand in the file: nothing mentions what comes after it, but records of its own noun. */
export const fileOrder = [
  'source',
  'topic',
  'organisation',
  'person',
  'forum',
  'edition',
  'session',
  'statement',
] as const satisfies readonly Noun[]

/** The last line: how many records of each noun stand above, by which a file that was cut off is known. */
export const fileCounts = z.record(z.string(), z.number().int().min(0))
