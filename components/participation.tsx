import { inCountryOrder } from '@/lib/country-order'
import type { EditionCard } from '@/lib/editions/card'
import type { Locale } from '@/lib/i18n/locales'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { CountryList } from './country-list'
import { Hemicycle } from './hemicycle'

type Participating = Pick<EditionCard, 'countryCount' | 'place'> & { countryCodes: readonly string[] }

/** The countries of an edition that its sources name, the host first. */
export const namedCountries = ({ countryCodes, place }: Participating, context: I18n) =>
  inCountryOrder(
    countryCodes.map((code) => ({ code, isHost: code === place.countryCode })),
    context,
  )

/** How many countries took part and how many of them the sources name, in words. */
export function participationCaption({ countryCount, countryCodes }: Participating, { t }: I18n): string {
  const named = countryCodes.length
  if (countryCount === null) return named > 0 ? t('forums.namedOnly', { named }) : t('forums.countriesNotRecorded')
  const total = Math.max(countryCount, named)
  if (total === 0) return t('forums.countriesNotRecorded')
  return named === total ? t('forums.tookPartAllNamed', { total }) : t('forums.tookPart', { total, named })
}

/** The countries of an edition as the seats of a hemicycle; those named follow as a list, or in words for who cannot see it. */
export function Participation(props: { edition: Participating; locale: Locale; isListVisible: boolean }) {
  const { edition, locale, isListVisible } = props
  const context = i18n(locale)
  const countries = namedCountries(edition, context)
  const caption = participationCaption(edition, context)
  if (!edition.countryCount && countries.length === 0) return <p className="text-muted">{caption}</p>
  return (
    <>
      <Hemicycle
        total={edition.countryCount ?? countries.length}
        named={countries.map(({ code, name, isHost }) => ({ label: code, title: name, isHost }))}
        caption={caption}
      />
      {countries.length > 0 &&
        (isListVisible ? (
          <div className="pt-6">
            <CountryList countries={countries} locale={locale} />
          </div>
        ) : (
          <p className="sr-only">
            {`${context.t('forums.namedCountries')}: ${context.format.list(countries.map(({ name }) => name))}`}
          </p>
        ))}
    </>
  )
}
