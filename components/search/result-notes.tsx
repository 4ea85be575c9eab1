import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { searchPath } from '@/lib/search/request'
import type { SearchResult } from '@/lib/search/search-result'

/** Says where the results are not quite of what was typed: of a corrected spelling, or without some words. */
export function ResultNotes({ result, locale }: { result: SearchResult; locale: Locale }) {
  const { t, format } = i18n(locale)
  const { correction, without, request, total } = result
  if (!correction && without.length === 0) return null
  const words = format.list(without.map((word) => t('search.quoted', { text: word.replace(/^"|"$/g, '') })))
  return (
    <div className="mt-5 grid gap-1 rounded-small bg-gold-wash px-4 py-3 text-meta" role="note">
      {correction && (
        <p>
          {t.rich(correction.isApplied && total > 0 ? 'search.corrected' : 'search.didYouMean', {
            corrected: correction.text,
            typed: request.text,
            link: (corrected) => (
              <a
                className="link font-semibold"
                href={inLocale(locale, searchPath({ ...request, text: correction.text, page: 1 }))}
              >
                {corrected}
              </a>
            ),
          })}
        </p>
      )}
      {without.length > 0 && total > 0 && <p>{t('search.without', { words })}</p>}
    </div>
  )
}
