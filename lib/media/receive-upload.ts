import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { mostBytes } from './file-kinds'
import { UploadProblem } from './upload-problem'

const LIMITS = {
  files: 1,
  fileSize: mostBytes.document + 1,
  fields: 30,
  fieldSize: 8_000,
  fieldNameSize: 100,
  parts: 40,
}
/** What a form has beside the file. */
const MOST_AROUND = 512 * 1024

export type Received = {
  /** Where it lies; the caller takes it away. */
  file: string
  sha256: string
  byteSize: number
  /** What the browser calls it. */
  fileName: string
  fields: Record<string, string>
}

/**
 * Reads a form with one file (`file`) as it arrives: the file goes to a temporary one in `folder`, never whole into
 * memory. Other fields are put into `typed` as they come.
 * Throws `UploadProblem`, and then nothing of it is left.
 */
export async function receiveUpload(
  request: Request,
  folder: string,
  typed: Record<string, string> = {},
): Promise<Received> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data;/i.test(type) || !request.body) throw new UploadProblem('brokenForm')
  if (Number(request.headers.get('content-length')) > mostBytes.document + MOST_AROUND)
    throw new UploadProblem('documentTooLarge')

  const file = path.join(folder, randomUUID())
  let received: Pick<Received, 'sha256' | 'byteSize' | 'fileName'> | undefined
  let writing: Promise<void> | undefined
  let problem: unknown
  const form = parserOf(type)
  const stopping = new AbortController()
  const { signal } = stopping
  const stop = (reason: unknown) => {
    problem ??= reason
    stopping.abort()
  }
  form.on('field', (name, value, isNameCut, isCut) => {
    if (isNameCut || isCut) stop(new UploadProblem('brokenForm'))
    else if (isFieldName(name)) typed[name] = value
  })
  form.on('file', (name, stream, fileName) => {
    if (name !== 'file') stop(new UploadProblem('brokenForm'))
    stream.on('limit', () => stop(new UploadProblem('documentTooLarge')))
    const hash = createHash('sha256')
    let byteSize = 0
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        byteSize += chunk.length
        done(null, chunk)
      },
    })
    writing = pipeline(stream, count, createWriteStream(file, { flags: 'wx', mode: 0o600 }), { signal }).then(() => {
      received = { sha256: hash.digest('hex'), byteSize, fileName: fileName ?? '' }
    }, stop)
  })
  for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    form.on(event, () => stop(new UploadProblem('brokenForm')))

  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream<Uint8Array>), form, { signal })
  } catch (error) {
    stop(new UploadProblem('brokenForm', { cause: error })) // broken off, or no form at all
  }
  await writing
  if (!problem && !received?.byteSize) problem = new UploadProblem('noFile')
  if (problem || !received) {
    await rm(file, { force: true })
    throw problem
  }
  return { file, fields: typed, ...received }
}

const isFieldName = (name: string) => /^[a-z][A-Za-z.]*$/.test(name) && !Object.hasOwn(Object.prototype, name)

function parserOf(type: string) {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: LIMITS })
  } catch (error) {
    throw new UploadProblem('brokenForm', { cause: error })
  }
}
