import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import { SearchIcon } from './search-icon'

/** The large search box of the home page and of pages that lead nowhere; `query` is what stands in it already. */
export function SearchForm({ locale, label, query }: { locale: Locale; label?: string; query?: string | null }) {
  const { t } = i18n(locale)
  const name = label ?? t('site.search')
  return (
    <search>
      <form action={inLocale(locale, routes.search())} className="flex gap-2">
        <div className="relative flex-1">
          <span className="-translate-y-1/2 pointer-events-none absolute start-5 top-1/2 text-accent">
            <SearchIcon />
          </span>
          <input
            type="search"
            name="q"
            maxLength={300}
            aria-label={name}
            placeholder={name}
            defaultValue={query ?? undefined}
            data-search
            className="w-full rounded-small border border-field bg-sheet py-4 ps-13 pe-4 text-lede"
          />
        </div>
        <button type="submit" className="rounded-small bg-accent px-5 font-semibold text-on-accent hover:bg-accent-ink">
          {t('site.searchButton')}
        </button>
      </form>
    </search>
  )
}
