import 'server-only'
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { mediaFolder } from '@/lib/env'
import type { ImportFile } from './kept-files'

/** Of all files of one upload together; the readers refuse what is too large for their format. */
const MOST_BYTES = 256 * 1024 * 1024
const MOST_AROUND = 4 * 1024 * 1024
const LIMITS = {
  files: 5_000,
  fileSize: MOST_BYTES + 1,
  fields: 30,
  fieldSize: 2_000,
  fieldNameSize: 100,
  parts: 5_050,
}
const DAY = 24 * 3_600_000

/** Why an upload was not taken: each a sentence in `deskImport.problem`. */
export type ReceiveProblem = 'noFile' | 'brokenForm' | 'tooLarge' | 'tooManyFiles' | 'storage'

export class UploadRefused extends Error {
  override name = 'UploadRefused'
  constructor(
    readonly key: ReceiveProblem,
    options?: ErrorOptions,
  ) {
    super(key, options)
  }
}

export type ReceivedFiles = { files: ImportFile[]; fields: Record<string, string>; remove: () => Promise<void> }

/**
 * Reads a form with one or several files (`file`) as they arrive, each into a temporary one, never whole into memory;
 * `remove` takes them away. Throws `UploadRefused`, and then nothing of it is left.
 */
export async function receiveFiles(request: Request): Promise<ReceivedFiles> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data;/i.test(type) || !request.body) throw new UploadRefused('brokenForm')
  if (Number(request.headers.get('content-length')) > MOST_BYTES + MOST_AROUND) throw new UploadRefused('tooLarge')
  const folder = await makeFolder()
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const { files, fields } = await receive(request.body, type, folder)
    if (!files.length) throw new UploadRefused('noFile')
    return { files, fields, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function receive(body: Request['body'], type: string, folder: string) {
  const files: ImportFile[] = []
  const fields: Record<string, string> = {}
  const writing: Promise<void>[] = []
  const form = parserOf(type)
  const stopping = new AbortController()
  const { signal } = stopping
  let problem: unknown
  let bytes = 0
  const stop = (reason: unknown) => {
    problem ??= reason
    stopping.abort()
  }
  form.on('field', (name, value, isNameCut, isCut) => {
    if (isNameCut || isCut) stop(new UploadRefused('brokenForm'))
    else if (/^[a-z][A-Za-z]{0,30}$/.test(name)) fields[name] = value
  })
  form.on('file', (name, stream, fileName) => {
    if (name !== 'file') stop(new UploadRefused('brokenForm'))
    // A file field in which nothing was chosen is sent without a name.
    if (!fileName) return void stream.resume()
    const file = { path: path.join(folder, randomUUID()), name: cleanName(fileName) }
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > MOST_BYTES) stop(new UploadRefused('tooLarge'))
    })
    files.push(file)
    writing.push(pipeline(stream, createWriteStream(file.path, { flags: 'wx', mode: 0o600 }), { signal }).catch(stop))
  })
  form.on('filesLimit', () => stop(new UploadRefused('tooManyFiles')))
  for (const event of ['partsLimit', 'fieldsLimit'] as const)
    form.on(event, () => stop(new UploadRefused('brokenForm')))
  try {
    await pipeline(Readable.fromWeb(body as ReadableStream<Uint8Array>), form, { signal })
  } catch (error) {
    stop(new UploadRefused('brokenForm', { cause: error }))
  }
  await Promise.all(writing)
  if (problem instanceof UploadRefused) throw problem
  if (problem) throw new UploadRefused('storage', { cause: problem })
  return { files, fields }
}

function parserOf(type: string) {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: LIMITS, preservePath: true })
  } catch (error) {
    throw new UploadRefused('brokenForm', { cause: error })
  }
}

/** A name with the folders it was chosen with, as it is shown and as a reader of folders knows it: it is never opened. */
const cleanName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/\\/g, '/')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .slice(-4)
    .join('/')
    .slice(-300) || 'file'

/** A folder of one upload; what uploads left behind when the program ended in the middle of them goes. */
async function makeFolder(): Promise<string> {
  const arriving = path.join(path.dirname(mediaFolder()), 'incoming-imports')
  await mkdir(arriving, { recursive: true, mode: 0o700 })
  for (const name of (await readdir(arriving)).slice(0, 100)) {
    const at = path.join(arriving, name)
    const { mtimeMs } = await stat(at).catch(() => ({ mtimeMs: Date.now() }))
    if (mtimeMs < Date.now() - DAY) await rm(at, { recursive: true, force: true })
  }
  return mkdtemp(path.join(arriving, 'upload-'))
}
