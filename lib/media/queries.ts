import 'server-only'
import { db } from '@/lib/db'
import { type Paged, paged, slice } from '@/lib/pagination'
import type { Noun } from '@/lib/revisions/nouns'
import type { Prisma } from '@/prisma/client/client'
import { type FileKind, kindOfType, storedName } from './file-kinds'
import { publishedMedia } from './public-media'

/** On a page of the list; each row has a picture. */
const ON_A_PAGE = 24
/** As many uses are named; more are counted. */
const MOST_USES = 300
const MOST_CHOICES = 100

const select = {
  ...{ id: true, sha256: true, mediaType: true, byteSize: true, width: true, height: true },
  ...{ smallSha256: true, smallByteSize: true, smallSide: true },
  ...{ fileName: true, credit: true, licence: true, createdAt: true },
  texts: { orderBy: { language: 'asc' }, select: { language: true, alternativeText: true } },
} as const satisfies Prisma.MediaSelect

type Row = Prisma.MediaGetPayload<{ select: typeof select }>

/** A record that mentions a file: in its newest version, or only in one before it. */
export type MediaUse = { id: string; noun: Noun; titles: Record<string, string>; isNow: boolean }

export type DeskMedia = Omit<Row, 'texts'> & {
  kind: FileKind
  /** The description by language. */
  alternativeTexts: Record<string, string>
  /** A picture that nobody has described cannot be published. */
  isUndescribed: boolean
  isPublic: boolean
  uses: MediaUse[]
}

/** A page of the stored files, the newest first; `search` looks in names, descriptions and credits. */
export async function listMedia(search: string | null, page: number): Promise<Paged<DeskMedia>> {
  const contains = search && { contains: search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  const where: Prisma.MediaWhereInput = contains
    ? {
        OR: [
          { fileName: contains },
          { credit: contains },
          { texts: { some: { alternativeText: contains } } },
          { attachedTo: { some: { texts: { some: { title: contains } } } } },
        ],
      }
    : {}
  const [rows, total] = await Promise.all([
    db.media.findMany({
      where,
      select,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...slice(page, ON_A_PAGE),
    }),
    db.media.count({ where }),
  ])
  return paged(await withUses(rows), total, page, ON_A_PAGE)
}

/** A stored file for the desk; null when there is none. */
export async function getMediaForEdit(id: string): Promise<DeskMedia | null> {
  const row = await db.media.findUnique({ where: { id }, select })
  return (row && (await withUses([row]))[0]) ?? null
}

async function withUses(rows: Row[]): Promise<DeskMedia[]> {
  const ids = rows.map(({ id }) => id)
  const [uses, published] = await Promise.all([
    listUses(ids),
    db.media.findMany({ where: { AND: [{ id: { in: ids } }, publishedMedia] }, select: { id: true } }),
  ])
  const isPublic = new Set(published.map(({ id }) => id))
  return rows.map(({ texts, ...row }) => ({
    ...row,
    kind: kindOfType(row.mediaType),
    alternativeTexts: Object.fromEntries(texts.map(({ language, alternativeText }) => [language, alternativeText])),
    isUndescribed: kindOfType(row.mediaType) === 'picture' && texts.length === 0,
    isPublic: isPublic.has(row.id),
    uses: uses.filter(({ mediaId }) => mediaId === row.id).map(({ mediaId: _, ...use }) => use),
  }))
}

/** The records whose versions mention the files, those that do so now first. */
const listUses = (ids: string[]) => db.$queryRaw<(MediaUse & { mediaId: string })[]>`
  SELECT of.media_id AS "mediaId", record.id, record.noun, record.titles, bool_or(of.version = record.version) AS "isNow"
  FROM revision_media AS of JOIN record ON record.id = of.record_id
  WHERE of.media_id = ANY(${ids}::uuid[])
  GROUP BY of.media_id, record.id
  ORDER BY 5 DESC, record.sort_name, record.id LIMIT ${MOST_USES}`

export type MediaChoice = { id: string; label: string }

/** The newest files that a form can point to, for choosing one without JavaScript; `chosen` are always among them. */
export async function listMediaChoices(kind: FileKind, chosen: string[] = []): Promise<MediaChoice[]> {
  const isKind = kind === 'picture' ? { mediaType: { startsWith: 'image/' } } : { mediaType: 'application/pdf' }
  const isUsable = kind === 'picture' ? { texts: { some: {} } } : {}
  const of = { select, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] } satisfies Prisma.MediaFindManyArgs
  const [newest, asked] = await Promise.all([
    db.media.findMany({ ...of, where: { ...isKind, ...isUsable }, take: MOST_CHOICES }),
    db.media.findMany({ ...of, where: { id: { in: chosen } }, take: MOST_CHOICES }),
  ])
  return [...asked, ...newest.filter(({ id }) => !chosen.includes(id))].map(({ id, fileName, texts, sha256 }) => ({
    id,
    label: fileName ?? texts[0]?.alternativeText ?? sha256.slice(0, 12),
  }))
}

/** A stored file as it is served. */
export type ServedFile = { name: string; sha256: string; mediaType: string; byteSize: number; fileName: string | null }

/** The file that a public address names, while a public record uses it; null at any other time. */
export async function findPublicFile(name: string): Promise<ServedFile | null> {
  const sha256 = name.slice(0, 64)
  const row = await db.media.findFirst({
    where: { AND: [{ OR: [{ sha256 }, { smallSha256: sha256 }] }, publishedMedia] },
    select,
  })
  const file = row && fileOf(row, row.sha256 === sha256 ? 'whole' : 'small')
  return file?.name === name ? file : null
}

/** A file for the signed-in, public or not. */
export async function findDeskFile(id: string, size: 'whole' | 'small'): Promise<ServedFile | null> {
  const row = await db.media.findUnique({ where: { id }, select })
  return row && fileOf(row, size)
}

function fileOf(row: Row, size: 'whole' | 'small'): ServedFile {
  const { mediaType, fileName } = row
  const [sha256, byteSize] =
    size === 'small' && row.smallSha256 ? [row.smallSha256, row.smallByteSize ?? 0] : [row.sha256, row.byteSize]
  return { name: storedName(sha256, mediaType), sha256, mediaType, byteSize, fileName }
}
