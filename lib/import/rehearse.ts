import 'server-only'
import { db } from '@/lib/db'
import { newId } from '@/lib/revisions/new-id'
import { Prisma } from '@/prisma/client/client'
import { asRows, inParts } from './connection'
import { type ImportFile, keepImportFiles, readKeptFiles } from './kept-files'
import { readKnownRecords } from './known-records'
import { type NewEdition, type NewEditionSaid, plannedEdition } from './new-edition'
import type { NewRecord } from './new-record'
import { type Plan, planImport } from './plan'
import { gatherProgramme } from './programme'
import { type FileFormat, type FilePlace, UnreadableFile } from './programme-file'
import { readRehearsal } from './queries'
import { readProgrammeFile } from './read-file'
import { defaultOptions, type ImportAnswers, type ImportOptions, type Rehearsal } from './rehearsal'

export type Unreadable = { kind: 'unreadable'; code: string; place: FilePlace; values: Record<string, string> }

export type RehearseOutcome =
  | { kind: 'rehearsed'; rehearsal: Rehearsal }
  /** The file cannot be read: `import.errors.{code}` with the place. Nothing was written. */
  | Unreadable
  /** The edition, or the rehearsal, is not there any more; its file is swept; it was applied already. */
  | { kind: 'gone' | 'swept' | 'applied' }
  /** The forum has an edition of this year already. */
  | { kind: 'editionThere' }

/** How far it is: what has been read so far, and of what is being written how much. */
export type Progress = (step: { step: 'read' | 'compare' | 'write' | 'index'; done: number; of: number | null }) => void

/** What is to be imported where. */
export type Wanted = {
  editionId: string | null
  /** Instead of one that is there: the edition that the import is to make. */
  newEdition?: NewEditionSaid | null
  files: readonly ImportFile[]
  /** As the user says; else the content tells. */
  format?: FileFormat | null
  options?: Partial<ImportOptions>
  answers?: ImportAnswers
  by: { id: string } | null
  onProgress?: Progress
}

/** Reads a programme's file and says what importing it into an edition would do. Writes nothing but that. */
export async function rehearseImport(of: Wanted): Promise<RehearseOutcome> {
  const source = await keepSource(of)
  const planned = await planFile(source)
  return 'kind' in planned ? planned : saveRehearsal(newId(), { ...source, ...planned })
}

/** What a rehearsal is made of, its files kept for as long as it may be looked at. */
export async function keepSource(of: Wanted): Promise<Source & Wanted> {
  const { sha256, fileName, files } = await keepImportFiles(of.files)
  const options = { ...defaultOptions, ...of.options }
  return { ...of, files, options, answers: of.answers ?? {}, file: { name: fileName, sha256 } }
}

/** The same with other options, or with what somebody said of its people; `answers` are added to those before. */
export async function answerImport(of: {
  id: string
  options?: Partial<ImportOptions>
  answers?: ImportAnswers
  by: { id: string } | null
  onProgress?: Progress
}): Promise<RehearseOutcome> {
  const source = await readSource(of.id)
  if ('kind' in source) return source
  const options = { ...source.options, ...of.options }
  const answers = { ...source.answers, ...of.answers }
  const planned = await planFile({ ...source, options, answers, onProgress: of.onProgress })
  if ('kind' in planned) return planned
  return saveRehearsal(of.id, { ...source, options, answers, by: of.by, ...planned })
}

export type Source = {
  editionId: string | null
  newEdition?: (NewEditionSaid & { id?: string }) | null
  files: readonly ImportFile[]
  format?: FileFormat | null
  options: ImportOptions
  answers: ImportAnswers
  file: { name: string; sha256: string }
}

/** What a rehearsal was made of. */
export async function readSource(id: string): Promise<Source | { kind: 'gone' | 'swept' | 'applied' }> {
  const row = await db.import.findUnique({ where: { id } })
  if (!row) return { kind: 'gone' }
  if (row.state !== 'rehearsed') return { kind: 'applied' }
  const files = await readKeptFiles(row.sha256)
  if (!files) return { kind: 'swept' }
  return {
    ...{
      editionId: row.editionId,
      newEdition: row.newEdition as NewEdition | null,
      files,
      file: { name: row.fileName, sha256: row.sha256 },
    },
    format: row.format as FileFormat,
    // In one order of its fields, as the digest is made of them.
    options: { ...defaultOptions, ...(row.options as Partial<ImportOptions>) },
    answers: row.answers as ImportAnswers,
  }
}

