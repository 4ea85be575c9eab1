import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import { searchDataPath } from '@/lib/search/data-path'
import type { SearchRequest } from '@/lib/search/search-result'

const formats = { csv: 'CSV', json: 'JSON', bib: 'BibTeX' } as const

/** The search as a feed and its results as files, for readers who take them elsewhere. */
export function ResultData({ request, locale }: { request: SearchRequest; locale: Locale }) {
  const { t } = i18n(locale)
  return (
    <div className="no-print flex flex-wrap gap-x-6 gap-y-1 pt-8 text-meta text-muted">
      <a
        className="quiet-link inline-block py-0.5 text-accent"
        type="application/atom+xml"
        href={searchDataPath('atom', request, locale)}
      >
        {t('search.feed')}
      </a>
      <p>
        {t('search.asData')}{' '}
        {Object.entries(formats).map(([format, name]) => (
          <a
            key={format}
            className="quiet-link inline-block px-1 py-0.5 text-accent"
            rel="nofollow"
            href={searchDataPath(format as keyof typeof formats, request, locale)}
          >
            {name}
          </a>
        ))}
      </p>
      <a className="quiet-link inline-block py-0.5 text-accent" href={inLocale(locale, routes.searchHelp())}>
        {t('search.howTo')}
      </a>
    </div>
  )
}
