import 'server-only'
import { db } from '@/lib/db'
import type { EditionContent } from '@/lib/editions/schema'
import { toWallTime } from '@/lib/editions/wall-time'
import type { Locale } from '@/lib/i18n/locales'
import { labelsOf } from '@/lib/revisions/edit-queries'
import { type ShownTitle, shownTitle } from '@/lib/revisions/record-label'
import { Prisma } from '@/prisma/client/client'
import type { PublicationState } from '@/prisma/client/enums'
import type { ProgrammeDay, ProgrammeSession } from './place'

/** A programme of more sessions shows the first of them and says so. */
export const MOST_SESSIONS = 1000
/** As many changes one question after what others did brings; the next brings the rest. */
const MOST_CHANGES = 200

type Named = { id: string; name: ShownTitle }

/** Where the sessions of an edition can stand. */
export type ProgrammePlaces = {
  timeZone: string
  days: ProgrammeDay[]
  /** Days of which no date is known: sessions can be announced for them, but not at a time. */
  undated: { id: string; number: number | null }[]
  rooms: Named[]
  /** Raised when days or rooms may have changed. */
  lock: number
}

/** The days and rooms that an edition has as it is edited; null where there is none. */
export async function readProgrammePlaces(editionId: string, locale: Locale): Promise<ProgrammePlaces | null> {
  const edition = await db.record.findUnique({
    where: { id: editionId, noun: 'edition', binnedAt: null },
    select: { content: true, lock: true },
  })
  if (!edition) return null
  const { days, rooms, timeZone } = edition.content as unknown as EditionContent
  return {
    timeZone: timeZone ?? 'UTC',
    days: days.flatMap(({ id, number, date }) => (date ? [{ id, number, date }] : [])),
    undated: days.flatMap(({ id, number, date }) => (date ? [] : [{ id, number }])),
    rooms: rooms.map(({ id, texts }) => ({ id, name: shownTitle(namesOf(texts), locale) })),
    lock: edition.lock,
  }
}

const namesOf = (texts: EditionContent['rooms'][number]['texts']) =>
  Object.fromEntries(Object.entries(texts).map(([language, { name }]) => [language, name ?? '']))

type Row = {
  id: string
  lock: number
  titles: unknown
  isSupplied: boolean | null
  isCancelled: boolean | null
  state: PublicationState
  isPending: boolean
  day: string | null
  startsAt: string | null
  endsAt: string | null
  room: string | null
  people: unknown
  changedBy: string | null
  changedById: string | null
}

const columns = Prisma.sql`
  record.id, record.lock, record.titles,
  CASE WHEN record.binned_at IS NULL THEN record.state ELSE 'withdrawn' END AS state, (record.content->>'isTitleSupplied')::boolean AS "isSupplied",
  (record.content->>'isCancelled')::boolean AS "isCancelled",
  record.published_version IS DISTINCT FROM record.version AS "isPending",
  record.content->>'day' AS day, record.content->>'startsAt' AS "startsAt", record.content->>'endsAt' AS "endsAt",
  record.content->>'room' AS room, jsonb_path_query_array(record.content, '$.appearances[*].person') AS people,
  "user".name AS "changedBy", record.updated_by_id AS "changedById"`

type Viewer = { id: string; locale: Locale }

export type Programme = {
  sessions: ProgrammeSession[]
  /** What those in them are called, by id. */
  people: Record<string, string>
}

/** The sessions of an edition as they are edited, drafts too, without those withdrawn: two queries. */
export async function readProgramme(editionId: string, timeZone: string, viewer: Viewer): Promise<Programme> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${columns} FROM record LEFT JOIN "user" ON "user".id = record.updated_by_id
    WHERE record.parent_id = ${editionId}::uuid AND record.noun = 'session' AND record.state <> 'withdrawn'
      AND record.binned_at IS NULL
    ORDER BY record.content->>'startsAt' NULLS LAST, (record.content->>'position')::int NULLS LAST, record.id
    LIMIT ${MOST_SESSIONS}`
  return toProgramme(rows, timeZone, viewer)
}

/** The sessions of an edition that were saved since, by anybody: those withdrawn or moved to the bin too (as withdrawn), so that they leave the page. */
export async function readProgrammeSince(
  editionId: string,
  since: Date,
  timeZone: string,
  viewer: Viewer,
): Promise<Programme> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${columns} FROM record LEFT JOIN "user" ON "user".id = record.updated_by_id
    WHERE record.parent_id = ${editionId}::uuid AND record.noun = 'session'
      AND (record.updated_at >= ${since} OR record.binned_at >= ${since})
    ORDER BY record.updated_at, record.id LIMIT ${MOST_CHANGES}`
  return toProgramme(rows, timeZone, viewer)
}

/** One session of an edition, as it stands. */
export async function readProgrammeSession(
  editionId: string,
  id: string,
  timeZone: string,
  viewer: Viewer,
): Promise<ProgrammeSession | null> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${columns} FROM record LEFT JOIN "user" ON "user".id = record.updated_by_id
    WHERE record.id = ${id}::uuid AND record.parent_id = ${editionId}::uuid AND record.noun = 'session'
      AND record.binned_at IS NULL`
  return rows[0] ? toSession(rows[0], timeZone, viewer) : null
}

async function toProgramme(rows: Row[], timeZone: string, viewer: Viewer): Promise<Programme> {
  const sessions = rows.map((row) => toSession(row, timeZone, viewer))
  const ids = [...new Set(sessions.flatMap(({ people }) => people))]
  const labels = ids.length ? await labelsOf(ids) : {}
  const people = Object.fromEntries(
    Object.entries(labels).map(([id, { titles }]) => [id, shownTitle(titles, viewer.locale)?.text ?? '']),
  )
  return { sessions, people }
}

function toSession(row: Row, timeZone: string, viewer: Viewer): ProgrammeSession {
  const { titles, isSupplied, isCancelled, changedById, people, startsAt, endsAt, ...facts } = row
  const title = shownTitle(titles, viewer.locale)
  return {
    ...facts,
    title: title && (isSupplied ? `[${title.text}]` : title.text),
    lang: title?.lang ?? viewer.locale,
    isCancelled: isCancelled ?? false,
    people: [...new Set((people as (string | null)[]).filter((id) => id !== null))],
    startsAt: startsAt && toWallTime(startsAt, timeZone),
    endsAt: endsAt && toWallTime(endsAt, timeZone),
    isMine: changedById === viewer.id,
  }
}
