import type { TimetableDay } from '@/lib/editions/timetable-queries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, type Path, withQuery } from '@/lib/routes'
import { dayLabel } from './day-label'

/** The days of a timetable as links; nothing where all are shown. */
export function TimetableDays(props: {
  days: readonly TimetableDay[]
  shown: string | null
  path: Path
  locale: Locale
}) {
  const { days, shown, path, locale } = props
  const context = i18n(locale)
  if (days.length < 2 || !shown) return null
  return (
    <nav aria-label={context.t('forums.days')} className="no-print">
      <ul className="flex flex-wrap gap-2">
        {days.map(({ key, day }) => (
          <li key={key}>
            <a
              href={inLocale(locale, withQuery(path, { day: key }))}
              aria-current={key === shown ? 'true' : undefined}
              className="inline-block rounded-small border border-rule-strong bg-sheet px-4 py-2.5 font-semibold text-[0.9375rem] text-ink hover:border-accent hover:text-accent aria-current:border-accent aria-current:bg-accent aria-current:text-on-accent"
            >
              {dayLabel(day, context)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
