import { suggestionsFor } from '@/components/search/suggestions-for'
import { SearchIcon } from '@/components/search-icon'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path, routes } from '@/lib/routes'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'

const rooms = ['forums', 'sessions', 'speakers', 'topics', 'statements'] as const
export type SiteRoom = (typeof rooms)[number]

/** `path` is the page's own, for the language switch; `room` the list it belongs to, marked in the navigation. */
export function SiteHeader({ locale, path, room }: { locale: Locale; path: Path; room?: SiteRoom | undefined }) {
  const { t } = i18n(locale)
  return (
    <header className="no-print border-rule border-b">
      <div className="page flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
        <a href={inLocale(locale, routes.home())} className="flex items-center gap-2.5 py-1 text-ink">
          <Logo />
          <span className="font-semibold font-serif text-item">{t('site.name')}</span>
        </a>
        <nav aria-label={t('site.mainNavigation')} className="order-last w-full lg:order-none lg:w-auto lg:flex-1">
          <ul className="-mx-1.5 flex flex-wrap text-[0.9375rem]">
            {rooms.map((each) => (
              <li key={each}>
                <a
                  href={inLocale(locale, routes[each]())}
                  aria-current={each === room ? 'true' : undefined}
                  className="quiet-link block px-1.5 py-1 text-muted aria-current:text-ink lg:px-2.5"
                >
                  {t(`words.${each}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ms-auto flex items-center gap-3">
          <search aria-label={t('site.searchButton')} className="hidden sm:block">
            <form action={inLocale(locale, routes.search())} className="relative">
              <input
                type="search"
                name="q"
                maxLength={300}
                aria-label={t('site.search')}
                aria-keyshortcuts="/"
                placeholder={t('site.search')}
                data-search={suggestionsFor(locale)}
                className="w-56 rounded-small border border-field bg-sheet px-3 py-1.5 pe-9 text-meta"
              />
              <span
                aria-hidden="true"
                className="-translate-y-1/2 pointer-events-none absolute end-2 top-1/2 rounded-small border border-rule-strong px-1.5 font-sans text-faint text-small"
              >
                /
              </span>
            </form>
          </search>
          <a
            href={inLocale(locale, routes.search())}
            className="quiet-link flex size-9 items-center justify-center rounded-small border border-rule-strong text-accent sm:hidden"
          >
            <SearchIcon />
            <span className="sr-only">{t('site.search')}</span>
          </a>
          <LanguageSwitch locale={locale} path={path} />
        </div>
      </div>
    </header>
  )
}