/** Reads the file and plans it against the archive as it is now. `onNew` is told of each new session as it is planned. */
export async function planFile(
  of: Source & { onProgress?: Progress | undefined; onNew?: ((record: NewRecord) => void) | undefined },
): Promise<
  { plan: Plan; format: FileFormat; newEdition: NewEdition | null } | Unreadable | { kind: 'gone' | 'editionThere' }
> {
  const { editionId, options, onProgress, onNew } = of
  const known = editionId ? (await readKnownRecords('', [editionId])).get(editionId) : null
  if (editionId ? !known || known.isBinned : !of.newEdition) return { kind: 'gone' }
  const timeZone = options.timeZone ?? (known?.content.timeZone as string | null | undefined)
  const firstDay = options.firstDay ?? (known?.content.startsOn as string | null | undefined)
  try {
    const events = readProgrammeFile([...of.files], {
      ...(of.format ? { format: of.format } : {}),
      ...(timeZone ? { timeZone } : {}),
      ...(options.mapping ? { mapping: options.mapping } : {}),
      ...(firstDay ? { firstDay } : {}),
    })
    const programme = await gatherProgramme(events, (done) => onProgress?.({ step: 'read', done, of: null }))
    const made = known || !of.newEdition ? null : await plannedEdition(of.newEdition, programme)
    if (made === 'there') return { kind: 'editionThere' }
    const edition = known ?? made?.record
    const forumId = edition?.content.forum
    if (!edition || typeof forumId !== 'string') return { kind: 'gone' }
    const plan = await planImport({
      ...{ edition, isNew: !known, forumId, programme, options, answers: of.answers, file: of.file },
      onCompared: (done) => onProgress?.({ step: 'compare', done, of: programme.sessions.length }),
      onNew,
    })
    const timeZoneOf = plan.edition.content.timeZone as string | null
    const newEdition = made && { ...made.newEdition, timeZone: options.timeZone ?? timeZoneOf }
    return { plan, format: programme.head.format, newEdition }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { code, place, values } = error
    return { kind: 'unreadable', code, place, values }
  }
}

/** Rehearsals that nobody applied go after as long. */
const KEPT_MS = 30 * 24 * 3_600_000

/** Keeps a rehearsal with its lines, in place of what it said before. */
export async function saveRehearsal(
  id: string,
  { plan, ...of }: Source & { plan: Plan; by: { id: string } | null },
): Promise<RehearseOutcome> {
  const data = {
    ...{
      editionId: of.editionId,
      newEdition: of.newEdition ?? Prisma.DbNull,
      format: of.format ?? '',
      fileName: of.file.name,
      sha256: of.file.sha256,
    },
    ...{
      options: of.options as Prisma.InputJsonObject,
      answers: of.answers,
      digest: plan.digest,
      summary: plan.summary,
    },
  }
  await db.$transaction(
    async (tx) => {
      await tx.import.deleteMany({ where: { state: 'rehearsed', createdAt: { lt: new Date(Date.now() - KEPT_MS) } } })
      await tx.import.upsert({ where: { id }, create: { id, ...data, createdById: of.by?.id ?? null }, update: data })
      await tx.importItem.deleteMany({ where: { importId: id } })
      for (const [section, items] of Object.entries(plan.items)) {
        let position = 0
        for (const some of inParts<object>(items)) {
          const rows = some.map((data) => ({ position: position++, data }))
          await tx.$executeRaw`
            INSERT INTO import_item (import_id, section, position, data) SELECT ${id}::uuid, ${section}, position, data
            FROM jsonb_to_recordset(${asRows(rows)}) AS given(position int, data jsonb)`
        }
      }
    },
    { timeout: 60_000, maxWait: 10_000 },
  )
  const rehearsal = await readRehearsal(id)
  return rehearsal ? { kind: 'rehearsed', rehearsal } : { kind: 'gone' }
}
