import { countryName } from '@/lib/countries'
import { whenHeld } from '@/lib/editions/when-held'
import type { I18n } from '@/lib/i18n/translator'
import type { Citable } from '@/lib/interchange/cite'
import { absolute, shorten } from '@/lib/metadata'
import { inLocale, routes } from '@/lib/routes'
import { citedSources } from '@/lib/sources/cited-sources'
import type { Statement } from './queries'

/** What of a statement a citation needs. */
export type StatementToCite = Omit<Statement, 'original' | 'previous' | 'next'>

const TITLE_LENGTH = 160

const verbatim = new Set<string>(['quotation', 'translation', 'transcript'])

/** A statement as `cite` takes it, in the reader's words. */
export function toCitable(statement: StatementToCite, context: I18n): Citable {
  const { t, locale } = context
  const { text, speaker, session, occasion, form } = statement
  const capacity = [speaker?.positionHeld?.value, speaker?.organisation?.name.value].filter(Boolean).join(', ')
  const name = speaker?.person.name.value
  const { city, countryCode } = occasion
  const place = [city?.value, countryCode && countryName(countryCode, context)].filter(Boolean).join(', ')
  return {
    kind: 'statement',
    id: statement.publicId,
    url: absolute(inLocale(locale, routes.statementVersion(statement.publicId, statement.version))),
    text: text.value,
    title: shorten(text.value, TITLE_LENGTH),
    language: text.language,
    form: t(`words.form.${form}`),
    textAsCited: verbatim.has(form) ? t('statements.quoted', { text: text.value }) : text.value,
    who: name ? (capacity ? `${name} (${capacity})` : name) : null,
    authors: speaker ? [speaker.person.sortName.value] : [],
    session: session && (session.isTitleSupplied ? `[${session.title.value}]` : session.title.value),
    edition: statement.edition.name.value,
    place: place || null,
    ...whenHeld(statement.heldOn, occasion, context),
    sources: citedSources(statement.citations, context),
    archive: t('site.name'),
  }
}
