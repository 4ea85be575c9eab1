import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** The SHA-256 and size of a file's content. */
export async function fileHash(file: string): Promise<{ sha256: string; byteSize: number }> {
  const hash = createHash('sha256')
  const stream = createReadStream(file)
  await pipeline(stream, hash)
  return { sha256: hash.digest('hex'), byteSize: stream.bytesRead }
}
