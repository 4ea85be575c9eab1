import 'server-only'
import { db } from '@/lib/db'
import { type TableMapping, tableMapping } from './table/columns'

const MOST = 200

/** What the columns of tables are, as it was kept by a name. */
export const listMappings = () =>
  db.importMapping.findMany({ orderBy: { name: 'asc' }, take: MOST, select: { id: true, name: true } })

/** A kept mapping; null when there is none. */
export async function readMapping(id: string): Promise<TableMapping | null> {
  const row = await db.importMapping.findUnique({ where: { id }, select: { mapping: true } })
  return tableMapping.safeParse(row?.mapping).data ?? null
}

/** A mapping by the name it was kept as; null when there is none. */
export async function readMappingNamed(name: string): Promise<TableMapping | null> {
  const row = await db.importMapping.findUnique({ where: { name }, select: { mapping: true } })
  return tableMapping.safeParse(row?.mapping).data ?? null
}

/** Keeps a mapping by a name; one that has the name already becomes this one. */
export async function keepMapping(name: string, mapping: TableMapping, by: { id: string }): Promise<void> {
  const values = { mapping, createdById: by.id }
  await db.importMapping.upsert({ where: { name }, create: { name, ...values }, update: values })
}
