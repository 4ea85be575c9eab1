import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import type { Path } from '@/lib/routes'
import type { Found } from './find'
import { highlight } from './highlight'
import { readHitRecords } from './hit-records'
import { allOf, anyOf } from './lexemes'
import { matcherOf } from './marking'
import { ask } from './pool'
import { parseQuery, positiveWords } from './query'
import type { Marked, SearchKind } from './search-result'
import { asPrefix, readWords } from './word-forms'

/** Something that the text typed so far may mean. */
export type Suggestion = { kind: SearchKind; path: Path; title: Marked; language: string }

const OF_EACH_KIND: [SearchKind, number][] = [
  ['person', 4],
  ['topic', 3],
  ['edition', 2],
  ['session', 3],
]

/**
 * What stands in the first place of each kind, by names and titles alone: short ones first, as they are most of what
 * was typed. Sessions are looked through from the newest on, up to a bound.
 */
const NAMED = `
  (SELECT id, kind, 0 AS score FROM (
    SELECT d.id, d.kind, d.title_words, d.day FROM search_document d
    WHERE d.match @@ $KIND::tsquery AND d.top @@ $TITLE::tsquery LIMIT 400) d
  ORDER BY title_words, day DESC NULLS LAST, id LIMIT $MOST)`

/** Suggestions while typing: people, topics, editions and sessions whose names begin or hold what is typed. */
export async function suggest(text: string, locale: Locale): Promise<Suggestion[]> {
  const words = await readWords(positiveWords(parseQuery(text)).slice(0, 6))
  const last = words.at(-1)
  if (!last || (words.length === 1 && last.word.length < 2)) return []
  const isOpen = !/\s$/.test(text)
  const sought = [...words.slice(0, -1).filter(({ isStopWord }) => !isStopWord), isOpen ? await asPrefix(last) : last]
  if (sought.some(({ lexemes }) => !lexemes.length)) return []
  const inTop = allOf(...sought.map(({ lexemes }) => anyOf(lexemes, '^')))
  const inTitle = allOf(...sought.map(({ lexemes }) => anyOf(lexemes, '', 'AB')))
  const onlyTitle = allOf(...sought.map(({ lexemes }) => anyOf(lexemes, '', 'A')))
  const kinds = await ask<{ id: number; value: SearchKind }>(
    `SELECT id, value FROM search_facet WHERE name = 'kind'`,
    [],
  )
  const values: unknown[] = []
  const add = (value: unknown) => `$${values.push(value)}`
  const branches = OF_EACH_KIND.flatMap(([kind, most]) => {
    const facet = kinds.find(({ value }) => value === kind)
    if (!facet) return []
    const query = add(allOf(inTop, anyOf([facet.id], '=')))
    const title = add(kind === 'topic' ? inTitle : onlyTitle)
    return [NAMED.replace('$KIND', query).replace('$TITLE', title).replace('$MOST', String(most))]
  })
  if (!branches.length) return []
  const found = await ask<Found>(branches.join(' UNION ALL '), values)
  const context = i18n(locale)
  const records = await readHitRecords(found, context)
  const matches = matcherOf(sought)
  return found.flatMap(({ id, kind }) => {
    const record = records.get(id)
    const title =
      record?.titles.find((each) => each.language === locale) ??
      record?.titles.find(({ status }) => status === 'original')
    if (!record || !title) return []
    return [
      { kind, path: record.path, title: highlight(title.value, title.language, matches), language: title.language },
    ]
  })
}
