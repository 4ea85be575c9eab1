import { formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path, routes } from '@/lib/routes'

/** The record that a page is about, as its foot names it. */
export type PageRecord = { id: string; path: Path; version: number; at: Date; hasFeed: boolean }

/** At the foot of a record's page: which version it shows, what was published before, and how to report an error. */
export function RecordFoot({ record, locale }: { record: PageRecord; locale: Locale }) {
  const context = i18n(locale)
  const { t } = context
  const { id, path, version, at, hasFeed } = record
  return (
    <section
      aria-label={t('corrections.foot')}
      className="mt-14 flex flex-wrap gap-x-6 gap-y-1 border-rule border-t pt-4 text-meta text-muted"
    >
      <p className="py-1">{t('corrections.standing', { version, date: formatDay(at, context) })}</p>
      <p className="no-print">
        <a className="link inline-block py-1" href={inLocale(locale, routes.history(path))}>
          {t('corrections.history')}
        </a>
      </p>
      <p className="no-print">
        <a className="link inline-block py-1" rel="nofollow" href={inLocale(locale, routes.reportError(id, version))}>
          {t('corrections.report')}
        </a>
      </p>
      {hasFeed && (
        <p className="no-print">
          <a className="link inline-block py-1" href={inLocale(locale, routes.feed(path, 'atom'))}>
            {t('files.feed')}
          </a>
        </p>
      )}
      <p className="no-print">
        <a className="link inline-block py-1" href={inLocale(locale, routes.recordAs(path, 'json'))}>
          {t('files.asData')}
        </a>
      </p>
    </section>
  )
}
