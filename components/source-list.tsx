import { languageName } from '@/lib/countries'
import { formatDate, formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import type { CitedSource } from '@/lib/sources/citations'
import { SaidText } from './said-text'
import { Section } from './section'
import type { SourceNumbers } from './source-numbers'

/** The sources of a page, numbered as its marks number them. */
export function SourceList({ numbers, locale }: { numbers: SourceNumbers; locale: Locale }) {
  const context = i18n(locale)
  if (numbers.sources.length === 0) return null
  return (
    <Section id="sources" title={context.t('words.sources')}>
      <ol className="prose space-y-2 text-[0.9375rem] text-muted">
        {numbers.sources.map((source, index) => (
          <li key={source.publicId} id={`source-${index + 1}`} className="flex gap-2 target:bg-mark">
            <span className="font-semibold text-accent">{index + 1}</span>
            <span>
              <q>
                <SaidText said={source.title} locale={locale} />
              </q>{' '}
              {sourceSummary(source, context)}{' '}
              <a className="link" href={inLocale(locale, source.path)}>
                {context.t('sources.everyClaim')}
              </a>
              {numbers.isMarked(index + 1) && (
                <a
                  className="no-print link ms-2 inline-block px-2"
                  href={`#cite-${index + 1}`}
                  aria-label={context.t('site.backToText')}
                >
                  ↑
                </a>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What is known of a document, and that the rest is not: "News article, in English. Date of publication not recorded. Read on 24 November 2026." */
export function sourceSummary(source: CitedSource, context: I18n): string {
  const { t } = context
  const published = formatDate(source.publishedOn, source.publishedOnPrecision, context)
  const kind = [t(`words.sourceKind.${source.kind}`), source.author, source.publisher].filter(Boolean).join(', ')
  return [
    source.language
      ? t('sources.kindInLanguage', { kind, language: languageName(source.language, context) })
      : `${kind}.`,
    published ? published.replace(/\.?$/, '.') : t('sources.dateNotRecorded'),
    source.readOn && t('sources.readOn', { date: formatDay(source.readOn, context) }),
  ]
    .filter(Boolean)
    .join(' ')
}
