import type { Locale } from './i18n/locales'

/**
 * The typefaces, as Fontsource ships them: one file per family and part of the alphabet. The version is in the
 * address, so that a file may be kept for ever.
 */
const families = {
  'golos-text': { version: '5.3.0', file: (subset: string) => `golos-text-${subset}-wght-normal.woff2` },
  'source-serif-4': { version: '5.3.0', file: (subset: string) => `source-serif-4-${subset}-opsz-normal.woff2` },
} as const

const subsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const
type Subset = (typeof subsets)[number]
type Family = keyof typeof families

/** What a page in each language is written with (digits are in `latin`): loaded before the first paint. */
const wanted: Record<Locale, Subset[]> = {
  en: ['latin'],
  kk: ['latin', 'cyrillic', 'cyrillic-ext'],
  ru: ['latin', 'cyrillic'],
}

const addressOf = (family: Family, subset: Subset) => `/fonts/${family}-${subset}-${families[family].version}.woff2`

/** Addresses of the files to load early for a page in this language. */
export const fontsFor = (locale: Locale) =>
  (Object.keys(families) as Family[]).flatMap((family) => wanted[locale].map((subset) => addressOf(family, subset)))

/** The file within node_modules that an address stands for; null when it stands for none. */
export function fontFile(address: string): string | null {
  for (const family of Object.keys(families) as Family[]) {
    for (const subset of subsets) {
      if (addressOf(family, subset) === address) {
        return `@fontsource-variable/${family}/files/${families[family].file(subset)}`
      }
    }
  }
  return null
}
