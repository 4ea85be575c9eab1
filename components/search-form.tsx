import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import type { SearchRequest } from '@/lib/search/search-result'
import { StateFields } from './search/state-fields'
import { suggestionsFor } from './search/suggestions-for'
import { SearchIcon } from './search-icon'

/**
 * The large search box of the home page, the search page and of pages that lead nowhere. `request` is the search that
 * the page shows: its words stand in the box, and what narrows it stays when others are typed.
 */
export function SearchForm({ locale, label, request }: { locale: Locale; label?: string; request?: SearchRequest }) {
  const { t } = i18n(locale)
  const name = label ?? t('site.search')
  return (
    <search aria-label={name}>
      <form action={inLocale(locale, routes.search())} className="flex gap-2">
        <div className="relative min-w-0 flex-1">
          <span className="-translate-y-1/2 pointer-events-none absolute start-4 top-1/2 text-accent sm:start-5">
            <SearchIcon />
          </span>
          <input
            type="search"
            name="q"
            maxLength={300}
            aria-label={name}
            placeholder={name}
            defaultValue={request?.text || undefined}
            data-search={suggestionsFor(locale)}
            className={`w-full truncate rounded-small border border-field bg-sheet py-4 ps-11 pe-4 text-lede sm:ps-13 ${request?.text ? 'font-serif' : ''}`}
          />
        </div>
        {/* Other words may be corrected again. */}
        {request && <StateFields request={request} except={['q', 'spelling']} />}
        <button
          type="submit"
          className="rounded-small bg-accent px-4 font-semibold text-on-accent hover:bg-accent-ink sm:px-5"
        >
          {t('site.searchButton')}
        </button>
      </form>
    </search>
  )
}
