import { Facts } from '@/components/facts'
import { NotRecorded } from '@/components/not-recorded'
import { SaidText } from '@/components/said-text'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import type { TopicCard } from '@/lib/topics/card'
import type { Topic } from '@/lib/topics/queries'

/** Where a topic stands among the others, what else it is called, and how much of it is archived. */
export function TopicFacts({ topic, locale }: { topic: Topic; locale: Locale }) {
  const { t, format } = i18n(locale)
  const { broader, narrower, synonyms } = topic
  return (
    <Facts
      facts={[
        ...(broader.length > 0
          ? [{ label: t('topics.broader'), value: <TopicLinks topics={broader} locale={locale} /> }]
          : []),
        ...(narrower.length > 0
          ? [{ label: t('topics.narrower'), value: <TopicLinks topics={narrower} locale={locale} /> }]
          : []),
        { label: t('words.sessions'), value: format.number(topic.sessionCount) },
        { label: t('words.statements'), value: format.number(topic.statementCount) },
        { label: t('words.speakers'), value: format.number(topic.speakerCount) },
        {
          label: t('topics.synonyms'),
          value:
            synonyms.length > 0 ? (
              <ul>
                {synonyms.map(({ label, language }) => (
                  <li key={`${language} ${label}`} lang={language === locale ? undefined : language}>
                    {label}
                  </li>
                ))}
              </ul>
            ) : (
              <NotRecorded locale={locale} />
            ),
        },
      ]}
    />
  )
}

function TopicLinks({ topics, locale }: { topics: TopicCard[]; locale: Locale }) {
  return (
    <ul>
      {topics.map((topic) => (
        <li key={topic.slug}>
          <a className="link" href={inLocale(locale, topic.path)}>
            <SaidText said={topic.name} locale={locale} />
          </a>
        </li>
      ))}
    </ul>
  )
}
