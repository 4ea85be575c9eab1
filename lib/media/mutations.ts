import 'server-only'
import { rm } from 'node:fs/promises'
import { writeAudit } from '@/lib/audit/write'
import { db } from '@/lib/db'
import { textRows } from '@/lib/revisions/standing'
import { Prisma } from '@/prisma/client/client'
import { describedIn } from './described-languages'
import { publishedMedia } from './public-media'
import type { Received } from './receive-upload'
import { cleanFileName, isDescribed, type MediaWords } from './schema'
import { mediaStore } from './store'
import { holdFiles, prepareFiles, removeUnusedFile } from './stored-files'
import { UploadProblem } from './upload-problem'

type By = { id: string }

/** How many files one person may bring in an hour. */
const MOST_IN_AN_HOUR = 300

export type Added = { id: string; isKnown: boolean }

/**
 * Keeps an uploaded file, with what is said about it. The same file is kept once: who brings it again gets the one that
 * is there, with the words it has. The bytes are stored before the database speaks of them. Throws `UploadProblem`
 * or the storage's error, and then nothing has changed.
 */
export async function addMedia(received: Received, words: MediaWords, by: By, folder: string): Promise<Added> {
  const known = await db.media.findUnique({ where: { uploadedSha256: received.sha256 }, select: { id: true } })
  if (known) return { id: known.id, isKnown: true }
  const since = new Date(Date.now() - 3_600_000)
  const lately = await db.media.count({ where: { createdById: by.id, createdAt: { gt: since } } })
  if (lately >= MOST_IN_AN_HOUR) throw new UploadProblem('tooMany')
  const { files, facts } = await prepareFiles(received, folder)
  try {
    for (const { name, file } of files) await store(name, file)
    return await db.$transaction(
      async (tx) => {
        await holdFiles(tx, [facts.sha256, 'smallSha256' in facts ? facts.smallSha256 : null])
        const same = await tx.media.findUnique({ where: { sha256: facts.sha256 }, select: { id: true } })
        if (same) return { id: same.id, isKnown: true }
        // Between our writing and the lock somebody may have removed the very same file.
        for (const { name } of files) if (!(await mediaStore().has(name))) throw new UploadProblem('busy')
        const { id } = await tx.media.create({
          data: {
            ...{ ...facts, credit: words.credit, licence: words.licence, createdById: by.id },
            uploadedSha256: received.sha256,
            fileName: cleanFileName(received.fileName),
            texts: { create: mediaTexts(words) },
          },
          select: { id: true },
        })
        const { sha256, mediaType, byteSize } = facts
        const detail = { sha256, mediaType, byteSize }
        await writeAudit(tx, { actorId: by.id, act: 'media.add', noun: 'media', recordId: id, detail })
        return { id, isKnown: false }
      },
      { timeout: 12_000 },
    )
  } finally {
    for (const { file } of files) await rm(file, { force: true })
  }
}

const store = (name: string, file: string) =>
  mediaStore()
    .put(name, file)
    .catch((cause: unknown) => {
      throw new UploadProblem('storage', { cause })
    })

const mediaTexts = ({ texts }: MediaWords) =>
  textRows(texts).flatMap(({ alternativeText, ...text }) => (alternativeText ? [{ ...text, alternativeText }] : []))

export type MediaSaved = 'saved' | 'gone' | 'undescribed' | 'public'

/**
 * Changes what is said about a file. Where a public record shows it, readers see the change at once: that is for those
 * who may publish (`mayPublish`). A picture that was described stays so.
 */
export async function saveMedia(id: string, words: MediaWords, by: By, mayPublish: boolean): Promise<MediaSaved> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM media WHERE id = ${id}::uuid FOR UPDATE`
    const media = await tx.media.findUnique({ where: { id }, include: { texts: true } })
    if (!media) return 'gone'
    if (!mayPublish && (await tx.media.count({ where: { AND: [{ id }, publishedMedia] } }))) return 'public'
    const [asked, others] = [new Set<string>(describedIn), media.texts.filter(({ language }) => !isAsked(language))]
    if (media.mediaType.startsWith('image/') && !isDescribed(words) && !others.length) return 'undescribed'
    const { credit, licence } = words
    await tx.media.update({ where: { id }, data: { credit, licence } })
    await tx.mediaText.deleteMany({ where: { mediaId: id, language: { in: [...asked] } } })
    await tx.mediaText.createMany({ data: inTheirStatus(words, media.texts).map((text) => ({ ...text, mediaId: id })) })
    await writeAudit(tx, { actorId: by.id, act: 'media.save', noun: 'media', recordId: id })
    return 'saved'
  })
}

const isAsked = (language: string) => (describedIn as readonly string[]).includes(language)

type Text = { language: string; status: 'original' | 'human' | 'machine'; translator: string | null }

/** The form does not ask how a text came to be in its language: that stays as it was, while the original is there. */
function inTheirStatus(words: MediaWords, before: readonly Text[]) {
  const original = before.find(({ status }) => status === 'original')?.language
  const isThere = original !== undefined && (original in words.texts || !isAsked(original))
  return mediaTexts(words).map((text) => {
    const was = before.find(({ language }) => language === text.language)
    return { ...text, translator: was?.translator ?? null, status: isThere ? (was?.status ?? 'human') : text.status }
  })
}

export type MediaRemoved = 'removed' | 'used' | 'gone'

/** Removes a file for good, unless any version of any record mentions it: that the database itself refuses. */
export async function removeMedia(id: string, by: By): Promise<MediaRemoved> {
  const removed = await db
    .$transaction(async (tx) => {
      const media = await tx.media.findUnique({ where: { id } })
      if (!media) return 'gone' as const
      await tx.media.delete({ where: { id } })
      const { sha256, fileName } = media
      const detail = { sha256, fileName }
      await writeAudit(tx, { actorId: by.id, act: 'media.remove', noun: 'media', recordId: id, detail })
      return media
    })
    .catch((error: unknown) => {
      if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error
      if (error.code === 'P2003') return 'used' as const
      if (error.code === 'P2025') return 'gone' as const
      throw error
    })
  if (typeof removed === 'string') return removed
  for (const sha256 of [removed.sha256, removed.smallSha256]) {
    // What cannot be taken away now is found by media:check.
    if (sha256)
      await removeUnusedFile(sha256, removed.mediaType).catch((error) => console.error('media', sha256, error))
  }
  return 'removed'
}
