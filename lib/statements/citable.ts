import { countryName } from '@/lib/countries'
import { formatDate, formatDay } from '@/lib/dates'
import type { I18n } from '@/lib/i18n/translator'
import { absolute, shorten } from '@/lib/metadata'
import { inLocale, routes } from '@/lib/routes'
import type { Citable } from './cite'
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
  const { city, countryCode } = occasion
  const place = [city?.value, countryCode && countryName(countryCode, context)].filter(Boolean).join(', ')
  const said = saidOn(statement)
  return {
    id: statement.publicId,
    url: absolute(inLocale(locale, routes.statementVersion(statement.publicId, statement.version))),
    text: text.value,
    title: shorten(text.value, TITLE_LENGTH),
    language: text.language,
    form: t(`words.form.${form}`),
    textAsCited: verbatim.has(form) ? t('statements.quoted', { text: text.value }) : text.value,
    speaker: speaker && {
      name: speaker.person.name.value,
      sortName: speaker.person.sortName.value,
      capacity: capacity || null,
    },
    session: session && (session.isTitleSupplied ? `[${session.title.value}]` : session.title.value),
    edition: statement.edition.name.value,
    place: place || null,
    date: said?.parts ?? null,
    dateInWords: said
      ? said.parts.day
        ? formatDay(said.date, context)
        : (formatDate(said.date, said.parts.month ? 'month' : 'year', context) ?? '')
      : t('statements.dateNotRecorded'),
    sources: statement.citations.map(({ source, locator }) =>
      t('statements.citedSource', {
        title: t('statements.quoted', { text: source.originalTitle.value }),
        locator: locator ? `, ${t('words.paragraph', { locator })}` : '',
      }),
    ),
    archive: t('site.name'),
  }
}

/** When it was said: on the day of its session, else as exactly as all days of the edition agree. */
function saidOn({ heldOn, occasion }: Pick<Statement, 'heldOn' | 'occasion'>) {
  const { startsOn, endsOn, datePrecision } = occasion
  const first = heldOn ? new Date(heldOn) : startsOn
  if (!first) return null
  const last = heldOn ? first : (endsOn ?? first)
  const year = first.getUTCFullYear()
  const month = first.getUTCMonth() + 1
  const isOneYear = last.getUTCFullYear() === year
  const isOneMonth = isOneYear && last.getUTCMonth() + 1 === month
  const isDay = heldOn !== null || (datePrecision === 'day' && last.getTime() === first.getTime() && endsOn !== null)
  if (isDay) return { date: first, parts: { year, month, day: first.getUTCDate() } }
  if (isOneMonth && datePrecision !== 'year') return { date: first, parts: { year, month, day: undefined } }
  return { date: first, parts: { year, month: undefined, day: undefined } }
}
