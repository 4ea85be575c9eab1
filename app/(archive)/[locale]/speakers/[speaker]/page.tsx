import type { Metadata } from 'next'
import { Affiliation } from '@/components/affiliation'
import { SitePage } from '@/components/chrome/site-page'
import { CitationMarks } from '@/components/citation-marks'
import { Elsewhere } from '@/components/elsewhere'
import { Facts } from '@/components/facts'
import { JsonLd } from '@/components/json-ld'
import { Markdown } from '@/components/markdown'
import { PageTitle } from '@/components/page-title'
import { Portrait } from '@/components/portrait'
import { SaidText } from '@/components/said-text'
import { Section } from '@/components/section'
import { SessionRow } from '@/components/session-row'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { StatementItem } from '@/components/statement-item'
import { TopicTags } from '@/components/tags'
import { TranslationNote } from '@/components/translation-note'
import { speakerAt } from '@/lib/addresses'
import { countryName } from '@/lib/countries'
import { pageContext } from '@/lib/i18n/page-context'
import { pageMetadata } from '@/lib/metadata'
import { personJsonLd } from '@/lib/people/json-ld'
import { getSpeaker } from '@/lib/people/queries'
import { inLocale, routes, withQuery } from '@/lib/routes'

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
    title: speaker.name.value,
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
  const { t, locale, format } = context
  const address = await speakerAt(slug)
  const speaker = address?.kind === 'published' ? await getSpeaker(address.id, locale) : null
  if (address?.kind !== 'published' || !speaker) {
    return (
      <Elsewhere
        address={address?.kind === 'published' ? null : address}
        path={routes.speaker(slug)}
        context={context}
      />
    )
  }
  const latest = speaker.positions[0]
  const numbers = new SourceNumbers(
    speaker.citations,
    ...speaker.positions.map(({ citations }) => citations),
    ...speaker.statements.map(({ citations }) => citations),
  )
  const notRecorded = <span className="text-muted">{t('people.notRecorded')}</span>
  return (
    <SitePage
      locale={locale}
      path={address.path}
      room="speakers"
      crumbs={[{ label: t('words.speakers'), path: routes.speakers() }]}
    >
      <JsonLd data={personJsonLd(speaker, context)} />
      <div className="flex flex-col gap-x-10 lg:flex-row">
        <div className="flex flex-1 flex-col gap-x-10 sm:flex-row">
          <div className="shrink-0 pt-7">
            <Portrait person={speaker} size="huge" />
          </div>
          <PageTitle
            title={<SaidText said={speaker.name} locale={locale} />}
            lede={
              latest && (
                <p>
                  <Affiliation appearance={latest.appearance} locale={locale} isLinked />
                  <CitationMarks citations={latest.citations} numbers={numbers} locale={locale} />
                </p>
              )
            }
          >
            <div className="pt-5">
              <TopicTags topics={speaker.topics} locale={locale} />
            </div>
          </PageTitle>
        </div>
        <Facts
          facts={[
            {
              label: t('people.countryRepresented'),
              value:
                speaker.countryCodes.length > 0
                  ? speaker.countryCodes.map((code) => (
                      <a key={code} className="link me-2" href={inLocale(locale, routes.country(code))}>
                        {countryName(code, context)}
                      </a>
                    ))
                  : notRecorded,
            },
            { label: t('words.editions'), value: format.number(speaker.editionCount) },
            { label: t('words.sessions'), value: format.number(speaker.sessionCount) },
            { label: t('words.statements'), value: format.number(speaker.statementCount) },
            {
              label: t('people.alsoWritten'),
              value:
                speaker.otherNames.length > 0 ? (
                  <ul>
                    {speaker.otherNames.map(({ name, language }) => (
                      <li key={name} lang={language ?? undefined}>
                        {name}
                      </li>
                    ))}
                  </ul>
                ) : (
                  notRecorded
                ),
            },
          ]}
        />
      </div>
      {speaker.biography && (
        <Section id="biography" title={t('people.biography')}>
          <Markdown said={speaker.biography} locale={locale} />
        </Section>
      )}
      <Section id="positions" title={t('people.positions')}>
        <ul>
          {speaker.positions.map(({ appearance, edition, citations }) => (
            <li key={appearance.id} className="grid gap-x-6 border-rule border-t py-4 md:grid-cols-[15rem_1fr]">
              <a className="quiet-link text-muted" href={inLocale(locale, edition.path)}>
                <SaidText said={edition.name} locale={locale} />
              </a>
              <span>
                <Affiliation appearance={appearance} locale={locale} isLinked />
                <CitationMarks citations={citations} numbers={numbers} locale={locale} />
                {!appearance.positionHeld && (
                  <span className="block text-meta text-muted">{t('words.noPosition')}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        id="statements"
        title={t('people.whatTheySaid', { name: speaker.name.value })}
        more={
          speaker.statementCount > speaker.statements.length
            ? {
                label: t('words.countStatements', { count: speaker.statementCount }),
                href: inLocale(locale, withQuery(routes.statements(), { speaker: speaker.slug })),
              }
            : undefined
        }
      >
        {speaker.statements.length === 0 && <p className="text-muted">{t('people.noStatements')}</p>}
        <div className="divide-y divide-rule">
          {speaker.statements.map((statement) => (
            <StatementItem
              key={statement.publicId}
              statement={statement}
              numbers={numbers}
              locale={locale}
              shows={{ session: true }}
            />
          ))}
        </div>
      </Section>
      <Section
        id="sessions"
        title={t('words.sessions')}
        more={
          speaker.sessionCount > speaker.sessions.length
            ? {
                label: t('words.countSessions', { count: speaker.sessionCount }),
                href: inLocale(locale, withQuery(routes.sessions(), { speaker: speaker.slug })),
              }
            : undefined
        }
      >
        {speaker.sessions.map((session) => (
          <SessionRow key={session.id} session={session} locale={locale} showsEdition />
        ))}
      </Section>
      {speaker.sharedWith.length > 0 && (
        <Section id="shared" title={t('people.sharedWith')}>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {speaker.sharedWith.map(({ person, sessions }) => (
              <li key={person.slug} className="flex items-center gap-3">
                <Portrait person={person} />
                <span className="text-meta">
                  <a className="quiet-link block font-semibold" href={inLocale(locale, person.path)}>
                    <SaidText said={person.name} locale={locale} />
                  </a>
                  <span className="text-muted">{t('words.countSessions', { count: sessions })}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote
        said={[
          speaker.name,
          speaker.biography,
          latest?.appearance.positionHeld ?? null,
          ...speaker.statements.map(({ text }) => text),
        ]}
        locale={locale}
      />
    </SitePage>
  )
}
