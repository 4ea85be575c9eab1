import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'

/** What is not known is said in words. */
export function NotRecorded({ locale }: { locale: Locale }) {
  return <span className="text-muted">{i18n(locale).t('words.notRecorded')}</span>
}
