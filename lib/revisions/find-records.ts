import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { i18n } from '@/lib/i18n/translator'
import { storable } from '@/lib/search/fold'
import { Prisma } from '@/prisma/client/client'
import type { PublicationState } from '@/prisma/client/enums'
import { type Around, knownLine, namedIn } from './known-line'
import { readKnownPeople } from './known-people'
import { byName } from './list-queries'
import type { Noun } from './nouns'
import { type ShownTitle, shownTitle, type Titles } from './record-label'
import { typedWords, wordHits } from './word-hits'

/** A record as a picker offers it. */
export type FoundRecord = {
  id: string
  /** What it is called, by language. */
  titles: Titles
  /** What it is called in the language of the desk, or the one that `lang` says. */
  title: string
  lang: string
  /** What is known of it, in one line: enough to tell two of one name apart. */
  known: string
  state: PublicationState
  /** All its words sound as the typed ones: it may well be the one that is about to be made again. */
  isLikelySame: boolean
}

/** Of more records that fit than these the newest are looked at: whoever means another types on. */
const MOST_COMPARED = 60
const MOST_LETTERS = 200
const MOST_NAMES = 10

type Row = {
  id: string
  state: PublicationState
  titles: unknown
  language: string | null
  content: { isTitleSupplied?: boolean }
  parentTitles: unknown
  timeZone: string | null
  day: Around['day']
  isLikelySame: boolean
}

const shown = (locale: Locale) => Prisma.sql`
  record.id, record.titles, record_language(record.titles, record.content, ${locale}) AS language, record.content,
  record.state, above.titles AS "parentTitles", above.content->>'timeZone' AS "timeZone",
  (SELECT day FROM jsonb_array_elements(above.content->'days') AS day
    WHERE record.noun = 'session' AND day->>'id' = record.content->>'day') AS day`

/**
 * The records of a noun in which all words of a text are found, each as the beginning of a word, in any script and
 * spelling; those likely to be meant come first. Two queries at most, however many records there are.
 */
export async function findRecords(of: {
  noun: Noun
  text: string
  locale: Locale
  limit?: number
  /** Ids of records that are not offered: those chosen already, the record itself. */
  exclude?: readonly string[]
  /** Only records below this one, such as the sessions of an edition. */
  parentId?: string | null
}): Promise<FoundRecord[]> {
  const { noun, text, locale, limit = 10, exclude = [], parentId = null } = of
  const typed = storable(text).slice(0, MOST_LETTERS)
  const rows = await db.$queryRaw<Row[]>`
    WITH ${typedWords(typed)}, ${wordHits(noun)},
    fitting AS (
      SELECT record_id, count(*) = (SELECT count(*) FROM typed) AS has_all,
        count(*) FILTER (WHERE is_whole) AS whole, (SELECT count(*) FROM typed) AS words
      FROM hits
      WHERE record_id <> ALL (${exclude}::uuid[])
        AND (${parentId}::uuid IS NULL OR record_id IN (SELECT id FROM record WHERE parent_id = ${parentId}::uuid))
      GROUP BY record_id
      HAVING count(*) = (SELECT count(*) FROM typed)
        OR ${noun} = 'person' AND count(*) FILTER (WHERE is_whole) >= 2
      ORDER BY whole DESC, has_all DESC, record_id DESC LIMIT ${MOST_COMPARED}
    ),
    sound AS MATERIALIZED (SELECT record_name_keys(${noun}::noun, ${typed}) AS keys),
    compared AS MATERIALIZED (
      SELECT ${shown(locale)}, fitting.has_all, fitting.whole, ${byName[locale]} AS sort_name,
        -- Only where enough words are whole can all of a name be.
        fitting.whole >= least(fitting.words, ${noun === 'person' ? 2 : MOST_LETTERS}) AND record_sounds_like(record.noun, record.titles, record.content, (SELECT keys FROM sound)) AS "isLikelySame"
      FROM fitting JOIN record ON record.id = fitting.record_id LEFT JOIN record AS above ON above.id = record.parent_id
    )
    SELECT * FROM compared WHERE has_all OR "isLikelySame"
    ORDER BY "isLikelySame" DESC, whole DESC, sort_name, id LIMIT ${limit}`
  return toFound(noun, rows, locale)
}

