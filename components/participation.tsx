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

/** The countries of an edition as the seats of a hemicycle, and those named as a list. */
export function Participation(props: { edition: Participating; locale: Locale; isListVisible: boolean }) {
  const { edition, locale, isListVisible } = props
  const context = i18n(locale)
  const countries = namedCountries(edition, context)
  const caption = participationCaption(edition, context)
  const total = edition.countryCount ?? countries.length
  if (total === 0 && countries.length === 0) return <p className="text-muted">{caption}</p>
  return (
    <>
      <Hemicycle
        total={total}
        named={countries.map(({ code, name, isHost }) => ({ label: code, title: name, isHost }))}
        caption={caption}
      />
      {countries.length > 0 && (
        <div className={isListVisible ? 'pt-6' : 'sr-only'}>
          <CountryList countries={countries} label={context.t('forums.namedCountries')} locale={locale} />
        </div>
      )}
    </>
  )
}
