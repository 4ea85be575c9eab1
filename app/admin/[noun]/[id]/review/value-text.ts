import type { I18n } from '@/lib/i18n/translator'
import type { Json } from '@/lib/revisions/difference'
import type { Noun } from '@/lib/revisions/nouns'

/** What is needed to say a value in words: of which noun, what records and parts are called, in which zone times are. */
export type Naming = { noun: Noun; labels: Record<string, string>; timeZone: string; i18n: I18n }

/** Fields that a form calls otherwise than their name. */
const otherwise: Record<string, string> = {
  names: 'otherNames',
  scheme: 'registry',
  value: 'identifier',
  label: 'synonym',
  appearance: 'whoSaid',
  publishedOnPrecision: 'datePrecision',
}
const byNoun: Partial<Record<Noun, Record<string, string>>> = {
  edition: { title: 'editionTitle', country: 'hostCountry' },
  session: { language: 'spokenLanguage', country: 'countryRepresented' },
  statement: { kind: 'statementKind' },
  person: { name: 'personName' },
}

/** What a field is called in the desk; a language by its own name. */
export function fieldLabel(name: string, above: string, { noun, i18n }: Naming): string {
  const { t, intlLocale } = i18n
  if (above === 'texts') return new Intl.DisplayNames(intlLocale, { type: 'language' }).of(name) ?? name
  const called = byNoun[noun]?.[name] ?? otherwise[name] ?? name
  const form = `deskForm.field.${called}` as 'deskForm.field.name'
  if (t.has(form)) return t(form)
  const own = `deskPublish.field.${name}` as 'deskPublish.field.source'
  return t.has(own) ? t(own) : name
}

/** Whether a value says nothing: no text, no rows, or only such parts. */
export const isEmpty = (value: Json): boolean =>
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.entries(value).every(([name, each]) => name === 'id' || isEmpty(each as Json)))

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const DAY = /^\d{4}-\d\d-\d\d$/

/** A value in words: records by their titles, choices, countries, days and times as the desk says them. */
export function valueText(value: Json, name: string, naming: Naming): string {
  const { labels, timeZone, i18n } = naming
  const { t, format, intlLocale } = i18n
  if (value === null || value === '') return t('deskPublish.review.empty')
  if (typeof value === 'boolean') return t(value ? 'deskPublish.review.yes' : 'deskPublish.review.no')
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object') return rowText(value, name, naming)
  if (labels[value] !== undefined) return labels[value]
  if (INSTANT.test(value)) return format.dateTime(new Date(value), { dateStyle: 'long', timeStyle: 'short', timeZone })
  if (DAY.test(value)) return format.dateTime(new Date(value), { dateStyle: 'long', timeZone: 'UTC' })
  if (name === 'country' || name === 'countries')
    return new Intl.DisplayNames(intlLocale, { type: 'region' }).of(value) ?? value
  const word = `words.${name}.${value}` as 'words.format.plenary'
  return t.has(word) ? t(word) : value
}

/** What a row of a list is known by: whom or what it names, else its first text. */
function rowText(value: Json[] | { [field: string]: Json }, name: string, naming: Naming): string {
  const row = value as { [field: string]: Json }
  for (const field of [
    'person',
    'organisation',
    'source',
    'name',
    'label',
    'value',
    'number',
    'nameAsPrinted',
    'title',
    'url',
  ]) {
    const named = row[field]
    if (typeof named === 'string' || typeof named === 'number') return valueText(named, field, naming)
  }
  return naming.labels[String(row.id)] ?? fieldLabel(name, '', naming)
}
