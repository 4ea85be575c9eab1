import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path, routes } from '@/lib/routes'

/** Takes what a record has of days and times into the reader's calendar. */
export function CalendarLink({ path, locale }: { path: Path; locale: Locale }) {
  return (
    <a className="link no-print inline-block py-0.5" href={inLocale(locale, routes.recordAs(path, 'ics'))}>
      {i18n(locale).t('files.addToCalendar')}
    </a>
  )
}
