import { CitationMarks } from '@/components/citation-marks'
import { PageTitle } from '@/components/page-title'
import { SaidText } from '@/components/said-text'
import type { SourceNumbers } from '@/components/source-numbers'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Topic } from '@/lib/topics/queries'

/** The name and definition of a topic, with the sources that name it. */
export function TopicHead(props: { topic: Topic; numbers: SourceNumbers; locale: Locale }) {
  const { topic, numbers, locale } = props
  const { t } = i18n(locale)
  return (
    <PageTitle
      kind={
        <>
          {t('words.topic')}
          <CitationMarks citations={topic.citations} numbers={numbers} locale={locale} />
        </>
      }
      title={<SaidText said={topic.name} locale={locale} />}
      lede={<p>{topic.definition ? <SaidText said={topic.definition} locale={locale} /> : t('topics.noDefinition')}</p>}
    />
  )
}
