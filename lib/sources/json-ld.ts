import type { Thing, WithContext } from 'schema-dts'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import type { SourceKind } from '@/prisma/client/enums'
import type { Source } from './queries'

const types = {
  article: 'NewsArticle',
  official_page: 'WebPage',
  programme: 'CreativeWork',
  video: 'VideoObject',
  report: 'Report',
  other: 'CreativeWork',
} as const satisfies Record<SourceKind, string>

/** schema.org CreativeWork of the document itself. What is not recorded is left out. */
export function sourceJsonLd(source: Source, { locale }: I18n): WithContext<Thing> {
  const { publishedOn, publishedOnPrecision } = source
  const digits = { year: 4, month: 7, day: 10, unknown: 0 }[publishedOnPrecision]
  return {
    '@context': 'https://schema.org',
    '@type': types[source.kind],
    '@id': absolute(source.path),
    mainEntityOfPage: absolute(inLocale(locale, source.path)),
    name: source.originalTitle.value,
    ...(source.kind === 'article' ? { headline: source.originalTitle.value } : {}),
    ...(source.url ? { url: source.url } : {}),
    ...(source.author ? { author: { '@type': 'Person', name: source.author } } : {}),
    ...(source.publisher ? { publisher: { '@type': 'Organization', name: source.publisher } } : {}),
    ...(publishedOn && digits ? { datePublished: publishedOn.toISOString().slice(0, digits) } : {}),
    ...(source.language ? { inLanguage: source.language } : {}),
  } as WithContext<Thing>
}
