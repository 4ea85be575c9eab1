import 'server-only'
import sharp, { type Sharp } from 'sharp'
import { createTurns, TooManyWaiting } from '@/lib/turns'
import { MOST_PIXELS } from './file-kinds'
import { UploadProblem } from './upload-problem'

/** The longest side of what is kept, and the side of the square for small places. */
const LONGEST = 2400
const SMALL = 480
const SECONDS = 20
const QUALITY = { quality: 84, effort: 4 } as const

/** Unpacking takes a core and up to 160 MB: few at a time. */
const inTurn = createTurns(2, 10)

// Formats that are not taken must not reach a decoder even by mistake. This holds for the whole process, in which the
// pictures for links (lib/opengraph) are drawn as SVG in memory: from a file, as uploads are read, SVG stays blocked.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    ...['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
    'VipsForeignLoadSvgBuffer',
  ],
})
sharp.cache(false)

export type MadePicture = { width: number; height: number; smallSide: number }

/**
 * Makes of an uploaded picture what is kept of it: pixels alone, upright, in bounded sizes, as WebP; everything else
 * that was in the file (place, camera, comments, a second file behind the first) is left behind. Of a moving picture
 * the first frame. Throws `UploadProblem`.
 */
export async function makePicture(file: string, type: string, to: { whole: string; small: string }) {
  try {
    return await inTurn(() => make(file, type, to))
  } catch (error) {
    if (error instanceof UploadProblem) throw error
    if (isOfStorage(error)) throw new UploadProblem('storage', { cause: error })
    if (error instanceof TooManyWaiting) throw new UploadProblem('busy', { cause: error })
    const isLate = error instanceof Error && /timeout/i.test(error.message)
    throw new UploadProblem(isLate ? 'tooSlow' : 'damaged', { cause: error })
  }
}

async function make(file: string, type: string, to: { whole: string; small: string }): Promise<MadePicture> {
  const read = () => sharp(file, { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 })
  // The header alone: nothing is unpacked before it is known how much it would be.
  const { width, height, format } = await sharp(file, { limitInputPixels: false, pages: 1 }).metadata()
  if (`image/${format}` !== type || !width || !height) throw new UploadProblem('damaged')
  if (width * height > MOST_PIXELS) throw new UploadProblem('tooManyPixels')
  const smallSide = Math.min(SMALL, width, height)
  const whole = await write(
    read().autoOrient().resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true }),
    to.whole,
  )
  await write(
    read().autoOrient().resize({ width: smallSide, height: smallSide, fit: 'cover', position: 'top' }),
    to.small,
  )
  return { width: whole.width, height: whole.height, smallSide }
}

const write = (picture: Sharp, to: string) =>
  picture.toColourspace('srgb').timeout({ seconds: SECONDS }).webp(QUALITY).toFile(to)

/** libvips tells of a full or closed disk only in words. */
const isOfStorage = (error: unknown) =>
  error instanceof Error &&
  /no space left|read-only file system|unable to open for write|write error/i.test(error.message)
