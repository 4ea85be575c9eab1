import { formatWeekday } from '@/lib/dates'
import type { Day } from '@/lib/editions/programme'
import type { I18n } from '@/lib/i18n/translator'

/** A day of a programme in a few words, to stand alone: "Wed 15 Oct", "Day 1", "Day not recorded". */
export function dayLabel(day: Day | null, context: I18n): string {
  const { t } = context
  if (day?.date) return capitalised(formatWeekday(day.date, context), context)
  return day?.number != null ? t('words.dayNumber', { number: day.number }) : t('words.dayNotRecorded')
}

/** A day of a programme in full, to stand alone: "Wednesday, 15 October 2025". */
export function fullDayLabel(day: Day | null, context: I18n): string {
  if (!day?.date) return dayLabel(day, context)
  return capitalised(context.format.dateTime(day.date, { dateStyle: 'full', timeZone: 'UTC' }), context)
}

const capitalised = (text: string, { intlLocale }: I18n) => text.charAt(0).toLocaleUpperCase(intlLocale) + text.slice(1)
