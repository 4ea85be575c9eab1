import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { Elsewhere } from '@/components/elsewhere'
import { JsonLd } from '@/components/json-ld'
import { PeopleBySessions } from '@/components/people/people-by-sessions'
import { Section } from '@/components/section'
import { SessionsSection } from '@/components/sessions-section'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { StatementsSection } from '@/components/statements-section'
import { TopicBars } from '@/components/topic-bars'
import { TopicByEdition } from '@/components/topics/topic-by-edition'
import { TopicFacts } from '@/components/topics/topic-facts'
import { TopicHead } from '@/components/topics/topic-head'
import { TranslationNote } from '@/components/translation-note'
import { topicAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { pageFiles } from '@/lib/interchange/page-files'
import { pageMetadata } from '@/lib/metadata'
import { pageRecord } from '@/lib/revisions/page-record'
import { inLocale, routes, withQuery } from '@/lib/routes'
import { topicJsonLd } from '@/lib/topics/json-ld'
import { getTopic } from '@/lib/topics/queries'

type Props = { params: Promise<{ locale: string; topic: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic: slug } = await params
  const context = await pageContext(params)
  const address = await topicAt(slug)
  if (address?.kind !== 'published') return {}
  const topic = await getTopic(address.id, context.locale)
  if (!topic) return {}
  const { t } = context
  return pageMetadata(context, {
    path: address.path,
    image: routes.opengraphImage(address.path),
    title: topic.name.value,
    files: pageFiles({ path: address.path, record: ['json'], feed: topic.name.value }, context),
    description:
      topic.definition?.value ??
      t('topics.description', {
        name: topic.name.value,
        sessions: t('words.countSessions', { count: topic.sessionCount }),
        statements: t('words.countStatements', { count: topic.statementCount }),
      }),
  })
}

export default async function TopicPage({ params }: Props) {
  const { topic: slug } = await params
  const context = await pageContext(params)
  const { t, locale } = context
  const address = await topicAt(slug)
  const topic = address?.kind === 'published' ? await getTopic(address.id, locale) : null
  if (address?.kind !== 'published' || !topic) {
    const elsewhere = address?.kind === 'published' ? null : address
    return <Elsewhere address={elsewhere} path={routes.topic(slug)} context={context} />
  }
  const { editions, sessions, statements, speakers, speakerCount, related } = topic
  const numbers = new SourceNumbers(topic.citations, ...statements.map(({ citations }) => citations))
  return (
    <SitePage
      locale={locale}
      record={await pageRecord(address, { hasFeed: true })}
      path={address.path}
      room="topics"
      crumbs={[{ label: t('words.topics'), path: routes.topics() }]}
    >
      <JsonLd data={topicJsonLd(topic, context)} />
      <div className="flex flex-col gap-x-10 lg:flex-row">
        <TopicHead topic={topic} numbers={numbers} locale={locale} />
        <TopicFacts topic={topic} locale={locale} />
      </div>
      {editions.length > 0 && (
        <Section id="editions" title={t('topics.byEdition')}>
          <TopicByEdition topic={topic} locale={locale} />
        </Section>
      )}
      <StatementsSection
        title={t('topics.said')}
        statements={statements}
        count={topic.statementCount}
        all={withQuery(routes.statements(), { topic: topic.slug })}
        none={t('topics.noStatements')}
        numbers={numbers}
        locale={locale}
        showsSpeaker
      />
      <SessionsSection
        sessions={sessions}
        count={topic.sessionCount}
        all={withQuery(routes.sessions(), { topic: topic.slug })}
        none={t('topics.noSessions')}
        locale={locale}
      />
      <Section
        id="speakers"
        title={t('topics.speakers')}
        more={
          speakerCount > speakers.length
            ? {
                label: t('words.countSpeakers', { count: speakerCount }),
                href: inLocale(locale, withQuery(routes.speakers(), { topic: topic.slug })),
              }
            : undefined
        }
      >
        {speakers.length === 0 && <p className="text-muted">{t('topics.noSpeakers')}</p>}
        <PeopleBySessions people={speakers} locale={locale} />
      </Section>
      {related.length > 0 && (
        <Section id="related" title={t('topics.related')}>
          <div className="max-w-prose">
            <TopicBars topics={related} locale={locale} />
          </div>
        </Section>
      )}
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote said={[topic.name, topic.definition, ...statements.map(({ text }) => text)]} locale={locale} />
    </SitePage>
  )
}
