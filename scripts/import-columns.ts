import { readMappingNamed } from '@/lib/import/mappings'
import { lookAtTable } from '@/lib/import/read-file'
import { type TableColumn, type TableMapping, tableColumns } from '@/lib/import/table/columns'
import { PlainError } from './program/plain-error.mjs'

/**
 * What the columns of a table are, as the command line says: a choice kept at the desk by its name, else what the headings
 * tell, and over that each `Column=field` (`Column=` leaves one out). Null where nothing is said.
 */
export async function mappingOf(
  files: readonly { path: string }[],
  { kept, columns }: { kept: string | undefined; columns: readonly string[] },
): Promise<TableMapping | null> {
  if (kept === undefined && !columns.length) return null
  const said = kept === undefined ? null : await readMappingNamed(kept)
  if (kept !== undefined && !said) throw new PlainError(`No choice of columns is kept as ${kept}.`)
  if (!columns.length) return said
  const [file, another] = files
  if (!file || another) throw new PlainError('Columns are said of one table.')
  const { headings, mapping } = await lookAtTable(file.path, said ?? undefined)
  const all = new Map(Object.entries(mapping.columns))
  for (const each of columns) {
    const at = each.lastIndexOf('=')
    const [heading, field] = [each.slice(0, at).trim(), each.slice(at + 1).trim()]
    if (at < 1 || !headings.includes(heading))
      throw new PlainError(
        `The table has no column for --map "${each}". Its columns are: ${headings.filter(Boolean).join(', ')}.`,
      )
    if (field && !isColumn(field))
      throw new PlainError(`A column is not ${field}: it is one of ${tableColumns.join(', ')}.`)
    if (field) all.set(heading, field as TableColumn)
    else all.delete(heading)
  }
  return { ...mapping, columns: Object.fromEntries(all) }
}

const isColumn = (field: string): field is TableColumn => tableColumns.some((each) => each === field)
