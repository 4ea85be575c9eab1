import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { ownMediaFolder, pdfOf, pictureOf, uploadOf } from '@/lib/testing/uploads'
import { storedName } from './file-kinds'
import { placeOf } from './store'
import { takeUpload } from './take-upload'

const folder = ownMediaFolder()
const by = { id: randomUUID() }
const described = { 'alternativeText.en': 'A red square' }

const stored = () =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => /\.\w+$/.test(each))
    : []
const incoming = () => readdirSync(path.join(folder, 'incoming'))
const fileOf = (sha256: string, mediaType: string) =>
  readFileSync(path.join(folder, placeOf(storedName(sha256, mediaType))))

async function kept(content: Uint8Array, name = 'picture.jpg', fields: Record<string, string> = described) {
  const { id, isKnown } = await takeUpload(uploadOf(content, name, fields), by)
  const media = await db.media.findUniqueOrThrow({ where: { id }, include: { texts: true } })
  return { ...media, isKnown, file: fileOf(media.sha256, media.mediaType) }
}

describe('pictures', () => {
  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('a %s is kept as WebP, whole and as a square', async (format) => {
    const content = await pictureOf(1, 700, 500).toFormat(format).toBuffer()
    const media = await kept(content, 'Dulat.exe', { ...described, credit: 'Aida Example', licence: 'CC BY 4.0' })
    expect(media).toMatchObject({
      mediaType: 'image/webp',
      width: 700,
      height: 500,
      smallSide: 480,
      fileName: 'Dulat.exe',
    })
    expect(media).toMatchObject({ credit: 'Aida Example', licence: 'CC BY 4.0', createdById: by.id })
    expect(media.texts).toMatchObject([{ language: 'en', status: 'original', alternativeText: 'A red square' }])
    expect(media.byteSize).toBe(media.file.length)
    const small = fileOf(media.smallSha256 ?? '', 'image/webp')
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 480, height: 480 })
    expect(incoming()).toEqual([])
  })

  test('a large one is made smaller, a small one stays as it is', async () => {
    expect(await kept(await pictureOf(2, 5000, 2500).jpeg().toBuffer())).toMatchObject({ width: 2400, height: 1200 })
    expect(await kept(await pictureOf(3, 90, 60).png().toBuffer())).toMatchObject({
      width: 90,
      height: 60,
      smallSide: 60,
    })
  })

  test('place, camera and comments are left behind, and it stands upright', async () => {
    const content = await pictureOf(4, 600, 300)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Artist: 'SECRET-ARTIST' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 8/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect(content.includes('SECRET-ARTIST')).toBe(true)
    const media = await kept(content)
    expect(media).toMatchObject({ width: 300, height: 600 })
    const { exif, icc, xmp, orientation } = await sharp(media.file).metadata()
    expect({ exif, icc, xmp, orientation }).toEqual({})
    expect(media.file.includes('SECRET')).toBe(false)
  })

  test('a second file behind or inside the picture is left behind', async () => {
    const hidden = Buffer.from('<script>alert(1)</script>PK\u0003\u0004')
    const png = await pictureOf(5).png().toBuffer()
    expect((await kept(Buffer.concat([png, hidden]))).file.includes('alert(1)')).toBe(false)
    const jpeg = await pictureOf(6).jpeg().toBuffer()
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, hidden.length + 2]), hidden])
    const polyglot = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])
    expect((await kept(polyglot)).file.includes('alert(1)')).toBe(false)
  })

  test('of a moving picture the first frame is kept', async () => {
    const frames = await sharp(await Promise.all([7, 8, 9].map((seed) => pictureOf(seed, 64, 64).png().toBuffer())), {
      join: { animated: true },
    })
      .gif()
      .toBuffer()
    expect((await sharp(frames, { animated: true }).metadata()).pages).toBe(3)
    const media = await kept(frames)
    expect(media).toMatchObject({ width: 64, height: 64 })
    expect((await sharp(media.file, { animated: true }).metadata()).pages ?? 1).toBe(1)
  })
})

describe('documents', () => {
  test('a PDF is kept as it came', async () => {
    const content = pdfOf('<script>alert(1)</script>')
    const media = await kept(content, '../../Бағдарлама "2026".pdf', {})
    expect(media).toMatchObject({ mediaType: 'application/pdf', width: null, smallSha256: null, texts: [] })
    expect(media.fileName).toBe('Бағдарлама "2026".pdf')
    expect(media.file.equals(content)).toBe(true)
  })
})

describe('the same file', () => {
  test('is stored once, also when it comes many times at once, and keeps its words', async () => {
    const content = await pictureOf(20).png().toBuffer()
    const first = await kept(content)
    const before = stored().length
    const again = await Promise.all(
      Array.from({ length: 5 }, () => kept(content, 'other.png', { 'alternativeText.en': 'Something else' })),
    )
    expect(again.map(({ id, isKnown }) => ({ id, isKnown }))).toEqual(Array(5).fill({ id: first.id, isKnown: true }))
    expect(again[0]?.texts[0]?.alternativeText).toBe('A red square')
    const other = await pictureOf(21).png().toBuffer()
    const ids = await Promise.all(Array.from({ length: 5 }, async () => (await kept(other)).id))
    expect(new Set(ids).size).toBe(1)
    expect(stored().length).toBe(before + 2)
    expect(incoming()).toEqual([])
  })
})

/** A PNG that says it is of a size that nobody unpacks. */
function hugePng(width: number, height: number) {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const crc = Buffer.alloc(4)
    crc.writeUInt32BE(crc32(body))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, body, crc])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Buffer) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

