import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll } from 'vitest'

/** A folder for the stored files of a test file; call before anything is stored. */
export function ownMediaFolder(): string {
  const data = mkdtempSync(path.join(os.tmpdir(), 'plenary-media-'))
  process.env.PLENARY_DATA = data
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  return path.join(data, 'media')
}

/** The form that a browser sends with a file. */
export function uploadOf(content: Uint8Array, name: string, fields: Record<string, string> = {}): Request {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([Buffer.from(content)], name, { type: 'image/jpeg' }))
  return new Request('http://localhost/admin/media/upload', { method: 'POST', body: form })
}

/** A picture with some detail, of a colour of its own. */
export const pictureOf = (seed: number, width = 640, height = 400) =>
  sharp({
    create: { width, height, channels: 3, background: { r: (seed * 37) % 256, g: (seed * 91) % 256, b: 90 } },
  })

export const pdfOf = (text: string) =>
  Buffer.from(`%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< >>\nendobj\n% ${text}\ntrailer\n<< >>\n%%EOF\n`)
