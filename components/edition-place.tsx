import { Fragment } from 'react'
import { countryName } from '@/lib/countries'
import type { EditionPlace as Place } from '@/lib/editions/card'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { inLocale, routes } from '@/lib/routes'
import { SaidText } from './said-text'

/** Where an edition met: venue, city and country, as far as they are recorded. */
export function EditionPlace({ place, locale, isLinked }: { place: Place; locale: Locale; isLinked?: boolean }) {
  const context = i18n(locale)
  const { countryCode } = place
  const texts = [place.venue, place.city].filter((said) => said !== null)
  if (texts.length === 0 && !countryCode) return context.t('words.placeNotRecorded')
  return (
    <>
      {texts.map((said, index) => (
        <Fragment key={said.value}>
          {index > 0 && ', '}
          <SaidText said={said} locale={locale} />
        </Fragment>
      ))}
      {texts.length > 0 && countryCode && ', '}
      {countryCode &&
        (isLinked ? (
          <a className="link" href={inLocale(locale, routes.country(countryCode))}>
            {countryName(countryCode, context)}
          </a>
        ) : (
          countryName(countryCode, context)
        ))}
    </>
  )
}
