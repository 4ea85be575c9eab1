import type { ReactNode } from 'react'
import { countryName, languageName } from '@/lib/countries'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { haveDay } from '@/lib/interchange/page-files'
import { inLocale, routes } from '@/lib/routes'
import type { Session } from '@/lib/sessions/queries'
import { citationsFor } from '@/lib/sources/citations'
import { CalendarLink } from './calendar-link'
import { CitationMarks } from './citation-marks'
import { Facts } from './facts'
import { SaidText } from './said-text'
import { SessionWhen } from './session-when'
import type { SourceNumbers } from './source-numbers'

/** When, where, in which form and language, and on what: the card beside a session. */
export function SessionFacts(props: { session: Session; numbers: SourceNumbers; locale: Locale }) {
  const { session, numbers, locale } = props
  const context = i18n(locale)
  const { t } = context
  const { occasion, track } = session
  const marks = (claim: string) => (
    <CitationMarks citations={citationsFor(occasion.citations, claim)} numbers={numbers} locale={locale} />
  )
  const unknown = (words: string) => <span className="text-muted">{words}</span>
  return (
    <Facts
      facts={[
        {
          label: t('sessions.when'),
          value: (
            <>
              <SessionWhen session={session} locale={locale} marks={marks('dates')} />
              {haveDay([session]) && (
                <span className="block">
                  <CalendarLink path={session.path} locale={locale} />
                </span>
              )}
            </>
          ),
        },
        {
          label: t('sessions.where'),
          value: <Place session={session} locale={locale} marks={marks('place')} />,
        },
        { label: t('sessions.format'), value: t(`words.format.${session.format}`) },
        ...(track ? [{ label: t('sessions.track'), value: <SaidText said={track} locale={locale} /> }] : []),
        {
          label: t('sessions.language'),
          value: session.language
            ? capitalised(languageName(session.language, context), locale)
            : unknown(t('words.notRecorded')),
        },
        {
          label: t('words.topics'),
          value:
            session.topics.length === 0
              ? unknown(t('words.notRecorded'))
              : separated(
                  session.topics.map((topic) => (
                    <a key={topic.slug} className="link" href={inLocale(locale, topic.path)}>
                      <SaidText said={topic.name} locale={locale} />
                    </a>
                  )),
                ),
        },
      ]}
    />
  )
}

/** Room, venue, city and country, and that the first two are not recorded. */
function Place({ session, locale, marks }: { session: Session; locale: Locale; marks: ReactNode }) {
  const context = i18n(locale)
  const { t } = context
  const { room, occasion } = session
  const { venue, city, countryCode } = occasion
  const known = [
    room && <SaidText key="room" said={room.name} locale={locale} />,
    venue && <SaidText key="venue" said={venue} locale={locale} />,
    city && <SaidText key="city" said={city} locale={locale} />,
    countryCode && (
      <a key="country" className="link" href={inLocale(locale, routes.country(countryCode))}>
        {countryName(countryCode, context)}
      </a>
    ),
  ].filter((part) => part !== null && part !== '')
  if (known.length === 0) return <span className="text-muted">{t('words.placeNotRecorded')}</span>
  return (
    <>
      {separated(known)}
      {marks}
      {!room && (
        <span className="text-muted">
          , {venue ? t('sessions.roomNotRecorded') : t('sessions.venueAndRoomNotRecorded')}
        </span>
      )}
    </>
  )
}

const separated = (parts: ReactNode[]) => parts.flatMap((part, index) => (index > 0 ? [', ', part] : [part]))

/** Languages are written small in Russian and Kazakh, and stand alone here. */
const capitalised = (word: string, locale: Locale) => word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
