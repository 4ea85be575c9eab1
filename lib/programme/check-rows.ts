import 'server-only'
import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import type { EditionContent } from '@/lib/editions/schema'
import type { Locale } from '@/lib/i18n/locales'
import { type FoundRecord, likelyDuplicates } from '@/lib/revisions/find-records'
import { MOST_ROWS, type PastedRow, type RowError, type RowPlace, readRow, readSpeakers } from './paste-rows'

/** More names are looked up in parts. */
export const MOST_NAMES = 300
const MOST_CANDIDATES = 5
const AT_ONCE = 4

/** Somebody named in the rows, and whom of the archive it may be. `as` is an id, "new", or "" where it must be chosen. */
export type CheckedPerson = {
  name: string
  candidates: Pick<FoundRecord, 'id' | 'title' | 'lang' | 'known'>[]
  as: string
  doubt: 'none' | 'new' | 'likely' | 'several'
}

export type CheckedRow = PastedRow & {
  take: boolean
  place: RowPlace & { roomId: string | null; newRoom: string | null }
  errors: RowError[]
  /** A session of this title is in the edition already. */
  isThere: boolean
}

export type CheckedRows = {
  rows: CheckedRow[]
  /** In the order in which they first come. */
  newRooms: string[]
  newDays: string[]
  people: CheckedPerson[]
  /** Stands for exactly what is shown: it is asked for when the rows are applied. */
  seen: string
  /** There are more names than can be looked up at once. */
  isTooMany: boolean
}

export type SentRow = PastedRow & { take: boolean | null }

const same = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s«»"“”.]+/g, ' ')
    .trim()

/**
 * What pasted rows would become in an edition: days, rooms and people found or made, and what is wrong or in doubt.
 * `choices` are those made before, by name. Nothing is written.
 */
export async function checkRows(of: {
  edition: { id: string; content: EditionContent }
  rows: readonly SentRow[]
  choices: ReadonlyMap<string, string>
  locale: Locale
}): Promise<CheckedRows> {
  const { edition, choices, locale } = of
  const { days, rooms, year } = edition.content
  const dated = days.flatMap(({ id, number, date }) => (date ? [{ id, number, date }] : []))
  const undated = days.filter(({ date }) => !date)
  const roomByName = new Map(
    rooms.flatMap(({ id, texts }) => Object.values(texts).map(({ name }) => [same(name ?? ''), id] as const)),
  )
  const there = await titlesIn(edition.id)
  const rows = of.rows.slice(0, MOST_ROWS).map((row): CheckedRow => {
    const { place, errors } = readRow(row, { days: dated, undated, year })
    const roomId = row.room ? (roomByName.get(same(row.room)) ?? null) : null
    if (row.room.length > 200) errors.push({ field: 'room', why: 'tooLong' })
    const isThere = there.has(same(row.title))
    const newRoom = row.room && !roomId ? row.room : null
    // A row that is wrong, or there already, is left out until somebody says otherwise.
    const take = (row.take ?? !isThere) && (row.take !== null || errors.length === 0)
    return { ...row, place: { ...place, roomId, newRoom }, errors, isThere, take }
  })
  const taken = rows.filter(({ take }) => take)
  const names = firstOfEach(taken.flatMap(({ speakers }) => readSpeakers(speakers).map(({ name }) => name)))
  const people = await lookUp(names.slice(0, MOST_NAMES), choices, locale)
  const newRooms = firstOfEach(taken.flatMap(({ place }) => place.newRoom ?? []))
  const newDays = [...new Set(taken.flatMap(({ place }) => (place.date && !place.dayId ? [place.date] : [])))].sort()
  const seen = createHash('sha256')
    .update(JSON.stringify([rows, newRooms, newDays, people]))
    .digest('base64url')
  return { rows, newRooms, newDays, people, seen, isTooMany: names.length > MOST_NAMES }
}

/** Each name once, however it is spaced and capitalised, as it was first written. */
function firstOfEach(names: readonly string[]): string[] {
  const first = new Map<string, string>()
  for (const name of names) if (!first.has(same(name))) first.set(same(name), name)
  return [...first.values()]
}

export const sameName = same

async function titlesIn(editionId: string): Promise<Set<string>> {
  const sessions = await db.record.findMany({
    where: { parentId: editionId, noun: 'session', binnedAt: null, state: { not: 'withdrawn' } },
    take: 2000,
    select: { titles: true },
  })
  return new Set(sessions.flatMap(({ titles }) => Object.values(titles as Record<string, string>).map(same)))
}

async function lookUp(
  names: readonly string[],
  choices: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<CheckedPerson[]> {
  const people: CheckedPerson[] = []
  for (let at = 0; at < names.length; at += AT_ONCE)
    people.push(
      ...(await Promise.all(
        names.slice(at, at + AT_ONCE).map(async (name) => {
          const found = await likelyDuplicates('person', [name], { locale, limit: MOST_CANDIDATES })
          return toPerson(name, found, choices.get(same(name)))
        }),
      )),
    )
  return people
}

function toPerson(name: string, found: FoundRecord[], chosen: string | undefined): CheckedPerson {
  const candidates = found.map(({ id, title, lang, known }) => ({ id, title, lang, known }))
  const exact = found.filter(({ titles }) => Object.values(titles).some((title) => same(title) === same(name)))
  const [only, another] = exact.length ? exact : found
  const isSure = exact.length === 1
  const doubt = !only ? 'new' : another ? 'several' : isSure ? 'none' : 'likely'
  const offered = !only ? 'new' : another ? '' : only.id
  const isKnown = chosen === 'new' || candidates.some(({ id }) => id === chosen)
  return { name, candidates, doubt, as: isKnown && chosen ? chosen : offered }
}
