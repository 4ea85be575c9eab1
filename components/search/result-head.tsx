import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { searchPath } from '@/lib/search/request'
import type { SearchResult } from '@/lib/search/search-result'

const orders = ['relevance', 'date'] as const

/** How many were found and how quickly, and in which order they stand. */
export function ResultHead({ result, locale }: { result: SearchResult; locale: Locale }) {
  const { t } = i18n(locale)
  const { request, total, isEstimate, milliseconds } = result
  const found = t(isEstimate ? 'search.countAbout' : 'search.count', { count: total })
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-rule border-b pb-4 text-meta text-muted">
      <p>{t('search.found', { found, milliseconds: Math.max(1, Math.round(milliseconds)) })}</p>
      {/* Without words there is nothing to match better or worse: all stands by date. */}
      {request.text && total > 1 && (
        <div className="no-print flex flex-wrap items-baseline gap-x-3">
          <span id="order">{t('search.sort')}</span>
          <ul aria-labelledby="order" className="flex gap-x-3">
            {orders.map((sort) => (
              <li key={sort}>
                <a
                  href={inLocale(locale, searchPath({ ...request, sort, page: 1 }))}
                  rel="nofollow"
                  aria-current={sort === request.sort ? 'true' : undefined}
                  className="quiet-link inline-block py-0.5 text-accent aria-current:font-semibold aria-current:text-ink"
                >
                  {t(`search.by.${sort}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
