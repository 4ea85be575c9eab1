import { inflateRawSync } from 'node:zlib'
import { UnreadableFile } from '../programme-file'

const MOST_ENTRIES = 2000
/** Sheets are packed to a tenth or twentieth; what is packed much tighter was made to fill the memory. */
const MOST_RATIO = 100
const ALWAYS = 4 * 1024 * 1024

/**
 * Unpacks everything in a ZIP file once, within bounds and without keeping it: sizes that it states may be wrong.
 * Throws where it is too large or no workbook.
 */
export function checkUnpacked(zip: Buffer, mostBytes: number): void {
  const damaged = () => new UnreadableFile('damagedExcel')
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) throw damaged()
  const count = zip.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES)
    throw new UnreadableFile('tooLarge', {}, { most: String(Math.floor(mostBytes / 1024 / 1024)) })
  let left = Math.min(mostBytes, Math.max(ALWAYS, zip.length * MOST_RATIO))
  let at = zip.readUInt32LE(end + 16)
  let isWorkbook = false
  for (let n = 0; n < count; n++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw damaged()
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))
    isWorkbook ||= name === 'xl/workbook.xml'
    left -= unpackedSize(zip, zip.readUInt32LE(at + 42), method, packed, left)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (!isWorkbook) throw new UnreadableFile('otherZip')
}

function unpackedSize(zip: Buffer, header: number, method: number, packed: number, most: number): number {
  const tooLarge = () => new UnreadableFile('unpacksTooLarge')
  if (header + 30 > zip.length) throw new UnreadableFile('damagedExcel')
  const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const data = zip.subarray(from, from + packed)
  if (method === 0) {
    if (data.length > most) throw tooLarge()
    return data.length
  }
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    const isLarge = error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw isLarge ? tooLarge() : new UnreadableFile('damagedExcel')
  }
}
