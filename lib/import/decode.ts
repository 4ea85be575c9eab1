import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { UnreadableFile } from './programme-file'

const START = 4096

export type Encoding = {
  /** As `TextDecoder` calls it. */
  name: string
  /** Nothing in the file says so; its letters do. */
  isGuessed: boolean
}

/** The bytes of a file as they come. */
export const bytesOf = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: 64 * 1024 })

/**
 * The encoding of a text: of its byte order mark, of the zeros of UTF-16, of what XML declares, UTF-8 where every byte
 * fits it, else Windows-1251 where the letters then are Cyrillic words. Throws where none of them fits.
 */
export async function findEncoding(chunks: AsyncIterable<Buffer>): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let start = Buffer.alloc(0)
  let isSettled = false
  let line = 1
  let wrong: { line: number; sample: Buffer } | null = null
  for await (const chunk of chunks) {
    if (!isSettled) {
      start = Buffer.concat([start, chunk.subarray(0, START)])
      if (start.length >= START) {
        const said = saidEncoding(start)
        if (said) return said
        isSettled = true
      }
    }
    if (wrong) {
      if (wrong.sample.length > 512 * 1024) break
      wrong.sample = Buffer.concat([wrong.sample, chunk])
      continue
    }
    try {
      utf8.decode(chunk, { stream: true })
      line += newlines(chunk)
    } catch {
      wrong = { line: line + wrongLine(chunk), sample: chunk }
    }
  }
  const said = saidEncoding(start)
  if (said) return said
  if (!wrong) {
    try {
      utf8.decode()
      return { name: 'utf-8', isGuessed: false }
    } catch {
      throw new UnreadableFile('cutOff', { line })
    }
  }
  if (isCyrillic1251(wrong.sample)) return { name: 'windows-1251', isGuessed: true }
  throw new UnreadableFile('wrongEncoding', { line: wrong.line })
}

export function saidEncoding(start: Buffer): Encoding | null {
  const said = (name: string, isGuessed = false) => ({ name, isGuessed })
  if (start[0] === 0xff && start[1] === 0xfe) return said('utf-16le')
  if (start[0] === 0xfe && start[1] === 0xff) return said('utf-16be')
  const half = Math.floor(start.length / 2)
  const zeros = (from: number) => {
    let count = 0
    for (let at = from; at < start.length; at += 2) if (start[at] === 0) count++
    return count
  }
  if (half > 4 && zeros(1) > half * 0.4 && zeros(0) < half * 0.1) return said('utf-16le', true)
  if (half > 4 && zeros(0) > half * 0.4 && zeros(1) < half * 0.1) return said('utf-16be', true)
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]{2,30})["']/.exec(start.toString('latin1'))?.[1]
  // What calls itself UTF-16 but has single bytes is not: its bytes are looked at.
  if (!declared || /^utf-?(?:8|16|32)/i.test(declared)) return null
  try {
    return said(new TextDecoder(declared).encoding)
  } catch {
    throw new UnreadableFile('unknownEncoding', { line: 1 }, { name: declared })
  }
}

/** Decoded text of the bytes, in pieces. */
export async function* textOf(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.name)
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    if (text) yield text
  }
  const rest = decoder.decode()
  if (rest) yield rest
}

function newlines(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++
  return count
}

/** How many lines further in a piece the first bytes stand that are not UTF-8. */
function wrongLine(chunk: Buffer): number {
  let line = 0
  for (let from = 0; from < chunk.length; line++) {
    const end = chunk.indexOf(10, from)
    const to = end < 0 ? chunk.length : end
    // The first line may begin in the middle of a letter, which began in the piece before.
    if (line > 0 && !isUtf8(chunk.subarray(from, to))) return line
    from = to + 1
  }
  return 0
}

/** Whether the letters, taken for Windows-1251, stand together in words that are small rather than capital. */
function isCyrillic1251(sample: Buffer): boolean {
  const text = new TextDecoder('windows-1251').decode(sample)
  const high = text.match(/[\u0080-\uffff]/g)?.length ?? 0
  const words = (text.match(/[а-яёіғқңөұүһәА-ЯЁІ]{2,}/g) ?? []).join('')
  const small = words.match(/[а-яёі]/g)?.length ?? 0
  return words.length > high * 0.6 && small > words.length * 0.5
}
