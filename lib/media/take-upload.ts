import 'server-only'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { createTurns, TooManyWaiting } from '@/lib/turns'
import { type Added, addMedia } from './mutations'
import { receiveUpload } from './receive-upload'
import { mediaWordsSchema, wordsInForm } from './schema'
import { incomingFolder } from './store'
import { UploadProblem } from './upload-problem'

const DAY = 24 * 3_600_000
/** Each may take 50 MB of the disk while it arrives. */
const inTurn = createTurns(6, 20)

/**
 * Takes a form with a file to keep and what is said about it. Words that cannot be taken as they are do not keep the
 * file from being stored: they are asked for again. Throws `UploadProblem`, with what was `typed`, and then nothing has
 * changed.
 */
export async function takeUpload(request: Request, by: { id: string }): Promise<Added> {
  const typed: Record<string, string> = {}
  try {
    return await inTurn(() => take(request, by, typed))
  } catch (error) {
    const problem = asProblem(error)
    if (!problem) throw error
    problem.typed = typed
    throw problem
  }
}

async function take(request: Request, by: { id: string }, typed: Record<string, string>) {
  const folder = incomingFolder()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweep(folder)
  const received = await receiveUpload(request, folder, typed)
  try {
    const words = mediaWordsSchema.safeParse(wordsInForm(received.fields))
    return await addMedia(received, words.data ?? { texts: {}, credit: null, licence: null }, by, folder)
  } finally {
    await rm(received.file, { force: true })
  }
}

/** What an upload leaves behind when the program ends in the middle of it. */
async function sweep(folder: string) {
  for (const name of (await readdir(folder)).slice(0, 100)) {
    const file = path.join(folder, name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }))
    if (mtimeMs < Date.now() - DAY) await rm(file, { force: true })
  }
}

function asProblem(error: unknown): UploadProblem | null {
  if (error instanceof UploadProblem) return error
  if (error instanceof TooManyWaiting) return new UploadProblem('busy', { cause: error })
  // Of the disk: full, read-only, gone, not ours.
  const isOfSystem = typeof (error as NodeJS.ErrnoException).syscall === 'string'
  return isOfSystem ? new UploadProblem('storage', { cause: error }) : null
}
