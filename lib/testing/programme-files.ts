import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import type { FileHead, FileNotice, FilePerson, FileSession } from '@/lib/import/programme-file'
import { type ProgrammeInput, type ReadOptions, readProgrammeFile } from '@/lib/import/read-file'

export const fixture = (name: string) => path.resolve('lib/import/fixtures', name)

/** Everything a file yields, by kind; what comes before the head is an error of the reader. */
export async function readAll(input: ProgrammeInput, options?: ReadOptions) {
  const heads: FileHead[] = []
  const sessions: FileSession[] = []
  const people: FilePerson[] = []
  const notices: FileNotice[] = []
  for await (const event of readProgrammeFile(input, options)) {
    if (event.kind === 'head') heads.push(event.head)
    else if (!heads.length) throw new Error(`${event.kind} before the head`)
    else if (event.kind === 'session') sessions.push(event.session)
    else if (event.kind === 'person') people.push(event.person)
    else notices.push(event.notice)
  }
  const [head] = heads
  if (!head || heads.length > 1) throw new Error(`${heads.length} heads`)
  return { head, sessions, people, notices, codes: [...new Set(notices.map(({ code }) => code))] }
}

/** A file with that content while `use` runs; its name says nothing. */
export async function withFile<T>(content: string | Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'programme-'))
  const file = path.join(folder, 'upload')
  writeFileSync(file, content)
  try {
    return await use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const readContent = (content: string | Uint8Array, options?: ReadOptions) =>
  withFile(content, (file) => readAll(file, options))

/** A ZIP archive without compression. */
export function zipOf(files: { [name: string]: string | Buffer }): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const [title, data] = [Buffer.from(name), Buffer.from(content)]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(title.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, data)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, title)
    at += 30 + title.length + data.length
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(files).length, 4)
  end.writeUInt16LE(Object.keys(files).length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** A workbook of one sheet; cells with `style` 1 are dates, with 2 times. */
export function workbookOf(sheet: string, rows: (string | { value: number; style: number })[][]): Buffer {
  const ns = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const cells = rows.map((row, y) => {
    const inRow = row.map((cell, x) => {
      const at = `${String.fromCharCode(65 + x)}${y + 1}`
      if (typeof cell !== 'string') return `<c r="${at}" s="${cell.style}"><v>${cell.value}</v></c>`
      return cell
        ? `<c r="${at}" t="inlineStr"><is><t>${cell.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`
        : ''
    })
    return `<row r="${y + 1}">${inRow.join('')}</row>`
  })
  return zipOf({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${ns}" xmlns:r="${relations}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${ns}"><numFmts count="1"><numFmt numFmtId="170" formatCode="h:mm"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${ns}"><dimension ref="A1:Z${rows.length}"/><sheetData>${cells.join('')}</sheetData></worksheet>`,
  })
}
