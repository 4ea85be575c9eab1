import 'server-only'
import { db } from '@/lib/db'
import { type EditionCard, editionCardSelect, toEditionCard } from '@/lib/editions/card'
import { placeInWords } from '@/lib/editions/place-in-words'
import { mustSay, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { publishedEdition, publishedPerson, publishedSession } from '@/lib/published'
import { inLocale } from '@/lib/routes'
import { latest, type OutgoingSession, outgoingSessionSelect, toOutgoingSession } from './outgoing-session'

/** Sessions are read so many at a time. */
const AT_ONCE = 500
/** A programme of more sessions is written while it is read (`programmeLines`), not made as a whole. */
export const MOST_AT_ONCE = 5000
/** An import takes no more. */
const MOST_SESSIONS = 100_000
const MOST_DAYS = 366
const MOST_ROOMS = 300

/** A public edition with its public sessions, in the order of the programme, as it goes out of the archive. */
export type OutgoingProgramme = {
  edition: EditionCard & { timeZone: string; version: number; url: string; where: string | null }
  days: { number: number; date: Date | null }[]
  rooms: { id: string; name: string }[]
  tracks: string[]
  sessions: OutgoingSession[]
  /** When anything of it was last changed. */
  updatedAt: Date
}

/** `id` comes from `editionAt`; null when there is no such edition. */
export async function readProgramme(id: string, context: I18n): Promise<OutgoingProgramme | 'tooLarge' | null> {
  const count = await db.session.count({ where: { ...publishedSession, editionId: id } })
  if (count > MOST_AT_ONCE) return 'tooLarge'
  return programmeWith(id, context, () => readSessions(id, context))
}

/** The same without what sessions say: when and where they are and who is in them, as much as their order and numbers need. */
export const readOutline = (id: string, context: I18n): Promise<OutgoingProgramme | null> =>
  programmeWith(id, context, (edition) => readSessionOutlines(id, edition))

/** Sessions of a programme by their ids, whole. */
export async function readSessionsById(ids: readonly string[], context: I18n): Promise<Map<string, OutgoingSession>> {
  const rows = await db.session.findMany({
    where: { ...publishedSession, id: { in: [...ids] } },
    select: outgoingSessionSelect(context),
  })
  return new Map(rows.map((row) => [row.id, toOutgoingSession(row, context)]))
}

type Rooms = { timeZone: string; rooms: { id: string; name: string }[] }

async function programmeWith(
  id: string,
  context: I18n,
  read: (edition: Rooms) => Promise<OutgoingSession[]>,
): Promise<OutgoingProgramme | null> {
  const { locale } = context
  const named = {
    orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }],
    take: MOST_ROOMS,
    select: { id: true, texts: { where: textsFor(locale), select: { ...textMeta, name: true } } },
  }
  const row = await db.edition.findFirst({
    where: { id, ...publishedEdition },
    select: {
      ...editionCardSelect(context),
      ...{ timeZone: true, version: true, updatedAt: true },
      days: { orderBy: { number: 'asc' }, take: MOST_DAYS, select: { number: true, date: true } },
      rooms: named,
      tracks: named,
    },
  })
  if (!row) return null
  const nameOf = ({ texts }: (typeof row.rooms)[number]) => mustSay(texts, 'name', locale).value
  const rooms = row.rooms.map((room) => ({ id: room.id, name: nameOf(room) }))
  const sessions = await read({ timeZone: row.timeZone, rooms })
  const card = toEditionCard(row, context)
  return {
    edition: {
      ...card,
      timeZone: row.timeZone,
      version: row.version,
      url: absolute(inLocale(locale, card.name.path)),
      where: placeInWords(card.place, context),
    },
    days: row.days,
    rooms,
    tracks: row.tracks.map(nameOf),
    sessions,
    updatedAt: latest([row.updatedAt, ...sessions.map(({ updatedAt }) => updatedAt)]),
  }
}

/** Read by id, so that each batch begins where the last one ended, and put in order at the end. */
async function readSessions(editionId: string, context: I18n): Promise<OutgoingSession[]> {
  const placed: Placed[] = []
  for (let after: string | undefined; placed.length < MOST_AT_ONCE; ) {
    const rows = await db.session.findMany({ ...pageOf(editionId, after), select: outgoingSessionSelect(context) })
    placed.push(...rows.map((row) => ({ session: toOutgoingSession(row, context), position: row.position })))
    after = rows.at(-1)?.id
    if (rows.length < AT_ONCE) break
  }
  return inOrder(placed)
}

async function readSessionOutlines(editionId: string, { timeZone, rooms }: Rooms): Promise<OutgoingSession[]> {
  const placed: Placed[] = []
  const roomById = new Map(rooms.map((room) => [room.id, room]))
  for (let after: string | undefined; placed.length < MOST_SESSIONS; ) {
    const rows = await db.session.findMany({ ...pageOf(editionId, after), select: outlineSelect })
    for (const { appearances, roomId, position, updatedAt, ...row } of rows)
      placed.push({
        position,
        session: {
          ...{ ...nothingSaid, ...row, timeZone, room: (roomId && roomById.get(roomId)) || null },
          people: appearances.map(({ personId }) => ({ ...nobody, id: personId })),
          updatedAt: latest([updatedAt, ...appearances.map(({ person }) => person.updatedAt)]),
        },
      })
    after = rows.at(-1)?.id
    if (rows.length < AT_ONCE) break
  }
  return inOrder(placed)
}

const outlineSelect = {
  ...{ id: true, startsAt: true, endsAt: true, position: true, isCancelled: true, updatedAt: true, roomId: true },
  day: { select: { number: true, date: true } },
  appearances: {
    where: { person: publishedPerson },
    select: { personId: true, person: { select: { updatedAt: true } } },
  },
} as const
const nobody = {
  ...{ name: '', path: '/' as const, role: 'speaker' as const, position: null, organisation: null },
  ...{ countryCode: null, biography: null },
}
const nothingSaid = {
  ...{ slug: '', path: '/' as const, url: '', title: '', abstract: null, format: 'other' as const, language: null },
  ...{ edition: '', place: null, track: null, version: 0, topics: [], documents: [], sources: [] },
}

type Placed = { session: OutgoingSession; position: number | null }

const pageOf = (editionId: string, after: string | undefined) => ({
  where: { ...publishedSession, editionId, ...(after ? { id: { gt: after } } : {}) },
  orderBy: { id: 'asc' as const },
  take: AT_ONCE,
})

function inOrder(placed: Placed[]): OutgoingSession[] {
  const time = ({ startsAt }: OutgoingSession) => startsAt?.getTime() ?? Number.MAX_SAFE_INTEGER
  const place = (position: number | null) => position ?? Number.MAX_SAFE_INTEGER
  return placed
    .sort((a, b) => time(a.session) - time(b.session) || place(a.position) - place(b.position))
    .map(({ session }) => session)
}
