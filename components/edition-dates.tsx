import { formatDates } from '@/lib/dates'
import type { EditionDates as Dates } from '@/lib/editions/card'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { SaidText } from './said-text'

/** When an edition met, as exactly as is recorded: "October 2025 (mid-October, two days)". */
export function EditionDates({ dates, locale }: { dates: Dates; locale: Locale }) {
  const context = i18n(locale)
  const known = formatDates(dates, context)
  const note = dates.note && <SaidText said={dates.note} locale={locale} />
  if (known && note)
    return (
      <>
        {known} ({note})
      </>
    )
  return note ?? known ?? context.t('words.datesNotRecorded')
}
