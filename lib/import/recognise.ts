import { open } from 'node:fs/promises'
import type { FileFormat } from './programme-file'
import { UnreadableFile } from './programme-file'

const START = 64 * 1024

/** The first bytes of a file, as many as tell the formats apart. */
export async function startOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(START), 0, START, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/**
 * The format of a file by what it begins with, never by its name; `json` where the whole of it must be read to tell.
 * Throws `UnreadableFile` for what is certainly none of the formats.
 */
export function recogniseStart(start: Buffer): FileFormat | 'json' {
  if (!start.length) throw new UnreadableFile('empty')
  const bytes = start.toString('latin1')
  if (bytes.startsWith('PK\x03\x04')) return 'excel'
  if (bytes.startsWith('PK')) throw new UnreadableFile('damagedExcel')
  if (bytes.startsWith('\xd0\xcf\x11\xe0')) throw new UnreadableFile('oldExcel')
  const others = ['%PDF', '\x89PNG', '\xff\xd8\xff', 'GIF8', '\x1f\x8b', 'Rar!', '7z\xbc\xaf', '{\\rtf']
  if (others.some((other) => bytes.startsWith(other))) throw new UnreadableFile('notText')
  const isWide =
    /^(?:\xff\xfe|\xfe\xff)/.test(bytes) || [0, 1].some((at) => bytes[at] === '\0' && bytes[at + 2] === '\0')
  const text = (isWide ? bytes.replaceAll('\0', '') : bytes)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  if (!text) throw new UnreadableFile('empty')
  if (!isWide && text.includes('\0')) throw new UnreadableFile('notText')
  if (text.startsWith('<')) return recogniseXml(text)
  if (/^BEGIN\s*:\s*VCALENDAR/i.test(text)) return 'icalendar'
  if (/^\{\s*"plenary"\s*:/.test(text)) return 'plenary'
  if (/^(?:[{[]|\/[*/])/.test(text)) return 'json'
  const first = text.split(/[\r\n]/).find((line) => line.trim()) ?? ''
  if (/[,;\t|]/.test(first)) return 'csv'
  throw new UnreadableFile('notRecognised')
}

function recogniseXml(text: string): 'schedule-xml' {
  const root = /<(?![?!])\s*([^\s/>]+)/.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1] ?? ''
  if (/^<!doctype\s+html/i.test(text) || /^(?:html|head|body)$/i.test(root)) throw new UnreadableFile('webPage')
  if (root === 'schedule' || /^<!DOCTYPE/i.test(text)) return 'schedule-xml'
  if (text.startsWith('<?xml') && (root === '' || root.includes('<'))) return 'schedule-xml'
  throw new UnreadableFile('otherXml', {}, { root: root.slice(0, 60) })
}
