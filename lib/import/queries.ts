import 'server-only'
import { db } from '@/lib/db'
import { type Paged, paged, slice } from '@/lib/pagination'
import type { Prisma } from '@/prisma/client/client'
import type { NewEdition } from './new-edition'
import type { FileFormat } from './programme-file'
import type { ImportOptions, Rehearsal, RehearsalItems, RehearsalSection, RehearsalSummary } from './rehearsal'

export const IMPORT_PAGE = 25

const include = { edition: { select: { titles: true } } } as const
type Row = Prisma.ImportGetPayload<{ include: typeof include }>

async function shown(rows: Row[]): Promise<Rehearsal[]> {
  const ids = rows.flatMap(({ createdById }) => createdById ?? [])
  const forums = await db.record.findMany({
    where: { id: { in: rows.flatMap(({ newEdition }) => (newEdition as NewEdition | null)?.forum ?? []) } },
    select: { id: true, titles: true },
  })
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  /** Of one that is not there yet, or no more: its forum and year. */
  const called = ({ forum, year, slug }: NewEdition) => {
    const titles = (forums.find(({ id }) => id === forum)?.titles ?? {}) as Record<string, string>
    return Object.fromEntries(
      Object.entries(titles).map(([locale, title]) => [locale, `${title} ${year ?? slug ?? ''}`]),
    )
  }
  return rows.map(({ edition, createdById, ...row }) => ({
    ...{ id: row.id, editionId: row.editionId, fileName: row.fileName, digest: row.digest, state: row.state },
    ...{ batchId: row.batchId, createdAt: row.createdAt, sha256: row.sha256 },
    newEdition: row.newEdition as NewEdition | null,
    editionTitles: edition
      ? (edition.titles as Record<string, string>)
      : row.newEdition
        ? called(row.newEdition as NewEdition)
        : {},
    format: row.format as FileFormat,
    options: row.options as unknown as ImportOptions,
    summary: row.summary as unknown as RehearsalSummary,
    createdBy: users.find(({ id }) => id === createdById)?.name ?? null,
  }))
}

/** A rehearsal or what became of it; null when there is none. */
export async function readRehearsal(id: string): Promise<Rehearsal | null> {
  const row = await db.import.findUnique({ where: { id }, include })
  return row ? ((await shown([row]))[0] ?? null) : null
}

/** One page of a section of a rehearsal. */
export async function readRehearsalItems<S extends RehearsalSection>(
  importId: string,
  section: S,
  page: number,
): Promise<Paged<RehearsalItems[S]>> {
  const where = { importId, section }
  const [rows, total] = await Promise.all([
    db.importItem.findMany({
      where,
      orderBy: { position: 'asc' },
      ...slice(page, IMPORT_PAGE),
      select: { data: true },
    }),
    db.importItem.count({ where }),
  ])
  return paged(
    rows.map(({ data }) => data as unknown as RehearsalItems[S]),
    total,
    page,
    IMPORT_PAGE,
  )
}

/** What was rehearsed and imported, the newest first; of one edition or all. */
export async function listImports(page: number, editionId?: string): Promise<Paged<Rehearsal>> {
  const where = editionId ? { editionId } : {}
  const [rows, total] = await Promise.all([
    db.import.findMany({
      where,
      include,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...slice(page, IMPORT_PAGE),
    }),
    db.import.count({ where }),
  ])
  return paged(await shown(rows), total, page, IMPORT_PAGE)
}
