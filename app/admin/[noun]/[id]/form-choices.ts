import type { Choice } from '@/components/form/choice-field'
import { countryName, languageName } from '@/lib/countries'
import { countryCodes } from '@/lib/country-codes'
import type { I18n } from '@/lib/i18n/translator'
import { listMediaChoices } from '@/lib/media/queries'
import type { Places, RecordForEdit } from '@/lib/revisions/edit-queries'

/** Beside those of the interface, languages that a record's own words are likely to be in. */
const LANGUAGES = 'en kk ru ar az de es fa fr hi it ja ko ky mn tg tk tr uk ur uz zh'.split(' ')

/** Every country by its name, in the order of the desk's language. */
export function countryChoices(i18n: I18n): Choice[] {
  return countryCodes
    .map((value) => ({ value, label: countryName(value, i18n) }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.intlLocale))
}

export const languageNames = (i18n: I18n): Record<string, string> =>
  Object.fromEntries(LANGUAGES.map((tag) => [tag, languageName(tag, i18n)]))

/** The days of an edition: by their date, else by their number. */
export const dayChoices = (days: Places['days'], { format, t }: I18n): Choice[] =>
  days.map(({ id, number, date }) => ({
    value: id,
    label: date
      ? format.dateTime(new Date(date), { dateStyle: 'full', timeZone: 'UTC' })
      : t('deskForm.dayNumber', { number: String(number ?? '') }),
  }))

/** Stored files for a form without JavaScript, those that the record has among them; none where it can have none. */
export async function fileChoices({ noun, content }: RecordForEdit) {
  const { portrait, keptCopy, attachments } = content as {
    portrait?: string | null
    keptCopy?: string | null
    attachments?: { media: string | null }[]
  }
  const chosen = [portrait, keptCopy, ...(attachments ?? []).map(({ media }) => media)].flatMap((id) => id ?? [])
  const [picture, document] = await Promise.all([
    noun === 'person' ? listMediaChoices('picture', chosen) : [],
    ['session', 'edition', 'source'].includes(noun) ? listMediaChoices('document', chosen) : [],
  ])
  return { picture, document }
}
