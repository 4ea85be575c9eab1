import { countryName } from '@/lib/countries'
import type { Edition } from '@/lib/editions/queries'
import { timeZoneName } from '@/lib/editions/time-zone'
import type { Locale } from '@/lib/i18n/locales'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { inLocale } from '@/lib/routes'
import { citationsFor } from '@/lib/sources/citations'
import type { EditionOrganisationRole } from '@/prisma/client/enums'
import { CitationMarks } from './citation-marks'
import { EditionDates } from './edition-dates'
import { EditionPlace } from './edition-place'
import { type Fact, Facts } from './facts'
import { SaidText } from './said-text'
import type { SourceNumbers } from './source-numbers'
import { WebsiteLink } from './website-link'

/** The facts of an edition, each with the sources that say so. */
export function EditionFacts(props: { edition: Edition; numbers: SourceNumbers; locale: Locale }) {
  const { edition, numbers, locale } = props
  const context = i18n(locale)
  const { t, format } = context
  const marks = (...claims: string[]) => (
    <CitationMarks
      citations={claims.flatMap((claim) => citationsFor(edition.citations, claim))}
      numbers={numbers}
      locale={locale}
    />
  )
  const counts = [
    t('words.countSessions', { count: edition.sessionCount }),
    t('words.countSpeakers', { count: edition.speakerCount }),
    t('words.countStatements', { count: edition.statementCount }),
  ]
  const facts: (Fact | null)[] = [
    {
      label: t('forums.dates'),
      value: (
        <>
          <EditionDates dates={edition.dates} locale={locale} />
          {marks('dates', 'year')}
        </>
      ),
    },
    {
      label: t('forums.place'),
      value: (
        <>
          <EditionPlace place={edition.place} locale={locale} isLinked />
          {marks('place')}
        </>
      ),
    },
    ...organisationFacts(edition, marks, context),
    {
      label: t('words.countries'),
      value: (
        <>
          {countriesFact(edition, context)}
          {marks('countries')}
        </>
      ),
    },
    {
      label: t('forums.archived'),
      value: edition.sessionCount > 0 ? format.list(counts, { type: 'conjunction' }) : t('words.notArchived'),
    },
    edition.timeZone && edition.sessions[0]?.startsAt
      ? { label: t('forums.timeZone'), value: timeZoneName(edition.timeZone, edition.sessions[0].startsAt, context) }
      : null,
    edition.website
      ? {
          label: t('forums.website'),
          value: <WebsiteLink url={edition.website} />,
        }
      : null,
    {
      label: t('words.sources'),
      value:
        numbers.sources.length > 0 ? (
          <>
            {format.number(numbers.sources.length)}
            <CitationMarks citations={edition.citations} numbers={numbers} locale={locale} />
          </>
        ) : (
          t('forums.notRecorded')
        ),
    },
  ]
  return <Facts facts={facts.filter((fact) => fact !== null)} />
}

/** One fact for each role; that no host is recorded is said. */
function organisationFacts(edition: Edition, marks: (claim: string) => Fact['value'], { t, locale }: I18n): Fact[] {
  const roles = [...new Set<EditionOrganisationRole>(['host', ...edition.organisations.map(({ role }) => role)])]
  return roles.map((role) => {
    const inRole = edition.organisations.filter((each) => each.role === role)
    return {
      label: t(`words.organisationRole.${role}`),
      value:
        inRole.length > 0 ? (
          <ul>
            {inRole.map(({ name, path }) => (
              <li key={path}>
                <a className="link" href={inLocale(locale, path)}>
                  <SaidText said={name} locale={locale} />
                </a>
                {marks(role)}
              </li>
            ))}
          </ul>
        ) : (
          t('forums.notRecorded')
        ),
    }
  })
}

function countriesFact({ countryCount, countryCodes }: Edition, context: I18n): string {
  const { t } = context
  const named = countryCodes.length
  if (countryCount === null) {
    const [only] = countryCodes
    if (named === 1 && only) return countryName(only, context)
    return named > 0 ? t('forums.countriesNamedOnly', { named }) : t('forums.notRecorded')
  }
  const total = Math.max(countryCount, named)
  if (total === 0) return t('forums.notRecorded')
  return named === total
    ? t('forums.countriesAllNamed', { total })
    : t('forums.countriesOfWhichNamed', { total, named })
}
