import 'server-only'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { readPlaces } from '@/lib/revisions/edit-queries'
import { byName, type MenuChoice, matchingIds, parentChoices } from '@/lib/revisions/list-queries'
import type { Noun } from '@/lib/revisions/nouns'
import { shownTitle } from '@/lib/revisions/record-label'
import { Prisma } from '@/prisma/client/client'
import { MOST_BULK, type Selection } from './plan'

const MOST_TOPICS = 500
const MOST_EDITIONS = 20

const idsOf = async (noun: Noun, selection: Selection) =>
  'ids' in selection ? selection.ids : matchingIds(noun, selection.filters, MOST_BULK + 1)

/** How many records are selected that there are; one more than can be changed stands for more. */
export async function countSelected(noun: Noun, selection: Selection): Promise<number> {
  if ('filters' in selection) return (await idsOf(noun, selection)).length
  return db.record.count({ where: { id: { in: selection.ids }, noun, binnedAt: null } })
}

export type BulkChoices = { topics: MenuChoice[]; editions: MenuChoice[]; rooms: MenuChoice[]; tracks: MenuChoice[] }

/** What sessions or statements can be given: topics, editions, and the rooms and tracks of the editions they are in. */
export async function readChoices(noun: Noun, selection: Selection, locale: Locale): Promise<BulkChoices> {
  const none = { topics: [], editions: [], rooms: [], tracks: [] }
  if (noun !== 'session' && noun !== 'statement') return none
  const ids = await idsOf(noun, selection)
  const [topics, editions, parents] = await Promise.all([
    db.$queryRaw<{ id: string; titles: unknown }[]>`
      SELECT id, titles FROM record WHERE noun = 'topic' AND binned_at IS NULL ORDER BY ${byName[locale]}, id LIMIT ${MOST_TOPICS}`,
    parentChoices(noun, null, locale),
    db.$queryRaw<{ id: string; titles: unknown }[]>`
      SELECT id, titles FROM record WHERE id IN (SELECT parent_id FROM record WHERE id = ANY (${ids}::uuid[]))
      ORDER BY ${byName[locale]}, id LIMIT ${noun === 'session' ? MOST_EDITIONS : 0}`,
  ])
  const places = await Promise.all(parents.map(async (each) => ({ ...each, places: await readPlaces(each.id) })))
  const of = (kind: 'rooms' | 'tracks') =>
    places.flatMap(({ titles, places }) =>
      (places?.[kind] ?? []).map((each): MenuChoice => {
        const title = shownTitle(each.titles, locale)
        const edition = parents.length > 1 ? ` (${shownTitle(titles, locale)?.text ?? ''})` : ''
        return { value: each.id, title: title && { ...title, text: `${title.text}${edition}` } }
      }),
    )
  return {
    topics: topics.map(({ id, titles }) => ({ value: id, title: shownTitle(titles, locale) })),
    ...{ editions, rooms: of('rooms'), tracks: of('tracks') },
  }
}

/** Titles of records by id, in one language. */
export async function titlesById(ids: readonly string[], locale: Locale): Promise<Record<string, string>> {
  if (!ids.length) return {}
  const rows = await db.$queryRaw<{ id: string; titles: unknown }[]>`
    SELECT id, titles FROM record WHERE id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})`
  return Object.fromEntries(rows.map(({ id, titles }) => [id, shownTitle(titles, locale)?.text ?? '']))
}
