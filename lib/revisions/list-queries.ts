import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { type Paged, paged, slice } from '@/lib/pagination'
import { Prisma } from '@/prisma/client/client'
import type { ListFilters, ListOrder } from './list-filters'
import { isMissing, withoutTitle } from './missing'
import type { Noun } from './nouns'
import { type ShownTitle, type Standing, type StateLabel, shownTitle } from './record-label'
import { recordsWithWords } from './word-hits'

export const LIST_PAGE = 25
/** How many records or people a menu offers. */
const MOST_CHOICES = 200

/** A record as lists show it. */
export type ListedRecord = Standing & {
  id: string
  noun: Noun
  title: ShownTitle
  /** What it belongs to. */
  parent: ShownTitle
  changedAt: Date
  /** Null for what the archive did by itself. */
  changedBy: string | null
}

export type RecordList = Paged<ListedRecord> & {
  /** How many there would be in each state, and in all, with the other filters as they are. */
  counts: Record<StateLabel | 'all', number>
}

type Row = Omit<ListedRecord, 'title' | 'parent'> & {
  titles: unknown
  language: string | null
  isSupplied: boolean
  parentTitles: unknown
}

/** A record's columns as a list shows them, from `record`; the rows that `page` names, at most some dozens. */
const listed = (locale: Locale) => Prisma.sql`
  record.id, record.noun, record.titles, record_language(record.titles, record.content, ${locale}) AS language,
  coalesce((record.content->>'isTitleSupplied')::boolean, false) AS "isSupplied", above.titles AS "parentTitles",
  record.state, record.review, record.version, record.published_version AS "publishedVersion",
  record.scheduled_at AS "scheduledAt", record.updated_at AS "changedAt", "user".name AS "changedBy"`

const listedFrom = Prisma.sql`
  record LEFT JOIN record above ON above.id = record.parent_id LEFT JOIN "user" ON "user".id = record.updated_by_id`

function toListed({ titles, language, isSupplied, parentTitles, ...row }: Row, locale: Locale): ListedRecord {
  const title = shownTitle(titles, locale, language)
  return {
    ...row,
    title: title && isSupplied ? { ...title, text: `[${title.text}]` } : title,
    parent: shownTitle(parentTitles, locale),
  }
}

