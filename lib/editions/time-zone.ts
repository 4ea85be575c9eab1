import type { I18n } from '@/lib/i18n/translator'

/** A time zone as it was called at that moment, with its distance from Greenwich: "Kazakhstan Time, GMT+5". */
export function timeZoneName(timeZone: string, at: Date, { intlLocale }: I18n): string {
  const named = (timeZoneName: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(intlLocale, { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return [...new Set([named('long'), named('shortOffset')])].join(', ')
}
