import { CountryLink } from '@/components/country-link'
import { Facts } from '@/components/facts'
import { IdentifierLinks } from '@/components/identifier-links'
import { NotRecorded } from '@/components/not-recorded'
import { OtherNames } from '@/components/other-names'
import { SaidText } from '@/components/said-text'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Organisation } from '@/lib/organisations/queries'
import { inLocale } from '@/lib/routes'

/** What an organisation is a part of, where it belongs, how else it is called, and how much of it is archived. */
export function OrganisationFacts({ organisation, locale }: { organisation: Organisation; locale: Locale }) {
  const { t, format } = i18n(locale)
  const { shortName, parent, countryCode, website, identifiers } = organisation
  return (
    <Facts
      facts={[
        ...(shortName
          ? [{ label: t('organisations.shortName'), value: <SaidText said={shortName} locale={locale} /> }]
          : []),
        ...(parent
          ? [
              {
                label: t('organisations.partOf'),
                value: (
                  <a className="link" href={inLocale(locale, parent.path)}>
                    <SaidText said={parent.name} locale={locale} />
                  </a>
                ),
              },
            ]
          : []),
        {
          label: t('words.country'),
          value: countryCode ? <CountryLink code={countryCode} locale={locale} /> : <NotRecorded locale={locale} />,
        },
        { label: t('words.speakers'), value: format.number(organisation.personCount) },
        { label: t('words.sessions'), value: format.number(organisation.sessionCount) },
        { label: t('words.statements'), value: format.number(organisation.statementCount) },
        { label: t('organisations.otherNames'), value: <OtherNames names={organisation.otherNames} locale={locale} /> },
        ...(website
          ? [
              {
                label: t('organisations.website'),
                value: (
                  <a className="link wrap-anywhere" href={website} rel="external">
                    {website.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')}
                  </a>
                ),
              },
            ]
          : []),
        ...(identifiers.length > 0
          ? [{ label: t('people.identifiers'), value: <IdentifierLinks identifiers={identifiers} /> }]
          : []),
      ]}
    />
  )
}
