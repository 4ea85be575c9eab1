import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'

/** The permanent address of a statement, to be read, selected or copied. */
export function PermanentLink({ url, locale }: { url: string; locale: Locale }) {
  const { t } = i18n(locale)
  return (
    <section className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pt-10 pb-4" aria-labelledby="permanent-link">
      <h2 id="permanent-link" className="font-sans font-semibold text-meta">
        {t('statements.permanentLink')}
      </h2>
      <p className="wrap-anywhere select-all text-[0.9375rem]">{url}</p>
      <button
        type="button"
        hidden
        data-copy={url}
        data-copied={t('site.copied')}
        className="quiet-link min-h-6 px-1 text-accent text-meta"
      >
        {t('site.copyLink')}
      </button>
    </section>
  )
}
