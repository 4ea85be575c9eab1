import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { mustSay, type Said, textMeta, textsFor } from '@/lib/i18n/texts'
import { type I18n, i18n } from '@/lib/i18n/translator'
import { publishedEdition, publishedSession } from '@/lib/published'
import { programmeOrder } from '@/lib/sessions/card'
import type { Prisma } from '@/prisma/client/client'
import { type EditionName, editionNameSelect, toEditionName } from './name'
import { compareDays, type Day, dayKey, daysOfProgramme, groupByDay } from './programme'
import { type TimetableSession, timetableSessionSelect, toTimetableSession } from './timetable-session'

/** A day with more sessions than this shows the first of them and says so. */
const MOST_IN_DAY = 400
const MOST_DAYS = 366
const MOST_ROOMS = 300
/** The day under which sessions stand whose day is not recorded. */
const NO_DAY = 'unknown'

/** `day` is null for the sessions whose day is not recorded. */
export type TimetableDay = { key: string; day: Day | null }

export type EditionTimetable = {
  name: EditionName
  /** How the edition is named in the addresses of lists. */
  key: string
  timeZone: string
  rooms: { id: string; name: Said }[]
  /** Whether any session of the edition has a recorded time. */
  hasTimes: boolean
  days: TimetableDay[]
  /** The key of the day that is shown; null where all are, as no times are recorded. */
  shown: string | null
  groups: { day: Day | null; sessions: TimetableSession[] }[]
  /** How many sessions belong to what is shown; `groups` may hold the first of them only. */
  sessionCount: number
}

/**
 * One day of an edition's timetable, the day asked for or else the first; all days together where no times are
 * recorded, as then there is nothing to lay out. Null when there is no such edition.
 */
export const getTimetable = cache(
  async (id: string, locale: Locale, askedDay: string | null): Promise<EditionTimetable | null> => {
    const context = i18n(locale)
    const sessions = { ...publishedSession, editionId: id } satisfies Prisma.SessionWhereInput
    const [edition, recorded, undated, unplaced, timed] = await Promise.all([
      db.edition.findFirst({ where: { id, ...publishedEdition }, select: editionSelect(context) }),
      db.programmeDay.findMany({
        where: { editionId: id },
        orderBy: { number: 'asc' },
        take: MOST_DAYS,
        select: { id: true, number: true, date: true, _count: { select: { sessions: { where: sessions } } } },
      }),
      db.session.findMany({
        where: { ...sessions, dayId: null, startsAt: { not: null } },
        orderBy: programmeOrder,
        take: MOST_IN_DAY * 5,
        select: { id: true, startsAt: true },
      }),
      db.session.count({ where: { ...sessions, dayId: null, startsAt: null } }),
      db.session.findFirst({ where: { ...sessions, startsAt: { not: null } }, select: { id: true } }),
    ])
    if (!edition) return null

    // Each day with the sessions announced for it, and those that only their date puts there.
    const dayOfSession = daysOfProgramme(recorded)
    const days = new Map<string, TimetableDay & { dayId: string | null; dated: string[] }>()
    for (const { id: dayId, number, date, _count } of recorded) {
      const key = dayKey({ number, date })
      if (_count.sessions > 0) days.set(key, { key, day: { number, date }, dayId, dated: [] })
    }
    for (const { id: sessionId, startsAt } of undated) {
      const day = dayOfSession({ day: null, startsAt, timeZone: edition.timeZone })
      if (!day) continue
      const key = dayKey(day)
      const known = days.get(key)
      if (known) known.dated.push(sessionId)
      else {
        const dayId = recorded.find(({ number }) => number === day.number)?.id ?? null
        days.set(key, { key, day, dayId, dated: [sessionId] })
      }
    }
    const all = [...days.values()].sort((a, b) => compareDays(a.day, b.day))
    const list = [...all, ...(unplaced > 0 ? [{ key: NO_DAY, day: null, dayId: null, dated: [] }] : [])]
    const hasTimes = timed !== null
    const shown = hasTimes ? (list.find(({ key }) => key === askedDay) ?? list[0] ?? null) : null

    const ofDay = shown?.day ? inDay(shown) : shown ? { dayId: null, startsAt: null } : {}
    const where = { ...sessions, ...ofDay }
    const [rows, sessionCount] = await Promise.all([
      db.session.findMany({
        where,
        orderBy: [...(shown ? [] : [{ day: { number: 'asc' as const } }]), ...programmeOrder],
        take: MOST_IN_DAY,
        select: timetableSessionSelect(context),
      }),
      db.session.count({ where }),
    ])
    const shownSessions = rows.map((row) => toTimetableSession(row, edition.timeZone, context))
    return {
      name: toEditionName(edition, context),
      key: `${edition.forum.slug}/${edition.slug}`,
      timeZone: edition.timeZone,
      rooms: edition.rooms.map((room) => ({ id: room.id, name: mustSay(room.texts, 'name', locale) })),
      hasTimes,
      days: list.map(({ key, day }) => ({ key, day })),
      shown: shown?.key ?? null,
      groups: shown ? [{ day: shown.day, sessions: shownSessions }] : groupByDay(shownSessions),
      sessionCount,
    }
  },
)

const inDay = ({ dayId, dated }: { dayId: string | null; dated: string[] }) => ({
  OR: [...(dayId ? [{ dayId }] : []), { id: { in: dated } }],
})

const editionSelect = (context: I18n) =>
  ({
    ...editionNameSelect(context),
    timeZone: true,
    rooms: {
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      take: MOST_ROOMS,
      select: { id: true, texts: { where: textsFor(context.locale), select: { ...textMeta, name: true } } },
    },
  }) satisfies Prisma.EditionSelect
