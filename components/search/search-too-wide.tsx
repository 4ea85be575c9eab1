import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import { PageStatus } from '../page-status'

/** A search that was ended because it took too long. */
export function SearchTooWide({ locale }: { locale: Locale }) {
  const { t } = i18n(locale)
  return (
    <div className="prose pt-10">
      <PageStatus code={503} />
      <h2 className="text-section">{t('search.slow.title')}</h2>
      <p>{t('search.slow.text')}</p>
      <p>
        <a className="link" href={inLocale(locale, routes.searchHelp())}>
          {t('search.howTo')}
        </a>
      </p>
    </div>
  )
}
