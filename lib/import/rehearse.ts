import 'server-only'
import type { ImportFile } from './kept-files'
import type { FileFormat, FilePlace } from './programme-file'
import type { ImportAnswers, ImportOptions, Rehearsal } from './rehearsal'

export type RehearseOutcome =
  | { kind: 'rehearsed'; rehearsal: Rehearsal }
  /** The file cannot be read: `import.errors.{code}` with the place. Nothing was written. */
  | { kind: 'unreadable'; code: string; place: FilePlace; values: Record<string, string> }
  /** The edition, or the rehearsal, is not there any more; its file is swept; it was applied already. */
  | { kind: 'gone' | 'swept' | 'applied' }

/** How far it is: what has been read so far, and of what is being written how much. */
export type Progress = (step: { step: 'read' | 'compare' | 'write' | 'index'; done: number; of: number | null }) => void

/** Reads a programme's file and says what importing it into an edition would do. Writes nothing but that. */
export async function rehearseImport(_: {
  editionId: string
  files: readonly ImportFile[]
  /** As the user says; else the content tells. */
  format?: FileFormat | null
  options?: Partial<ImportOptions>
  by: { id: string } | null
  onProgress?: Progress
}): Promise<RehearseOutcome> {
  throw new Error('Not there yet')
}

/** The same with other options, or with what somebody said of its people; `answers` are added to those before. */
export async function answerImport(_: {
  id: string
  options?: Partial<ImportOptions>
  answers?: ImportAnswers
  by: { id: string } | null
  onProgress?: Progress
}): Promise<RehearseOutcome> {
  throw new Error('Not there yet')
}