describe('what is refused leaves nothing', () => {
  let jpeg: Buffer
  beforeAll(async () => {
    jpeg = await pictureOf(30).jpeg().toBuffer()
  })
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)])
  const gif = Buffer.from(
    'GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;',
    'latin1',
  )

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['nothing', () => Buffer.alloc(0), 'noFile'],
    ['a text called .jpg', () => Buffer.from('Hello'), 'notAccepted'],
    ['a page called .jpg', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'notAccepted'],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), 'notAccepted'],
    ['a zip', () => Buffer.from('504b0304140000000000', 'hex'), 'notAccepted'],
    ['a drawing with a script', () => Buffer.from(svg), 'svg'],
    ['a drawing without a head', () => Buffer.from('<svg onload="alert(1)"/>'), 'svg'],
    ['an empty drawing', () => Buffer.from('<svg/>'), 'svg'],
    ['AVIF', () => pictureOf(31, 32, 32).avif().toBuffer(), 'avif'],
    ['HEIC', () => heic, 'heic'],
    ['TIFF', () => pictureOf(32, 32, 32).tiff().toBuffer(), 'notAccepted'],
    ['half a JPEG', () => jpeg.subarray(0, jpeg.length / 2), 'damaged'],
    ['the head of a JPEG', () => jpeg.subarray(0, 20), 'damaged'],
    ['a script that begins like a GIF', () => Buffer.from('GIF89a=1;alert(1)//'), 'damaged'],
    ['a PNG of 3,600 million pixels in 200 bytes', () => hugePng(60_000, 60_000), 'tooManyPixels'],
    ['a GIF of 4,294 million pixels in 40 bytes', () => gif, 'tooManyPixels'],
    ['a PNG without its pixels', () => hugePng(1000, 1000), 'damaged'],
    ['half a PDF', () => pdfOf('x').subarray(0, 40), 'damagedDocument'],
    ['11 MB of JPEG', () => Buffer.concat([jpeg, Buffer.alloc(11 * 1024 * 1024)]), 'pictureTooLarge'],
    ['51 MB of PDF', () => Buffer.concat([pdfOf('x'), Buffer.alloc(51 * 1024 * 1024)]), 'documentTooLarge'],
  ])('%s', async (_what, content, key) => {
    const [files, rows] = [stored(), await db.media.count()]
    await expect(takeUpload(uploadOf(await content(), 'picture.jpg', described), by)).rejects.toMatchObject({
      name: 'UploadProblem',
      key,
    })
    expect(stored()).toEqual(files)
    expect(await db.media.count()).toBe(rows)
    expect(incoming()).toEqual([])
  })

  test.each([
    ['not a form', 'text/plain', 'x'],
    ['a form without a boundary', 'multipart/form-data', 'x'],
    [
      'a form that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
    ],
  ])('%s', async (_what, type, body) => {
    const request = new Request('http://localhost/', { method: 'POST', headers: { 'content-type': type }, body })
    await expect(takeUpload(request, by)).rejects.toMatchObject({ key: 'brokenForm' })
    expect(incoming()).toEqual([])
  })

  test('what was typed beside it is told with the reason', async () => {
    await expect(takeUpload(uploadOf(Buffer.from('Hello'), 'a.txt', { credit: 'Aida' }), by)).rejects.toMatchObject({
      typed: { credit: 'Aida' },
    })
  })
})

test('words that cannot be taken do not keep the file from being stored: it waits for a description', async () => {
  const media = await kept(await pictureOf(40).png().toBuffer(), 'a.png', { 'alternativeText.en': 'x'.repeat(600) })
  expect(media.texts).toEqual([])
})

test('a name of a file is one line without folders or hidden signs', async () => {
  const media = await kept(pdfOf('name'), 'C:\\x\\pro\u202Egramme.pdf', {})
  expect(media.fileName).toBeNull()
})

describe('storage that cannot be written to', () => {
  const refused = async () => {
    const rows = await db.media.count()
    const content = await pictureOf(Math.floor(Math.random() * 1000) + 50, 1500, 1500)
      .jpeg()
      .toBuffer()
    await expect(takeUpload(uploadOf(content, 'a.jpg', described), by)).rejects.toMatchObject({ key: 'storage' })
    expect(await db.media.count()).toBe(rows)
  }
  const canMount = () => {
    const at = path.join(folder, '..', 'tiny')
    mkdirSync(at, { recursive: true })
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', at], { stdio: 'ignore' })
      execFileSync('umount', [at])
      return true
    } catch {
      return false
    }
  }

  test('a folder that is none', async () => {
    renameSync(folder, `${folder}-away`)
    writeFileSync(folder, '')
    await refused()
    rmSync(folder)
    renameSync(`${folder}-away`, folder)
  })
  test.skipIf(!canMount())('a disk that is full (needs the right to mount)', async () => {
    const at = path.join(folder, 'incoming')
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', at])
    try {
      await refused()
      expect(incoming()).toEqual([])
    } finally {
      execFileSync('umount', [at])
    }
  })
  test.skipIf(!canMount())('a disk that is read-only (needs the right to mount)', async () => {
    const at = path.join(folder, 'incoming')
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=1m', 'tmpfs', at])
    try {
      await refused()
    } finally {
      execFileSync('umount', [at])
    }
  })
  test('afterwards all is well again', async () => {
    expect((await kept(await pictureOf(41).png().toBuffer())).isKnown).toBe(false)
  })
})
