import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fontName } from './font-family'

/** The library reads woff but neither woff2 nor variable fonts: the same two families, one file per weight and script. */
const families = { Serif: 'source-serif-4', Sans: 'golos-text' } as const
const subsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const
const weights = [400, 600] as const

type Font = { name: string; data: Buffer; weight: (typeof weights)[number]; style: 'normal' }

let read: Promise<Font[]> | undefined

/** The fonts of the pictures, read when the first is drawn. */
export function pictureFonts(): Promise<Font[]> {
  read ??= Promise.all(
    Object.entries(families).flatMap(([family, name]) =>
      subsets.flatMap((subset) =>
        weights.map(async (weight) => ({
          name: fontName(family as keyof typeof families, subset),
          data: await readFile(
            path.join(process.cwd(), `node_modules/@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`),
          ),
          weight,
          style: 'normal' as const,
        })),
      ),
    ),
  )
  return read
}
