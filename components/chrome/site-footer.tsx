import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'

export function SiteFooter({ locale }: { locale: Locale }) {
  const { t } = i18n(locale)
  const choices = { system: t('site.themeSystem'), light: t('site.themeLight'), dark: t('site.themeDark') }
  return (
    <footer className="no-print mt-20 border-rule border-t">
      <div className="page flex flex-wrap items-center gap-x-8 gap-y-3 py-8 text-meta text-muted">
        <p>{t('site.aboutArchive')}</p>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <a className="quiet-link inline-block py-1" href={inLocale(locale, routes.organisations())}>
              {t('words.organisations')}
            </a>
          </li>
          <li>
            <a className="quiet-link inline-block py-1" href={inLocale(locale, routes.search())}>
              {t('site.searchButton')}
            </a>
          </li>
          <li>
            <a className="quiet-link inline-block py-1" href={inLocale(locale, routes.corrections())}>
              {t('corrections.title')}
            </a>
          </li>
          <li>
            <a className="quiet-link inline-block py-1" href={inLocale(locale, routes.apiHelp())}>
              {t('apiHelp.title')}
            </a>
          </li>
          <li>
            <a className="quiet-link inline-block py-1" href={inLocale(locale, routes.feed(routes.home(), 'atom'))}>
              {t('files.feed')}
            </a>
          </li>
        </ul>
        <fieldset hidden data-theme-switch className="flex flex-wrap items-center gap-x-4 [&[hidden]]:hidden">
          <legend className="sr-only">{t('site.theme')}</legend>
          {Object.entries(choices).map(([value, label]) => (
            <label key={value} className="flex items-center gap-1.5 py-1">
              <input type="radio" name="theme" value={value} className="size-4 accent-accent" />
              {label}
            </label>
          ))}
        </fieldset>
        <p className="lg:ms-auto">{t('site.licence')}</p>
      </div>
    </footer>
  )
}
