import 'server-only'
import { fold, wordsOf } from './fold'
import { allOf, anyOf } from './lexemes'
import { ask } from './pool'
import type { QueryField } from './query'
import { type FacetName, type SearchKind, searchKinds } from './search-result'
import { readWords } from './word-forms'

/** A filter as ids of search_facet, of which one must be met; no ids: it names nothing there is. */
export type Filter = { name: FacetName; ids: number[]; isExcluded: boolean; text: string }

const NOTHING = [-1]

/** The facet ids of a filter as a text query. */
export const facetQuery = (ids: readonly number[]) => anyOf(ids.length ? ids : NOTHING, '=')

// Records are named by any slug they ever had, the rest by the value itself.
const BY_VALUE = `
  SELECT asked.name, asked.value, facet.id FROM unnest($1::text[], $2::text[]) asked(name, value)
  CROSS JOIN LATERAL (SELECT CASE asked.name
    WHEN 'forum' THEN (SELECT forum_id::text FROM forum_slug WHERE slug = asked.value)
    WHEN 'edition' THEN (SELECT e.edition_id::text FROM edition_slug e JOIN forum_slug f USING (forum_id)
      WHERE f.slug = split_part(asked.value, '/', 1) AND e.slug = split_part(asked.value, '/', 2))
    WHEN 'topic' THEN (SELECT topic_id::text FROM topic_slug WHERE slug = asked.value)
    WHEN 'speaker' THEN (SELECT person_id::text FROM person_slug WHERE slug = asked.value)
    WHEN 'organisation' THEN (SELECT organisation_id::text FROM organisation_slug WHERE slug = asked.value)
    WHEN 'country' THEN upper(asked.value)
    ELSE asked.value END AS value) stored
  LEFT JOIN search_facet facet ON facet.name = asked.name AND facet.value = stored.value`

/** The filters that were chosen as facets. */
export async function readFacets(facets: Partial<Record<FacetName, string[]>>): Promise<Filter[]> {
  const chosen = Object.entries(facets).flatMap(([name, values]) => values.map((value) => ({ name, value })))
  if (!chosen.length) return []
  const rows = await ask<{ name: FacetName; value: string; id: number | null }>(BY_VALUE, [
    chosen.map(({ name }) => name),
    chosen.map(({ value }) => value),
  ])
  return Object.keys(facets).map((name) => {
    const own = rows.filter((row) => row.name === name)
    return {
      ...{ name: name as FacetName, isExcluded: false, text: own.map(({ value }) => value).join(', ') },
      ids: own.flatMap(({ id }) => id ?? []),
    }
  })
}

type Field = { name: Exclude<QueryField, 'from' | 'to'>; value: string; isExcluded: boolean; text: string }

/** A filter that was typed: `speaker:lincoln` is everybody of that name. */
export async function readField({ name, value, isExcluded, text }: Field): Promise<Filter> {
  return { name, isExcluded, text, ids: await idsOfField(name, value) }
}

const kindOf: Record<'speaker' | 'organisation' | 'topic' | 'edition', SearchKind> = {
  speaker: 'person',
  organisation: 'organisation',
  topic: 'topic',
  edition: 'edition',
}

function idsOfField(name: Field['name'], value: string): Promise<number[]> {
  if (name === 'kind') return idsOfValues(name, kindsNamed(value))
  if (name === 'language') return idsOfValues(name, [languageNamed(value)])
  if (name === 'country') return idsOfCountry(value)
  return idsOfRecords(name, wordsOf(value))
}

const VALUES = 'SELECT id FROM search_facet WHERE name = $1 AND value = ANY($2)'

const idsOfValues = async (name: FacetName, values: readonly string[]) =>
  (await ask<{ id: number }>(VALUES, [name, values])).map(({ id }) => id)

const kindNames: Record<SearchKind, string> = {
  session: 'session sessions сессия сессии сессиялар',
  statement: 'statement statements высказывание высказывания заявление заявления мәлімдеме пікір пікірлер',
  person: 'person people speaker speakers человек люди спикер спикеры спикерлер адам',
  organisation: 'organisation organisations organization organizations организация организации ұйым ұйымдар',
  topic: 'topic topics тема темы тақырып тақырыптар',
  edition: 'edition editions forum встреча встречи кездесу кездесулер форум',
}

const kindsNamed = (value: string): SearchKind[] =>
  searchKinds.filter((kind) => kindNames[kind].split(' ').includes(value.toLowerCase()))

const languageNames: Record<string, string> = {
  english: 'en',
  английский: 'en',
  ағылшын: 'en',
  ағылшынша: 'en',
  russian: 'ru',
  русский: 'ru',
  орыс: 'ru',
  орысша: 'ru',
  kazakh: 'kk',
  казахский: 'kk',
  қазақ: 'kk',
  қазақша: 'kk',
}

const languageNamed = (value: string) => languageNames[value.toLowerCase()] ?? value.toLowerCase()

const COUNTRIES = `
  SELECT facet.id, country.code, country.name FROM search_country country
  JOIN search_facet facet ON facet.name = 'country' AND facet.value = country.code`

/** A country by its code or by the words its name begins with, in any language of the archive. */
async function idsOfCountry(value: string): Promise<number[]> {
  const wanted = wordsOf(value.toLowerCase()).join(' ')
  const countries = await ask<{ id: number; code: string; name: string }>(COUNTRIES, [])
  const found = countries.filter(
    ({ code, name }) => fold(code) === wanted || `${wordsOf(name).join(' ')} `.startsWith(`${wanted} `),
  )
  return [...new Set(found.map(({ id }) => id))]
}

const RECORDS = `
  SELECT facet.id, d.title_words AS "titleWords" FROM search_document d
  JOIN search_facet facet ON facet.name = $1 AND facet.value = d.id::text
  WHERE d.kind = $2 AND d.match @@ $3::tsquery AND d.top @@ $4::tsquery
  ORDER BY d.title_words, facet.documents DESC, d.id LIMIT 200`

/** The records that have all the words in their name; those called by just these words stand for all others. */
async function idsOfRecords(name: keyof typeof kindOf, words: string[]): Promise<number[]> {
  const sought = (await readWords(words)).filter(({ isStopWord }) => !isStopWord)
  if (!sought.length) return []
  const marked = allOf(...sought.map(({ lexemes }) => anyOf(lexemes, '^')))
  const kind = kindOf[name]
  // A topic is also called by its synonyms, which stand at B.
  const named = allOf(...sought.map(({ lexemes }) => anyOf(lexemes, '', kind === 'topic' ? 'AB' : 'A')))
  const found = await ask<{ id: number; titleWords: number }>(RECORDS, [name, kind, marked, named])
  const exact = found.filter(({ titleWords }) => titleWords <= words.length)
  return (exact.length ? exact : found).map(({ id }) => id)
}
