import { formatWeekday } from '@/lib/dates'
import type { Day } from '@/lib/editions/programme'
import type { I18n } from '@/lib/i18n/translator'

/** A day of a programme in a few words: "Wed 15 Oct", "Day 1", "Day not recorded". */
export function dayLabel(day: Day | null, context: I18n): string {
  if (day?.date) return formatWeekday(day.date, context)
  return day?.number != null ? context.t('words.dayNumber', { number: day.number }) : context.t('words.dayNotRecorded')
}

/** A day of a programme in full: "Wednesday, 15 October 2025". */
export function fullDayLabel(day: Day | null, context: I18n): string {
  if (!day?.date) return dayLabel(day, context)
  return context.format.dateTime(day.date, { dateStyle: 'full', timeZone: 'UTC' })
}
