import type { Event, Place, WithContext } from 'schema-dts'
import { speakerJsonLd } from '@/lib/appearances/json-ld'
import type { Occasion } from '@/lib/editions/occasion'
import type { I18n } from '@/lib/i18n/translator'
import { plainText } from '@/lib/markdown'
import { absolute } from '@/lib/metadata'
import { linksJsonLd } from '@/lib/revisions/links-json-ld'
import { inLocale } from '@/lib/routes'
import type { Session } from './queries'

/** schema.org Event. What is not recorded is left out: a day is named only where it is known as a day. */
export function sessionJsonLd(session: Session, { locale }: I18n): WithContext<Event> {
  const { edition, occasion, day, startsAt, endsAt, room } = session
  const startDate = startsAt?.toISOString() ?? day?.date?.toISOString().slice(0, 10)
  const location = placeJsonLd(occasion, room?.name.value)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': absolute(session.path),
    url: absolute(inLocale(locale, session.path)),
    name: session.title.value,
    ...(session.abstract ? { description: plainText(session.abstract.value) } : {}),
    ...(startDate ? { startDate } : {}),
    ...(endsAt ? { endDate: endsAt.toISOString() } : {}),
    ...(session.isCancelled ? { eventStatus: 'https://schema.org/EventCancelled' } : {}),
    ...(session.language ? { inLanguage: session.language } : {}),
    ...(location ? { location } : {}),
    superEvent: {
      '@type': 'Event',
      '@id': absolute(edition.path),
      url: absolute(inLocale(locale, edition.path)),
      name: edition.name.value,
      ...editionDates(occasion),
      ...(location ? { location: placeJsonLd(occasion) } : {}),
    },
    performer: session.speakers.map(({ appearance }) => speakerJsonLd(appearance)),
    about: session.topics.map((topic) => ({ '@type': 'Thing', '@id': absolute(topic.path), name: topic.name.value })),
    ...linksJsonLd(session.links),
  }
}

/** The dates of an edition in ISO 8601, as exactly as they are known: 2025, 2025-10 or 2025-10-15. */
function editionDates({ startsOn, endsOn, datePrecision }: Occasion) {
  const digits = { year: 4, month: 7, day: 10, unknown: 0 }[datePrecision]
  const date = (day: Date) => day.toISOString().slice(0, digits)
  return {
    ...(startsOn && digits ? { startDate: date(startsOn) } : {}),
    ...(endsOn && digits ? { endDate: date(endsOn) } : {}),
  }
}

/** schema.org Place of what is recorded of it; null when nothing is. */
export function placeJsonLd({ city, venue, countryCode }: Occasion, room?: string): Place | null {
  if (!city && !venue && !countryCode && !room) return null
  const name = [room, venue?.value ?? city?.value].filter(Boolean).join(', ')
  return {
    '@type': 'Place',
    ...(name ? { name } : {}),
    ...(city || countryCode
      ? {
          address: {
            '@type': 'PostalAddress',
            ...(city ? { addressLocality: city.value } : {}),
            ...(countryCode ? { addressCountry: countryCode } : {}),
          },
        }
      : {}),
  }
}
