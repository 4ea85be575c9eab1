import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { SitePage } from '@/components/chrome/site-page'
import { CitedEditions } from '@/components/cited-editions'
import { Facts } from '@/components/facts'
import { OrganisationList } from '@/components/organisations/organisation-list'
import { PageTitle } from '@/components/page-title'
import { PeopleInCapacities } from '@/components/people/people-in-capacities'
import { Section } from '@/components/section'
import { SourceList } from '@/components/source-list'
import { SourceNumbers } from '@/components/source-numbers'
import { TranslationNote } from '@/components/translation-note'
import { getCountry } from '@/lib/appearances/by-country'
import { countryName, isCountry } from '@/lib/countries'
import { pageContext } from '@/lib/i18n/page-context'
import type { I18n } from '@/lib/i18n/translator'
import { pageMetadata } from '@/lib/metadata'
import { inLocale, routes, withQuery } from '@/lib/routes'

type Props = { params: Promise<{ locale: string; code: string }> }

/** The country of an address, whose code is written in lower case; 301 from any other spelling, 404 for no country. */
async function readCode(params: Props['params'], { locale }: I18n): Promise<string> {
  const { code } = await params
  if (!isCountry(code)) notFound()
  if (code !== code.toLowerCase()) permanentRedirect(inLocale(locale, routes.country(code)))
  return code.toUpperCase()
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext(params)
  const code = await readCode(params, context)
  const { isEmpty } = await getCountry(code, context.locale)
  const name = countryName(code, context)
  return {
    ...pageMetadata(context, {
      path: routes.country(code),
      title: name,
      description: context.t('countries.description', { name }),
    }),
    ...(isEmpty ? { robots: { index: false } } : {}),
  }
}

export default async function CountryPage({ params }: Props) {
  const context = await pageContext(params)
  const { t, locale, format } = context
  const code = await readCode(params, context)
  const country = await getCountry(code, locale)
  const { editionsHeld, editionsNaming, organisations, organisationCount, people, personCount } = country
  const shown = people.flatMap(({ capacities }) => capacities)
  const numbers = new SourceNumbers(
    ...editionsHeld.map(({ citations }) => citations),
    ...editionsNaming.map(({ citations }) => citations),
    ...shown.map(({ citations }) => citations),
  )
  return (
    <SitePage locale={locale} path={routes.country(code)} crumbs={[{ label: t('site.name'), path: routes.home() }]}>
      <div className="flex flex-col gap-x-10 lg:flex-row">
        <PageTitle
          kind={t('words.country')}
          title={countryName(code, context)}
          lede={<p>{t(country.isEmpty ? 'countries.nothing' : 'countries.meaning')}</p>}
        />
        {!country.isEmpty && (
          <Facts
            facts={[
              { label: t('countries.held'), value: t('words.countEditions', { count: editionsHeld.length }) },
              { label: t('countries.named'), value: t('words.countEditions', { count: editionsNaming.length }) },
              { label: t('words.organisations'), value: format.number(organisationCount) },
              { label: t('words.speakers'), value: format.number(personCount) },
            ]}
          />
        )}
      </div>
      {(editionsHeld.length > 0 || editionsNaming.length > 0) && (
        <Section id="editions" title={t('words.editions')}>
          {editionsHeld.length > 0 && (
            <CitedEditions label={t('countries.heldHere')} editions={editionsHeld} numbers={numbers} locale={locale} />
          )}
          {editionsNaming.length > 0 && (
            <CitedEditions label={t('countries.namedIn')} editions={editionsNaming} numbers={numbers} locale={locale} />
          )}
        </Section>
      )}
      {people.length > 0 && (
        <Section
          id="people"
          title={t('countries.represented')}
          more={
            personCount > people.length
              ? {
                  label: t('words.countSpeakers', { count: personCount }),
                  href: inLocale(locale, withQuery(routes.speakers(), { country: code.toLowerCase() })),
                }
              : undefined
          }
        >
          <PeopleInCapacities people={people} numbers={numbers} locale={locale} showsOrganisation />
        </Section>
      )}
      {organisations.length > 0 && (
        <Section id="organisations" title={t('words.organisations')}>
          <OrganisationList organisations={organisations} locale={locale} showsCountry={false} />
        </Section>
      )}
      <SourceList numbers={numbers} locale={locale} />
      <TranslationNote
        said={[...shown.map(({ positionHeld }) => positionHeld), ...organisations.map(({ name }) => name)]}
        locale={locale}
      />
    </SitePage>
  )
}
