import type { I18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'

/** On top of every page of a preview: what it is, until when, and how to leave it. */
export function PreviewBanner({ until, leftOut, i18n }: { until: Date; leftOut: number; i18n: I18n }) {
  const { t, locale, format } = i18n
  const time = format.dateTime(until, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return (
    <aside aria-label={t('deskPublish.preview.label')} className="border-gold border-b-2 bg-gold-wash">
      <div className="page flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2.5 text-meta">
        <p className="min-w-0 grow">
          <strong>{t('deskPublish.preview.title')}</strong> {t('deskPublish.preview.text', { time })}{' '}
          {leftOut > 0 && t('deskPublish.preview.leftOut', { count: leftOut })}
        </p>
        {/* A button: the link that skips to the content stays the first link of the page. */}
        <form action={inLocale(locale, routes.leavePreview())}>
          <button type="submit" className="link font-semibold">
            {t('deskPublish.preview.leave')}
          </button>
        </form>
      </div>
    </aside>
  )
}
