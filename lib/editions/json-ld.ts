import type { Event, Place, WithContext } from 'schema-dts'
import { countryName } from '@/lib/countries'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import type { EditionDates, EditionPlace } from './card'
import type { Edition } from './queries'

/** schema.org Event with the sessions that the page shows. Days and times only as exactly as they are recorded. */
export function editionJsonLd(edition: Edition, context: I18n): WithContext<Event> {
  const { name, dates, place } = edition
  const organisers = edition.organisations.filter(({ role }) => role !== 'sponsor' && role !== 'partner')
  const sponsors = edition.organisations.filter(({ role }) => role === 'sponsor')
  const organisation = ({ name, path }: Edition['organisations'][number]) =>
    ({ '@type': 'Organization', '@id': absolute(path), name: name.value }) as const
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': absolute(name.path),
    url: absolute(inLocale(context.locale, name.path)),
    name: name.name.value,
    ...(edition.theme ? { about: { '@type': 'Thing' as const, name: edition.theme.value } } : {}),
    ...(edition.summary ? { description: edition.summary.value } : {}),
    ...startAndEnd(dates),
    ...(hasPlace(place) ? { location: placeJsonLd(place, context) } : {}),
    ...(organisers.length > 0 ? { organizer: organisers.map(organisation) } : {}),
    ...(sponsors.length > 0 ? { sponsor: sponsors.map(organisation) } : {}),
    ...(edition.website ? { sameAs: edition.website } : {}),
    superEvent: { '@type': 'EventSeries', '@id': absolute(name.forum.path), name: name.forum.name.value },
    subEvent: edition.sessions.map((session) => ({
      '@type': 'Event',
      '@id': absolute(session.path),
      name: session.title.value,
      ...(session.startsAt ? { startDate: session.startsAt.toISOString() } : {}),
      ...(session.endsAt ? { endDate: session.endsAt.toISOString() } : {}),
      ...(session.isCancelled ? { eventStatus: 'https://schema.org/EventCancelled' as const } : {}),
    })),
  }
}

const digits = { day: 10, month: 7, year: 4, unknown: 0 } as const

/** ISO 8601 says a month or a year alone by leaving out what is not known: "2025-10". */
function startAndEnd({ startsOn, endsOn, datePrecision }: EditionDates) {
  const iso = (date: Date) => date.toISOString().slice(0, digits[datePrecision])
  return {
    ...(startsOn ? { startDate: iso(startsOn) } : {}),
    ...(endsOn ? { endDate: iso(endsOn) } : {}),
  }
}

const hasPlace = ({ venue, city, countryCode }: EditionPlace) => Boolean(venue || city || countryCode)

function placeJsonLd({ venue, city, countryCode }: EditionPlace, context: I18n): Place {
  return {
    '@type': 'Place',
    name: venue?.value ?? city?.value ?? (countryCode ? countryName(countryCode, context) : ''),
    address: {
      '@type': 'PostalAddress',
      ...(city ? { addressLocality: city.value } : {}),
      ...(countryCode ? { addressCountry: countryCode } : {}),
    },
  }
}
