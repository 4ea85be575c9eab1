import { escapeXml } from './escape-xml'
import { defaultLocale, locales } from './i18n/locales'
import { inEveryLocale, inLocale, type Path } from './routes'

/** A public page, without its language; `changedAt` is null where it has no record of its own. */
export type SitemapPage = { path: Path; changedAt: Date | null }

export type SitemapFile = { path: Path; changedAt: Date | null }

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

const lastmod = (changedAt: Date | null) => (changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '')

/** A sitemap (sitemaps.org) of pages in every language, each naming the others; `origin` is the archive's address. */
export function sitemapXml(pages: readonly SitemapPage[], origin: string): string {
  const address = (path: Path) => escapeXml(`${origin}${path}`)
  const urls = pages.flatMap(({ path, changedAt }) => {
    const inLanguages = Object.entries({ ...inEveryLocale(path), 'x-default': inLocale(defaultLocale, path) })
    const alternates = inLanguages
      .map(([language, each]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address(each)}"/>`)
      .join('')
    return locales.map(
      (locale) => `<url><loc>${address(inLocale(locale, path))}</loc>${lastmod(changedAt)}${alternates}</url>\n`,
    )
  })
  return `${HEAD}<urlset ${XMLNS} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`
}

/** The index of the files of a sitemap. */
export function sitemapIndexXml(files: readonly SitemapFile[], origin: string): string {
  const entries = files.map(
    ({ path, changedAt }) => `<sitemap><loc>${escapeXml(`${origin}${path}`)}</loc>${lastmod(changedAt)}</sitemap>\n`,
  )
  return `${HEAD}<sitemapindex ${XMLNS}>\n${entries.join('')}</sitemapindex>\n`
}
