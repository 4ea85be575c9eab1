import type { PublicationState } from '@/prisma/client/enums'

/**
 * Where a session stands in a programme. Times are as a clock in the edition's zone shows them ("2026-10-15T14:00"),
 * so that the browser needs to know nothing of zones; the server makes instants of them.
 */
export type Place = { day: string | null; startsAt: string | null; endsAt: string | null; room: string | null }

/** A session as the programme page holds it. */
export type ProgrammeSession = Place & {
  id: string
  /** What a save of it must carry. */
  lock: number
  title: string | null
  lang: string
  isCancelled: boolean
  state: PublicationState
  /** The public sees another version of it, or none. */
  isPending: boolean
  people: string[]
  changedBy: string | null
  isMine: boolean
}

/** A day of the programme: `id` is the edition's, null for a date on which sessions stand and that it does not name. */
export type ProgrammeDay = { id: string | null; number: number | null; date: string }

export const MINUTE = 60_000
/** How far one press of an arrow moves or stretches. */
export const STEP = 5
/** A session whose end is not known is drawn, and moved, as if it were so long. */
export const UNKNOWN_LENGTH = 30
/** A session belongs to its day however far it goes past midnight, but not to a day that is long over. */
const LONGEST_NIGHT = 36 * 60

const time = (wall: string) => Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}Z`)

/** Minutes from the midnight that a day begins with. */
export const minutesInto = (date: string, wall: string) => Math.round((time(wall) - time(date)) / MINUTE)

/** The clock, so many minutes later. */
export const later = (wall: string, minutes: number) =>
  new Date(time(wall) + minutes * MINUTE).toISOString().slice(0, 16)

/** The clock so many minutes into a day. */
export const clockAt = (date: string, minutes: number) => later(`${date}T00:00`, minutes)

/** How long a session is, in minutes. */
export const lengthOf = ({ startsAt, endsAt }: Pick<Place, 'startsAt' | 'endsAt'>) =>
  startsAt && endsAt ? Math.max(1, Math.round((time(endsAt) - time(startsAt)) / MINUTE)) : UNKNOWN_LENGTH

/** The whole place, so many minutes earlier or later. */
export const moved = (place: Place, minutes: number): Place => ({
  ...place,
  startsAt: place.startsAt && later(place.startsAt, minutes),
  endsAt: place.endsAt && later(place.endsAt, minutes),
})

/** The place with another end, never before five minutes. */
export function resized(place: Place, minutes: number): Place {
  if (!place.startsAt) return place
  const length = Math.max(STEP, lengthOf(place) + minutes)
  return { ...place, endsAt: later(place.startsAt, length) }
}

export const isSamePlace = (a: Place, b: Place) =>
  a.day === b.day && a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.room === b.room

/** The day that a session stands on: the one it was announced for, else that of its start; null without a time. */
export function dayOfPlace(place: Place, days: readonly ProgrammeDay[]): ProgrammeDay | null {
  if (!place.startsAt) return null
  const announced = place.day === null ? undefined : days.find(({ id }) => id === place.day)
  if (announced) {
    const into = minutesInto(announced.date, place.startsAt)
    if (into > -LONGEST_NIGHT && into < LONGEST_NIGHT) return announced
  }
  const date = place.startsAt.slice(0, 10)
  return days.find((day) => day.date === date) ?? { id: null, number: null, date }
}

/** All days on which something can stand, by date: those given, and those on which sessions stand. */
export function withDaysOf(days: readonly ProgrammeDay[], places: readonly Place[]): ProgrammeDay[] {
  const all = new Map(days.map((day) => [day.date, day]))
  for (const place of places) {
    const day = dayOfPlace(place, days)
    if (day && !all.has(day.date)) all.set(day.date, day)
  }
  return [...all.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}
