import type { Metadata } from 'next'
import { SitePage } from '@/components/chrome/site-page'
import { CitedEditions } from '@/components/cited-editions'
import { Elsewhere } from '@/components/elsewhere'
import { JsonLd } from '@/components/json-ld'
import { OrganisationFacts } from '@/components/organisations/organisation-facts'
import { OrganisationHead } from '@/components/organisations/organisation-head'
import { OrganisationList } from '@/components/organisations/organisation-list'
import { PeopleInCapacities } from '@/components/people/people-in-capacities'
import { Section } from '@/components/section'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { StatementsSection } from '@/components/statements-section'
import { TranslationNote } from '@/components/translation-note'
import { organisationAt } from '@/lib/addresses'
import { pageContext } from '@/lib/i18n/page-context'
import { pageFiles } from '@/lib/interchange/page-files'
import { plainText } from '@/lib/markdown'
import { pageMetadata } from '@/lib/metadata'
import { organisationJsonLd } from '@/lib/organisations/json-ld'
import { getOrganisation } from '@/lib/organisations/queries'
import { pageRecord } from '@/lib/revisions/page-record'
import { inLocale, routes, withQuery } from '@/lib/routes'

type Props = { params: Promise<{ locale: string; organisation: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation: slug } = await params
  const context = await pageContext(params)
  const address = await organisationAt(slug)
  if (address?.kind !== 'published') return {}
  const organisation = await getOrganisation(address.id, context.locale)
  if (!organisation) return {}
  const { t } = context
  return pageMetadata(context, {
    path: address.path,
    title: organisation.name.value,
    files: pageFiles({ path: address.path, record: ['json'], feed: organisation.name.value }, context),
    description: organisation.description
      ? plainText(organisation.description.value)
      : t('organisations.description', {
          name: organisation.name.value,
          speakers: t('words.countSpeakers', { count: organisation.personCount }),
          sessions: t('words.countSessions', { count: organisation.sessionCount }),
          statements: t('words.countStatements', { count: organisation.statementCount }),
        }),
  })
}

export default async function OrganisationPage({ params }: Props) {
  const { organisation: slug } = await params
  const context = await pageContext(params)
  const { t, locale } = context
  const address = await organisationAt(slug)
  const organisation = address?.kind === 'published' ? await getOrganisation(address.id, locale) : null
  if (address?.kind !== 'published' || !organisation) {
    const elsewhere = address?.kind === 'published' ? null : address
    return <Elsewhere address={elsewhere} path={routes.organisation(slug)} context={context} />
  }
  const { name, description, parent, parts, editions, people, personCount, statements } = organisation
  const shown = people.flatMap(({ capacities }) => capacities)
  const numbers = new SourceNumbers(
    organisation.citations,
    ...editions.map(({ citations }) => citations),
    ...shown.map(({ citations }) => citations),
    ...statements.map(({ citations }) => citations),
  )
  return (
    <SitePage
      locale={locale}
      record={await pageRecord(address, { hasFeed: true })}
      path={address.path}
      crumbs={[
        { label: t('words.organisations'), path: routes.organisations() },
        ...(parent ? [{ label: parent.name.value, path: parent.path }] : []),
      ]}
    >
      <JsonLd data={organisationJsonLd(organisation, context)} />
      <div className="flex flex-col gap-x-10 lg:flex-row">
        <OrganisationHead organisation={organisation} numbers={numbers} locale={locale} />
        <OrganisationFacts organisation={organisation} locale={locale} />
      </div>
      {editions.length > 0 && (
        <Section id="editions" title={t('organisations.roles')}>
          {[...new Set(editions.map(({ role }) => role))].map((role) => (
            <CitedEditions
              key={role}
              label={t(`words.organisationRole.${role}`)}
              editions={editions.filter((edition) => edition.role === role)}
              numbers={numbers}
              locale={locale}
            />
          ))}
        </Section>
      )}
      {parts.length > 0 && (
        <Section id="parts" title={t('organisations.parts')}>
          <OrganisationList organisations={parts} locale={locale} />
        </Section>
      )}
      <Section
        id="people"
        title={t('organisations.people')}
        more={
          personCount > people.length
            ? {
                label: t('words.countSpeakers', { count: personCount }),
                href: inLocale(locale, withQuery(routes.speakers(), { organisation: organisation.slug })),
              }
            : undefined
        }
      >
        {people.length === 0 && <p className="text-muted">{t('organisations.noPeople')}</p>}
        <PeopleInCapacities people={people} numbers={numbers} locale={locale} showsOrganisation={false} />
      </Section>
      {people.length > 0 && (
        <StatementsSection
          title={t('organisations.said')}
          statements={statements}
          count={organisation.statementCount}
          all={withQuery(routes.statements(), { organisation: organisation.slug })}
          none={t('organisations.noStatements')}
          numbers={numbers}
          locale={locale}
          showsSpeaker
        />
      )}
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote
        said={[
          name,
          description,
          ...shown.map(({ positionHeld }) => positionHeld),
          ...statements.map(({ text }) => text),
        ]}
        locale={locale}
      />
    </SitePage>
  )
}
