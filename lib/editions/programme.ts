import { dayOf } from '@/lib/dates'

/** A day of a programme; the number, the date or both are recorded. */
export type Day = { number: number | null; date: Date | null }

type Placed = { day: { number: number; date: Date | null } | null; startsAt: Date | null; timeZone: string }

/** A day's name in an address: its number, else its date. */
export const dayKey = ({ number, date }: Day) => (number === null ? isoDay(date) : String(number))

const isoDay = (date: Date | null) => date?.toISOString().slice(0, 10) ?? ''

/**
 * The day a session belongs to: the one it was announced for, however far past midnight it goes on; else the date of
 * its start in the edition's zone, under its number where the programme has one. Null where neither is recorded.
 */
export function daysOfProgramme(recorded: readonly Day[]): (session: Placed) => Day | null {
  const byDate = new Map(recorded.flatMap((day) => (day.date ? [[isoDay(day.date), day] as const] : [])))
  return ({ day, startsAt, timeZone }) => {
    if (day) return day
    if (!startsAt) return null
    const date = dayOf(startsAt, timeZone)
    return byDate.get(date) ?? { number: null, date: new Date(date) }
  }
}

/** Sessions in their order, parted by day; those whose day is not recorded come last, under null. */
export function groupByDay<S extends Placed>(sessions: readonly S[]): { day: Day | null; sessions: S[] }[] {
  const dayOfSession = daysOfProgramme(sessions.flatMap(({ day }) => day ?? []))
  const groups = new Map<string, { day: Day | null; sessions: S[] }>()
  for (const session of sessions) {
    const day = dayOfSession(session)
    const key = day ? dayKey(day) : ''
    const group = groups.get(key)
    if (group) group.sessions.push(session)
    else groups.set(key, { day, sessions: [session] })
  }
  return [...groups.values()].sort((a, b) => compareDays(a.day, b.day))
}

/** By date where both have one, else by number; a day that is not recorded comes last. */
export function compareDays(a: Day | null, b: Day | null): number {
  if (!a || !b) return Number(!a) - Number(!b)
  if (a.date && b.date) return a.date.getTime() - b.date.getTime()
  return (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY) || 0
}
