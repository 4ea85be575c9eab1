import 'server-only'
import { z } from 'zod'
import { readKeptFiles } from '@/lib/import/kept-files'
import { type Into, intoIn } from '@/lib/import/new-edition'
import { UnreadableFile } from '@/lib/import/programme-file'
import { readRehearsal } from '@/lib/import/queries'
import { lookAtTable } from '@/lib/import/read-file'
import { defaultOptions, type ImportOptions } from '@/lib/import/rehearsal'
import type { TableMapping } from '@/lib/import/table/columns'
import { language, timeZone } from '@/lib/revisions/content'

const query = z.object({
  import: z.uuid().optional().catch(undefined),
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
  edition: intoIn.optional().catch(undefined),
  timeZone: timeZone().catch(null),
  language: language().catch(null),
  publish: z.literal('on').optional().catch(undefined),
  source: z.literal('on').optional().catch(undefined),
})

/** A table that is kept for an import: of one that was rehearsed, or of a file that could not be without its columns. */
export type TableToImport = {
  importId: string | null
  into: Into
  sha256: string
  options: ImportOptions
}

/** Which table a page or form is about; null when there is none (any more). */
export async function tableAt(raw: object): Promise<TableToImport | null> {
  const { import: id, file, edition, timeZone, language, publish, source } = query.parse(raw)
  const rehearsal = id ? await readRehearsal(id) : null
  if (rehearsal?.state === 'rehearsed') {
    const { editionId, newEdition, sha256, options } = rehearsal
    const into = { editionId, newEdition, sent: editionId ?? `new:${newEdition?.forum}` }
    return { importId: rehearsal.id, into, sha256, options }
  }
  if (!file || !edition) return null
  const said = { timeZone, language, publish: publish === 'on', source: source === 'on' }
  return { importId: null, into: edition, sha256: file, options: { ...defaultOptions, ...said } }
}

/** The headings and first rows of a kept table; null when it is swept, or is no table. */
export async function lookAtKept(sha256: string, mapping: TableMapping | null) {
  const files = await readKeptFiles(sha256)
  if (files?.length !== 1 || !files[0]) return null
  try {
    return await lookAtTable(files[0].path, mapping ?? undefined)
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}
