import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { searchPath } from '@/lib/search/request'
import type { SearchRequest, SearchResult } from '@/lib/search/search-result'

/** Says where the results are not quite of what was typed: of a corrected spelling, or without some words. */
export function ResultNotes({ result, locale }: { result: SearchResult; locale: Locale }) {
  const { t, format } = i18n(locale)
  const { correction, without, request, total } = result
  const isWithout = without.length > 0 && total > 0
  if (!correction && !isWithout) return null
  const href = (to: SearchRequest) => inLocale(locale, searchPath(to))
  const words = format.list(without.map((word) => t('search.quoted', { text: word.replace(/^"|"$/g, '') })))
  return (
    <div className="mt-5 grid gap-1 rounded-small bg-gold-wash px-4 py-3 text-meta" role="note">
      {correction && (
        <p>
          {t.rich(correction.isApplied && total > 0 ? 'search.corrected' : 'search.didYouMean', {
            correction: correction.text,
            text: request.text,
            corrected: (words) => (
              <a
                className="link font-semibold"
                href={href({ ...request, text: correction.text, isAsTyped: false, page: 1 })}
              >
                {words}
              </a>
            ),
            typed: (words) => (
              <a className="link" href={href({ ...request, isAsTyped: true, page: 1 })} rel="nofollow">
                {words}
              </a>
            ),
          })}
        </p>
      )}
      {isWithout && <p>{t('search.without', { words })}</p>}
    </div>
  )
}
