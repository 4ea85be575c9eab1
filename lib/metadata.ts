import type { Metadata } from 'next'
import { env } from './env'
import { defaultLocale, type Locale } from './i18n/locales'
import type { I18n } from './i18n/translator'
import type { PageFile } from './interchange/page-files'
import { inEveryLocale, inLocale, type Path, routes } from './routes'

/**
 * The head of a public page: title, canonical address, the same page in the other languages (hreflang), and what
 * others show when it is shared. `description` is plain text; `image` the path of a picture of 1200 × 630.
 */
export function pageMetadata(
  { locale }: I18n,
  page: {
    path: Path
    title?: string
    description?: string | undefined
    image?: Path
    type?: 'website' | 'article' | 'profile'
    /** Files beside the page, for `<link rel="alternate">`. */
    files?: readonly PageFile[]
  },
): Metadata {
  const url = inLocale(locale, page.path)
  const languages = inEveryLocale(page.path)
  const description = page.description && shorten(page.description)
  return {
    ...(page.title ? { title: page.title } : {}),
    ...(description ? { description } : {}),
    alternates: {
      canonical: url,
      languages: { ...languages, 'x-default': languages[defaultLocale] },
      ...(page.files ? { types: typesOf(page.files, locale) } : {}),
    },
    openGraph: {
      url,
      locale,
      type: page.type ?? 'website',
      ...(page.title ? { title: page.title } : {}),
      ...(description ? { description } : {}),
      images: [{ url: inLocale(locale, page.image ?? routes.opengraphImage()), width: 1200, height: 630 }],
    },
    twitter: { card: 'summary_large_image' },
  }
}

function typesOf(files: readonly PageFile[], locale: Locale) {
  const types: NonNullable<NonNullable<Metadata['alternates']>['types']> = {}
  for (const { type, path, title } of files)
    types[type] = [{ url: inLocale(locale, path), ...(title ? { title } : {}) }]
  return types
}

/** Plain text cut at a word where it has words, for descriptions. */
export function shorten(text: string, most = 200): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  const space = plain.lastIndexOf(' ', most)
  const cut = plain.slice(0, space > 0 ? space : most)
  return `${cut.replace(/[\s.,;:–-]+$|[\ud800-\udbff]$/, '')}…`
}

/** The sentences that a text begins with, as many as fit; cut at a word when even the first is too long. */
export function leadOf(text: string, most = 220): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  const end = Math.max(...['. ', '! ', '? ', '… '].map((mark) => plain.lastIndexOf(mark, most - 1)))
  return end > most / 3 ? plain.slice(0, end + 1) : shorten(plain, most)
}

/** An absolute address, as JSON-LD, feeds and citations need it. */
export const absolute = (path: Path) => `${env().PLENARY_URL}${path}`