/**
 * Records that a record with these names may be made a second time of: the words of one of their names sound as those
 * of one of these, in any script. For the warning in a form; two queries at most.
 */
export async function likelyDuplicates(
  noun: Noun,
  names: readonly string[],
  { locale, exclude = [], limit = 5 }: { locale: Locale; exclude?: readonly string[]; limit?: number },
): Promise<FoundRecord[]> {
  const given = names.slice(0, MOST_NAMES).map((name) => storable(name).slice(0, 300))
  const rows = await db.$queryRaw<Row[]>`
    WITH given AS MATERIALIZED (
      SELECT n, record_name_keys(${noun}::noun, name) AS keys FROM unnest(${given}::text[]) WITH ORDINALITY AS each(name, n)
    ),
    fitting AS (
      SELECT given.n, given.keys, hit.record_id FROM given, unnest(given.keys) AS sought, LATERAL (
        SELECT record_id FROM record_word WHERE noun = ${noun}::noun AND record_word.key = sought
        UNION SELECT record_id FROM record_word WHERE noun = ${noun}::noun AND record_word.word = sought
      ) AS hit
      GROUP BY given.n, given.keys, hit.record_id
      HAVING count(*) = cardinality(given.keys) OR ${noun} = 'person' AND count(*) >= 2
      ORDER BY count(*) DESC, hit.record_id DESC LIMIT ${MOST_COMPARED}
    )
    SELECT DISTINCT ON (record.id) ${shown(locale)}, true AS "isLikelySame"
    FROM fitting JOIN record ON record.id = fitting.record_id LEFT JOIN record AS above ON above.id = record.parent_id
    WHERE record.id <> ALL (${exclude}::uuid[]) 
      AND record_sounds_like(record.noun, record.titles, record.content, fitting.keys)
    ORDER BY record.id LIMIT ${limit}`
  return toFound(noun, rows, locale)
}

/** Records by their ids, each as a picker offers it; two queries at most. */
export async function foundRecords(noun: Noun, ids: readonly string[], locale: Locale): Promise<FoundRecord[]> {
  if (!ids.length) return []
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${shown(locale)}, true AS "isLikelySame" FROM record LEFT JOIN record AS above ON above.id = record.parent_id
    WHERE record.id = ANY (${ids}::uuid[]) ORDER BY record.id`
  return toFound(noun, rows, locale)
}

async function toFound(noun: Noun, rows: Row[], locale: Locale): Promise<FoundRecord[]> {
  if (!rows.length) return []
  const named = [...new Set(rows.flatMap(({ content }) => namedIn(noun, content)))]
  const [people, mentioned] = await Promise.all([
    noun === 'person' ? readKnownPeople(rows.map(({ id }) => id)) : undefined,
    named.length ? db.record.findMany({ where: { id: { in: named } }, select: { id: true, titles: true } }) : [],
  ])
  const titlesById = new Map(mentioned.map((each) => [each.id, each.titles]))
  const context = i18n(locale)
  return rows.map((row) => {
    const { id, titles, content, parentTitles, timeZone, day } = row
    const title = titleOf(row, locale)
    return {
      id,
      titles: titles as Titles,
      title: title?.text ?? context.t('deskLists.untitled'),
      lang: title?.lang ?? locale,
      known: knownLine(noun, content, { parentTitles, timeZone, day, person: people?.get(id), titlesById }, context),
      state: row.state,
      isLikelySame: row.isLikelySame,
    }
  })
}

function titleOf({ titles, language, content }: Row, locale: Locale): ShownTitle {
  const title = shownTitle(titles, locale, language)
  return title && content.isTitleSupplied ? { ...title, text: `[${title.text}]` } : title
}
