import type { TopicCount } from '@/lib/editions/topic-counts'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { BarList } from './bar-list'
import { SaidText } from './said-text'

/** Topics by number of sessions. */
export function TopicBars({ topics, locale }: { topics: readonly TopicCount[]; locale: Locale }) {
  const { t } = i18n(locale)
  return (
    <BarList
      bars={topics.map(({ topic, sessions }) => ({
        key: topic.slug,
        label: <SaidText said={topic.name} locale={locale} />,
        href: inLocale(locale, topic.path),
        count: sessions,
        countLabel: t('words.countSessions', { count: sessions }),
      }))}
    />
  )
}