/** Records by id, in the order of the ids, as lists show them; without those in the bin. */
export async function listedRecords(ids: readonly string[], locale: Locale): Promise<ListedRecord[]> {
  if (!ids.length) return []
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${listed(locale)} FROM ${listedFrom} WHERE record.id = ANY(${ids}::uuid[]) AND record.binned_at IS NULL
    ORDER BY array_position(${ids}::uuid[], record.id)`
  return rows.map((row) => toListed(row, locale))
}

/** A state as a condition, in the words of the indexes. */
const inState: Record<StateLabel, Prisma.Sql> = {
  draft: Prisma.sql`record.state = 'draft' AND record.review = 'draft'`,
  in_review: Prisma.sql`record.review = 'in_review'`,
  published: Prisma.sql`record.state = 'published'`,
  changed: Prisma.sql`record.state = 'published' AND record.version > record.published_version AND record.review = 'draft'`,
  withdrawn: Prisma.sql`record.state = 'withdrawn'`,
  scheduled: Prisma.sql`record.scheduled_at IS NOT NULL`,
}

/** Every filter but the state. */
function conditions(noun: Noun, { q, of, by, without, missing }: ListFilters): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`record.noun = ${noun}::noun AND record.binned_at IS NULL`,
      ...(q ? [Prisma.sql`record.id IN (${recordsWithWords(noun, q)})`] : []),
      ...(of ? [Prisma.sql`record.parent_id = ${of}::uuid`] : []),
      ...(by ? [Prisma.sql`record.updated_by_id = ${by}::uuid`] : []),
      ...(without ? [withoutTitle[without]] : []),
      ...(missing ? [isMissing[missing]] : []),
    ],
    ' AND ',
  )
}

/** By name as readers of the language sort: each column has its collation. */
export const byName: Record<Locale, Prisma.Sql> = {
  en: Prisma.sql`record.sort_en`,
  kk: Prisma.sql`record.sort_kk`,
  ru: Prisma.sql`record.sort_ru`,
}

const orderBy: Record<ListOrder, (locale: Locale) => Prisma.Sql> = {
  changed: () => Prisma.sql`record.updated_at DESC, record.id DESC`,
  '-changed': () => Prisma.sql`record.updated_at, record.id`,
  name: (locale) => Prisma.sql`${byName[locale]}, record.id`,
  '-name': (locale) => Prisma.sql`${byName[locale]} DESC, record.id DESC`,
  // What waits for review first, then drafts, what is public, what was withdrawn.
  state: () => Prisma.sql`record.review DESC, record.state, record.updated_at DESC, record.id DESC`,
  '-state': () => Prisma.sql`record.review, record.state DESC, record.updated_at, record.id`,
}

/** One page of the records of a noun: two queries, whatever is asked and however many there are. */
export async function listRecords(noun: Noun, filters: ListFilters, page: number, locale: Locale): Promise<RecordList> {
  const where = conditions(noun, filters)
  const order = orderBy[filters.order ?? 'changed'](locale)
  const { skip, take } = slice(page, LIST_PAGE)
  const [rows, [counts]] = await Promise.all([
    db.$queryRaw<Row[]>`
      WITH page AS (
        SELECT record.id FROM record WHERE ${where} ${filters.state ? Prisma.sql`AND ${inState[filters.state]}` : Prisma.empty}
        ORDER BY ${order} LIMIT ${take} OFFSET ${skip}
      )
      SELECT ${listed(locale)} FROM page JOIN ${listedFrom} ON record.id = page.id ORDER BY ${order}`,
    db.$queryRaw<RecordList['counts'][]>`
      SELECT count(*)::int AS all,
        count(*) FILTER (WHERE ${inState.draft})::int AS draft,
        count(*) FILTER (WHERE ${inState.in_review})::int AS in_review,
        count(*) FILTER (WHERE ${inState.published})::int AS published,
        count(*) FILTER (WHERE ${inState.changed})::int AS changed,
        count(*) FILTER (WHERE ${inState.withdrawn})::int AS withdrawn,
        count(*) FILTER (WHERE ${inState.scheduled})::int AS scheduled
      FROM record WHERE ${where}`,
  ])
  if (!counts) throw new Error('A count always has a row')
  const items = rows.map((row) => toListed(row, locale))
  return { ...paged(items, counts[filters.state ?? 'all'], page, LIST_PAGE), counts }
}

/** The ids of all records that a list shows, at most so many. */
export async function matchingIds(noun: Noun, filters: ListFilters, most: number): Promise<string[]> {
  const state = filters.state ? Prisma.sql`AND ${inState[filters.state]}` : Prisma.empty
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT record.id FROM record WHERE ${conditions(noun, filters)} ${state} ORDER BY record.id LIMIT ${most}`
  return rows.map(({ id }) => id)
}

export type MenuChoice = { value: string; title: ShownTitle }

/** The forums or editions that a list can be narrowed to, by name; the one that was chosen is among them. */
export async function parentChoices(noun: Noun, chosen: string | null, locale: Locale): Promise<MenuChoice[]> {
  const above: Noun | null =
    noun === 'edition' ? 'forum' : noun === 'session' || noun === 'statement' ? 'edition' : null
  if (!above) return []
  const rows = await db.$queryRaw<{ id: string; titles: unknown }[]>`
    SELECT id, titles FROM record WHERE noun = ${above}::noun AND binned_at IS NULL
    ORDER BY (id = ${chosen}::uuid) DESC NULLS LAST, ${byName[locale]} LIMIT ${MOST_CHOICES}`
  return rows.map(({ id, titles }) => ({ value: id, title: shownTitle(titles, locale) }))
}

/** Who can have changed a record last. */
export const authorChoices = () =>
  db.user.findMany({ select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: MOST_CHOICES })
