import 'server-only'
import { readFile } from 'node:fs/promises'
import { fontName } from './font-family'

/**
 * The library reads woff but neither woff2 nor variable fonts: the same two families, one file per weight and
 * script. Each is written out, for that is how the bundler sees that it is needed and takes it along.
 */
const FILES = [
  [
    fontName('Serif', 'latin'),
    400,
    new URL(
      '../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff',
      import.meta.url,
    ),
  ],
  [
    fontName('Serif', 'latin-ext'),
    400,
    new URL(
      '../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff',
      import.meta.url,
    ),
  ],
  [
    fontName('Serif', 'cyrillic'),
    400,
    new URL(
      '../../node_modules/@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff',
      import.meta.url,
    ),
  ],
  [
    fontName('Serif', 'cyrillic-ext'),
    400,
    new URL(
      '../../node_modules/@fontsource/source-serif-4/files/source-serif-4-cyrillic-ext-400-normal.woff',
      import.meta.url,
    ),
  ],
  [
    fontName('Serif', 'latin'),
    600,
    new URL(
      '../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff',
      import.meta.url,
    ),
  ],
  [
    fontName('Serif', 'latin-ext'),
    600,
    new URL(
      '../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff',
      import.meta.url,
    ),
  ],
  [
    fontName('Serif', 'cyrillic'),
    600,
    new URL(
      '../../node_modules/@fontsource/source-serif-4/files/source-serif-4-cyrillic-600-normal.woff',
      import.meta.url,
    ),
  ],
  [
    fontName('Serif', 'cyrillic-ext'),
    600,
    new URL(
      '../../node_modules/@fontsource/source-serif-4/files/source-serif-4-cyrillic-ext-600-normal.woff',
      import.meta.url,
    ),
  ],
  [
    fontName('Sans', 'latin'),
    400,
    new URL('../../node_modules/@fontsource/golos-text/files/golos-text-latin-400-normal.woff', import.meta.url),
  ],
  [
    fontName('Sans', 'latin-ext'),
    400,
    new URL('../../node_modules/@fontsource/golos-text/files/golos-text-latin-ext-400-normal.woff', import.meta.url),
  ],
  [
    fontName('Sans', 'cyrillic'),
    400,
    new URL('../../node_modules/@fontsource/golos-text/files/golos-text-cyrillic-400-normal.woff', import.meta.url),
  ],
  [
    fontName('Sans', 'cyrillic-ext'),
    400,
    new URL('../../node_modules/@fontsource/golos-text/files/golos-text-cyrillic-ext-400-normal.woff', import.meta.url),
  ],
  [
    fontName('Sans', 'latin'),
    600,
    new URL('../../node_modules/@fontsource/golos-text/files/golos-text-latin-600-normal.woff', import.meta.url),
  ],
  [
    fontName('Sans', 'latin-ext'),
    600,
    new URL('../../node_modules/@fontsource/golos-text/files/golos-text-latin-ext-600-normal.woff', import.meta.url),
  ],
  [
    fontName('Sans', 'cyrillic'),
    600,
    new URL('../../node_modules/@fontsource/golos-text/files/golos-text-cyrillic-600-normal.woff', import.meta.url),
  ],
  [
    fontName('Sans', 'cyrillic-ext'),
    600,
    new URL('../../node_modules/@fontsource/golos-text/files/golos-text-cyrillic-ext-600-normal.woff', import.meta.url),
  ],
] as const

type Font = { name: string; data: Buffer; weight: 400 | 600; style: 'normal' }

let read: Promise<Font[]> | undefined

/** The fonts of the pictures, read when the first is drawn. */
export function pictureFonts(): Promise<Font[]> {
  read ??= Promise.all(
    FILES.map(async ([name, weight, url]) => ({ name, data: await readFile(url), weight, style: 'normal' as const })),
  )
  return read
}
