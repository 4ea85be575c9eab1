import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { asOfNow } from '@/lib/revisions/as-of-now'
import { keepWords, namesOf } from '@/lib/revisions/names-kept'
import { type Content, registry } from '@/lib/revisions/registry'
import { type By, json, settleAutosave } from '@/lib/revisions/save'
import type { Record as DeskRecord, Prisma } from '@/prisma/client/client'
import { readPublicStanding, writePublicContent } from './public-row'

export type { DeskRecord }

/** What a record says: newest at the desk, and in public where it is or was there. Often they are the same. */
export type Layers = { newest: Content; publicly: Content | null }

/** The numbers of the revisions that hold a record's layers. */
export type Versions = { version: number; publishedVersion: number | null }

export type Writing = { act: 'join' | 'bulk' | 'undo' | 'import'; batchId: string; by: By }

/** The layers of a record at two of its versions; those of now unless others are named. */
export async function readLayers(
  tx: Prisma.TransactionClient,
  record: DeskRecord,
  { version, publishedVersion }: Versions = record,
): Promise<Layers> {
  const [newest, publicly] = await Promise.all([
    version === record.version ? (record.content as Content) : contentAt(tx, record, version),
    publishedVersion === null ? null : contentAt(tx, record, publishedVersion),
  ])
  return { newest, publicly }
}

async function contentAt(tx: Prisma.TransactionClient, { id, noun }: DeskRecord, version: number): Promise<Content> {
  const where = { recordId_version: { recordId: id, version } }
  const { content } = await tx.revision.findUniqueOrThrow({ where, select: { content: true } })
  return asOfNow(noun, content as Content)
}

/**
 * Writes both layers of a record, held by the caller, as new revisions: one where they are the same, else that of the
 * public first. The rows of the public are written by `writeRow`, in the order that they need. Returns the new numbers.
 */
export async function writeLayers(
  tx: Prisma.TransactionClient,
  record: DeskRecord,
  before: Layers,
  { newest, publicly }: Layers,
  { act, batchId, by }: Writing,
): Promise<Versions & { lock: number }> {
  const { id, noun } = record
  let { version, publishedVersion } = record
  await settleAutosave(tx, id, version)
  const write = async (content: Content) => {
    version += 1
    const data = { recordId: id, version, lock: record.lock + 1, content: json(content), act, batchId }
    await tx.revision.create({ data: { ...data, authorId: by?.id ?? null } })
  }
  const isPublicChanged = publicly !== null && !isDeepStrictEqual(publicly, before.publicly)
  if (isPublicChanged) {
    await write(publicly)
    publishedVersion = version
  }
  const isNewestWritten = isPublicChanged
    ? !isDeepStrictEqual(newest, publicly)
    : !isDeepStrictEqual(newest, before.newest)
  if (isNewestWritten) await write(newest)
  const names = await namesOf(tx, noun, newest)
  const lock = record.lock + 1
  await tx.record.update({
    where: { id },
    data: {
      ...{ ...names, content: json(newest), version, publishedVersion, lock },
      ...{ updatedAt: new Date(), updatedById: by?.id ?? null },
    },
  })
  const otherNames = (content: Content) => registry[noun].otherNames(content)
  if (!isDeepStrictEqual([names.titles, otherNames(newest)], [record.titles, otherNames(before.newest)]))
    await keepWords(tx, [{ id, noun, content: newest, titles: names.titles }])
  return { version, publishedVersion, lock }
}

/** Writes the layer of the public into its tables, standing there as it did. */
export async function writeRow(
  tx: Prisma.TransactionClient,
  record: DeskRecord,
  content: Content,
  version: number,
): Promise<void> {
  const standing = await readPublicStanding(tx, record.noun, record.id)
  if (standing) await writePublicContent(tx, record, content, { ...standing, version })
}
