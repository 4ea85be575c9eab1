import type { I18n } from '@/lib/i18n/translator'

/** An instant in words, in a zone. */
export const formatWhen = (at: Date, timeZone: string, { format }: Pick<I18n, 'format'>) =>
  format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone })

/** When something was done at the desk. */
export const When = ({ at, timeZone, i18n }: { at: Date; timeZone: string; i18n: I18n }) => (
  <time dateTime={at.toISOString()}>{formatWhen(at, timeZone, i18n)}</time>
)
