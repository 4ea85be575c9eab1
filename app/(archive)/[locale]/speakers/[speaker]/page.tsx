import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { Elsewhere } from '@/components/elsewhere'
import { JsonLd } from '@/components/json-ld'
import { LinksSection } from '@/components/links-section'
import { Markdown } from '@/components/markdown'
import { CapacityList } from '@/components/people/capacity-list'
import { PeopleBySessions } from '@/components/people/people-by-sessions'
import { SpeakerFacts } from '@/components/people/speaker-facts'
import { SpeakerHead } from '@/components/people/speaker-head'
import { Section } from '@/components/section'
import { SessionsSection } from '@/components/sessions-section'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { StatementsSection } from '@/components/statements-section'
import { TranslationNote } from '@/components/translation-note'
import { speakerAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { haveDay, pageFiles } from '@/lib/interchange/page-files'
import { pageMetadata } from '@/lib/metadata'
import { personJsonLd } from '@/lib/people/json-ld'
import { getSpeaker } from '@/lib/people/queries'
import { pageRecord } from '@/lib/revisions/page-record'
import { routes, withQuery } from '@/lib/routes'

type Props = { params: Promise<{ locale: string; speaker: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { speaker: slug } = await params
  const context = await pageContext(params)
  const address = await speakerAt(slug)
  if (address?.kind !== 'published') return {}
  const speaker = await getSpeaker(address.id, context.locale)
  if (!speaker) return {}
  const { t } = context
  return pageMetadata(context, {
    path: address.path,
    image: routes.opengraphImage(address.path),
    title: speaker.name.value,
    files: pageFiles(
      {
        path: address.path,
        record: haveDay(speaker.sessions) ? ['json', 'ics'] : ['json'],
        feed: speaker.name.value,
      },
      context,
    ),
    description: t('people.description', {
      name: speaker.name.value,
      sessions: t('words.countSessions', { count: speaker.sessionCount }),
      statements: t('words.countStatements', { count: speaker.statementCount }),
    }),
    type: 'profile',
  })
}

export default async function SpeakerPage({ params }: Props) {
  const { speaker: slug } = await params
  const context = await pageContext(params)
  const { t, locale } = context
  const address = await speakerAt(slug)
  const speaker = address?.kind === 'published' ? await getSpeaker(address.id, locale) : null
  if (address?.kind !== 'published' || !speaker) {
    const elsewhere = address?.kind === 'published' ? null : address
    return <Elsewhere address={elsewhere} path={routes.speaker(slug)} context={context} />
  }
  const { capacities, statements, sessions, sharedWith, biography } = speaker
  const numbers = new SourceNumbers(
    ...capacities.map(({ citations }) => citations),
    speaker.citations,
    ...statements.map(({ citations }) => citations),
  )
  return (
    <SitePage
      locale={locale}
      record={await pageRecord(address, { hasFeed: true })}
      path={address.path}
      room="speakers"
      crumbs={[{ label: t('words.speakers'), path: routes.speakers() }]}
    >
      <JsonLd data={personJsonLd(speaker, context)} />
      <div className="flex flex-col gap-x-10 lg:flex-row">
        <SpeakerHead speaker={speaker} numbers={numbers} locale={locale} />
        <SpeakerFacts speaker={speaker} numbers={numbers} locale={locale} />
      </div>
      {biography && (
        <Section id="biography" title={t('people.biography')}>
          <Markdown said={biography} locale={locale} />
        </Section>
      )}
      {capacities.length > 0 && (
        <Section id="positions" title={t('people.positions')}>
          <CapacityList capacities={capacities} numbers={numbers} locale={locale} />
        </Section>
      )}
      <StatementsSection
        title={t('people.whatTheySaid', { name: speaker.name.value })}
        statements={statements}
        count={speaker.statementCount}
        all={withQuery(routes.statements(), { speaker: speaker.slug })}
        none={t('people.noStatements')}
        numbers={numbers}
        locale={locale}
      />
      <SessionsSection
        sessions={sessions}
        count={speaker.sessionCount}
        all={withQuery(routes.sessions(), { speaker: speaker.slug })}
        none={t('people.noSessions')}
        locale={locale}
      />
      {sharedWith.length > 0 && (
        <Section id="shared" title={t('people.sharedWith')}>
          <PeopleBySessions people={sharedWith} locale={locale} />
        </Section>
      )}
      <LinksSection links={speaker.links} locale={locale} />
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote
        said={[
          speaker.name,
          biography,
          ...capacities.map(({ positionHeld }) => positionHeld),
          ...statements.map(({ text }) => text),
        ]}
        locale={locale}
      />
    </SitePage>
  )
}
