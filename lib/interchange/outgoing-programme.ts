import 'server-only'
import { db } from '@/lib/db'
import { type EditionCard, editionCardSelect, toEditionCard } from '@/lib/editions/card'
import { placeInWords } from '@/lib/editions/place-in-words'
import { mustSay, textMeta, textsFor } from '@/lib/i18n/texts'
import type { I18n } from '@/lib/i18n/translator'
import { absolute } from '@/lib/metadata'
import { publishedEdition, publishedSession } from '@/lib/published'
import { inLocale } from '@/lib/routes'
import { latest, type OutgoingSession, outgoingSessionSelect, toOutgoingSession } from './outgoing-session'
import { MOST_IN_FILE } from './page-files'

/** Sessions are read so many at a time. */
const AT_ONCE = 500
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
  const { locale } = context
  const count = await db.session.count({ where: { ...publishedSession, editionId: id } })
  if (count > MOST_IN_FILE) return 'tooLarge'
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
  const sessions = await readSessions(id, context)
  const card = toEditionCard(row, context)
  const nameOf = ({ texts }: (typeof row.rooms)[number]) => mustSay(texts, 'name', locale).value
  return {
    edition: {
      ...card,
      timeZone: row.timeZone,
      version: row.version,
      url: absolute(inLocale(locale, card.name.path)),
      where: placeInWords(card.place, context),
    },
    days: row.days,
    rooms: row.rooms.map((room) => ({ id: room.id, name: nameOf(room) })),
    tracks: row.tracks.map(nameOf),
    sessions,
    updatedAt: latest([row.updatedAt, ...sessions.map(({ updatedAt }) => updatedAt)]),
  }
}

/** Read by id, so that each batch begins where the last one ended, and put in order at the end. */
async function readSessions(editionId: string, context: I18n): Promise<OutgoingSession[]> {
  const placed: { session: OutgoingSession; position: number | null }[] = []
  let after: string | undefined
  while (placed.length < MOST_IN_FILE) {
    const rows = await db.session.findMany({
      where: { ...publishedSession, editionId, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: outgoingSessionSelect(context),
    })
    placed.push(...rows.map((row) => ({ session: toOutgoingSession(row, context), position: row.position })))
    after = rows.at(-1)?.id
    if (rows.length < AT_ONCE) break
  }
  const time = ({ startsAt }: OutgoingSession) => startsAt?.getTime() ?? Number.MAX_SAFE_INTEGER
  const place = (position: number | null) => position ?? Number.MAX_SAFE_INTEGER
  return placed
    .sort((a, b) => time(a.session) - time(b.session) || place(a.position) - place(b.position))
    .map(({ session }) => session)
}
