import { countryName } from '@/lib/countries'
import type { I18n } from '@/lib/i18n/translator'
import type { EditionPlace } from './card'

/** Venue, city and country, as far as they are known; null where none is. */
export const placeInWords = ({ venue, city, countryCode }: EditionPlace, context: I18n): string | null =>
  [venue?.value, city?.value, countryCode && countryName(countryCode, context)].filter(Boolean).join(', ') || null
