import type { I18n } from '@/lib/i18n/translator'
import type { Citable } from '@/lib/interchange/cite'
import { absolute } from '@/lib/metadata'
import { inLocale } from '@/lib/routes'
import type { EditionCard } from './card'
import { placeInWords } from './place-in-words'
import { whenMet } from './when-held'

/** An edition as `cite` takes it, in the reader's words. */
export function toCitableEdition(edition: EditionCard, context: I18n): Citable {
  const { t, locale } = context
  const { name, place, dates, summary, theme } = edition
  return {
    kind: 'edition',
    id: name.path.slice(1).replace(/[^a-z0-9]+/g, '-'),
    url: absolute(inLocale(locale, name.path)),
    text: (summary ?? theme)?.value ?? null,
    title: name.name.value,
    textAsCited: name.name.value,
    language: name.name.language,
    form: t('words.edition'),
    who: null,
    authors: [],
    session: null,
    edition: null,
    place: placeInWords(place, context),
    ...(edition.year && !dates.startsOn
      ? { date: { year: edition.year }, dateInWords: String(edition.year) }
      : whenMet(dates, context)),
    sources: [],
    archive: t('site.name'),
  }
}
