import { CalendarLink } from '@/components/calendar-link'
import { CitationMarks } from '@/components/citation-marks'
import { CountryLink } from '@/components/country-link'
import { Facts } from '@/components/facts'
import { IdentifierLinks } from '@/components/identifier-links'
import { NotRecorded } from '@/components/not-recorded'
import { OtherNames } from '@/components/other-names'
import type { SourceNumbers } from '@/components/source-numbers'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { haveDay } from '@/lib/interchange/page-files'
import type { Speaker } from '@/lib/people/queries'

/** Whom they represented, how much of them is archived, and how else they are written. */
export function SpeakerFacts(props: { speaker: Speaker; numbers: SourceNumbers; locale: Locale }) {
  const { speaker, numbers, locale } = props
  const { t, format } = i18n(locale)
  return (
    <Facts
      facts={[
        {
          label: t('people.countryRepresented'),
          value:
            speaker.countryCodes.length > 0 ? (
              <ul>
                {speaker.countryCodes.map((code) => (
                  <li key={code}>
                    <CountryLink code={code} locale={locale} />
                  </li>
                ))}
              </ul>
            ) : (
              <NotRecorded locale={locale} />
            ),
        },
        { label: t('words.editions'), value: format.number(speaker.editionCount) },
        {
          label: t('words.sessions'),
          value: (
            <>
              {format.number(speaker.sessionCount)}
              {haveDay(speaker.sessions) && (
                <span className="block">
                  <CalendarLink path={speaker.path} locale={locale} />
                </span>
              )}
            </>
          ),
        },
        { label: t('words.statements'), value: format.number(speaker.statementCount) },
        { label: t('people.alsoWritten'), value: <OtherNames names={speaker.otherNames} locale={locale} /> },
        ...(speaker.identifiers.length > 0
          ? [{ label: t('people.identifiers'), value: <IdentifierLinks identifiers={speaker.identifiers} /> }]
          : []),
        ...(speaker.citations.length > 0
          ? [
              {
                label: t('words.sources'),
                value: (
                  <>
                    {format.number(new Set(speaker.citations.map(({ source }) => source.publicId)).size)}
                    <CitationMarks citations={speaker.citations} numbers={numbers} locale={locale} />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
