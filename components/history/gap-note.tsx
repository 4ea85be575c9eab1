import { formatDay } from '@/lib/dates'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Gap } from '@/lib/revisions/publications'

/** Says that the content of a version was removed: by whom, when and why. */
export function GapNote({ gap, locale }: { gap: Gap; locale: Locale }) {
  const context = i18n(locale)
  const { t } = context
  const language = [locale, 'en', ...Object.keys(gap.reasons)].find((each) => gap.reasons[each]) ?? locale
  return (
    <div className="border-gold border-s-2 ps-4">
      <p className="font-semibold">{t('corrections.redacted.title')}</p>
      <p className="text-meta" lang={language === locale ? undefined : language}>
        {t('corrections.redacted.text', {
          name: gap.byName,
          date: formatDay(gap.at, context),
          reason: gap.reasons[language] ?? '',
        })}
      </p>
    </div>
  )
}
