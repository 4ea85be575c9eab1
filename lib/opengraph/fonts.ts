import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fontName, SUBSETS } from './font-family'

/** The library reads woff but not woff2 nor variable fonts: the same two families, one file per weight and script. */
const FACES = [
  { family: 'Serif', files: 'source-serif-4', weight: 400 },
  { family: 'Serif', files: 'source-serif-4', weight: 600 },
  { family: 'Sans', files: 'golos-text', weight: 400 },
  { family: 'Sans', files: 'golos-text', weight: 600 },
] as const

type Font = { name: string; data: Buffer; weight: 400 | 600; style: 'normal' }

let read: Promise<Font[]> | undefined

/** The fonts of the pictures, read when the first is drawn. */
export function pictureFonts(): Promise<Font[]> {
  read ??= Promise.all(
    FACES.flatMap(({ family, files, weight }) =>
      SUBSETS.map(async (subset) => ({
        name: fontName(family, subset),
        data: await readFile(
          path.join(
            process.cwd(),
            'node_modules/@fontsource',
            files,
            'files',
            `${files}-${subset}-${weight}-normal.woff`,
          ),
        ),
        weight,
        style: 'normal' as const,
      })),
    ),
  )
  return read
}
