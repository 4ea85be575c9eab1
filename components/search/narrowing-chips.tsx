import type { ReactNode } from 'react'
import { formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { type Narrowing, narrowingsOf, withoutNarrowings } from '@/lib/search/changed-request'
import { searchPath } from '@/lib/search/request'
import type { SearchResult } from '@/lib/search/search-result'

/** What narrows the search, each with a link to the search without it. */
export function NarrowingChips({ result, locale }: { result: SearchResult; locale: Locale }) {
  const context = i18n(locale)
  const { t } = context
  const narrowings = narrowingsOf(result.request, result.facets)
  if (narrowings.length === 0) return null
  return (
    <ul aria-label={t('search.narrowedBy')} className="no-print flex flex-wrap items-center gap-2 pt-4">
      {narrowings.map((narrowing) => (
        <li key={narrowing.key}>
          <a
            href={inLocale(locale, searchPath(narrowing.without))}
            rel="nofollow"
            className="inline-flex items-center gap-2 rounded-small bg-accent-wash py-1 ps-2.5 pe-2 text-accent-ink text-small hover:underline"
          >
            <span>
              <span className="sr-only">{t('search.remove')} </span>
              {narrowingWords(narrowing, context)}
            </span>
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {narrowings.length > 1 && (
        <li>
          <a
            href={inLocale(locale, searchPath(withoutNarrowings(result.request)))}
            rel="nofollow"
            className="link inline-block px-1 py-1 text-small"
          >
            {t('search.removeAll')}
          </a>
        </li>
      )}
    </ul>
  )
}

/** "Topic: Middle powers", "From 1 October 2025". */
export function narrowingWords(narrowing: Narrowing, context: I18n): ReactNode {
  const { t, locale } = context
  if (narrowing.name !== 'dates') {
    const { name, label, language } = narrowing
    return (
      <>
        {t('search.named', { what: t(`search.facet.${name}`) })}{' '}
        {language && language !== locale ? <span lang={language}>{label}</span> : label}
      </>
    )
  }
  const day = (value: string) => formatDay(new Date(value), context)
  const { from, to } = narrowing
  if (from && to) return t('search.between', { from: day(from), to: day(to) })
  return from ? t('search.since', { day: day(from) }) : t('search.until', { day: day(to ?? '') })
}
