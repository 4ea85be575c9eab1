import 'server-only'
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { fileHash } from './file-hash'
import { acceptedTypes, storedName } from './file-kinds'
import { makePicture } from './picture'
import type { Received } from './receive-upload'
import { recogniseFile } from './recognise'
import { mediaStore } from './store'

/** What is to be stored of an upload, lying in `folder`, and what is known of it. Throws `UploadProblem`. */
export async function prepareFiles({ file, sha256, byteSize }: Received, folder: string) {
  const type = await recogniseFile(file)
  if (acceptedTypes[type] === 'document')
    return { files: [{ file, name: storedName(sha256, type) }], facts: { sha256, byteSize, mediaType: type as string } }
  const [whole, small] = [path.join(folder, randomUUID()), path.join(folder, randomUUID())]
  try {
    const { width, height, smallSide } = await makePicture(file, type, { whole, small })
    const [of, ofSmall] = [await fileHash(whole), await fileHash(small)]
    const mediaType = 'image/webp'
    return {
      files: [
        { file: whole, name: storedName(of.sha256, mediaType) },
        { file: small, name: storedName(ofSmall.sha256, mediaType) },
      ],
      facts: {
        ...{ ...of, mediaType, width, height, smallSide },
        ...{ smallSha256: ofSmall.sha256, smallByteSize: ofSmall.byteSize },
      },
    }
  } catch (error) {
    for (const each of [whole, small]) await rm(each, { force: true })
    throw error
  }
}

/** Until the transaction ends, others who add or remove one of these files wait. */
export async function holdFiles(tx: Prisma.TransactionClient, hashes: (string | null | undefined)[]): Promise<void> {
  for (const sha256 of hashes.flatMap((each) => each ?? []).sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('media ' || ${sha256}, 0))`
}

/** Takes a file away unless another row has the same: the square of one picture may be that of another. */
export const removeUnusedFile = (sha256: string, mediaType: string) =>
  db.$transaction(async (tx) => {
    await holdFiles(tx, [sha256])
    const others = await tx.media.count({ where: { OR: [{ sha256 }, { smallSha256: sha256 }] } })
    if (!others) await mediaStore().remove(storedName(sha256, mediaType))
  })
