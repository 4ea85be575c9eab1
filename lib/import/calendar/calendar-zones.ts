import { Temporal } from 'temporal-polyfill'
import { toInstant } from '@/lib/editions/wall-time'
import { knownZone } from '../file-times'
import { daysOf, readRule } from './recurrence'

/** One component as ical.js parses it (jCal, RFC 7265). */
export type Component = [name: string, properties: Property[], components: Component[]]
export type Property = [
  name: string,
  parameters: { [name: string]: string | string[] },
  type: string,
  ...values: unknown[],
]

type Observance = { from: string; offset: number; before: number; rule: string | null; more: string[] }
type Onset = { at: string; offset: number; before: number }

const MOST_OBSERVANCES = 200
/** Times that are compared with what the system knows of their zone. */
const MOST_CHECKS = 1000

/** The zones of a calendar by the names it gives them: its own definitions, else the system's where the name is known. */
export class CalendarZones {
  private readonly own = new Map<string, Observance[]>()
  private readonly onsets = new Map<string, Onset[]>()
  private checks = 0

  define([, properties, components]: Component): string | null {
    const name = textValue(properties, 'tzid')
    if (!name || this.own.has(name)) return name
    const observances = components.slice(0, MOST_OBSERVANCES).flatMap(([, each]): Observance[] => {
      const from = textValue(each, 'dtstart')
      const [offset, before] = [textValue(each, 'tzoffsetto'), textValue(each, 'tzoffsetfrom')].map(minutesOf)
      if (!from || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(from) || offset === null || offset === undefined) return []
      const more = each
        .filter(([property]) => property === 'rdate')
        .flatMap(([, , , ...dates]) => dates.filter((date) => typeof date === 'string'))
      return [
        { from: from.slice(0, 19), offset, before: before ?? offset, rule: ruleOf(each), more: more.slice(0, 1000) },
      ]
    })
    if (observances.length) this.own.set(name, observances)
    return name
  }

  /** The instant at which a wall time is in a zone that the calendar names; null where neither it nor the system knows it. */
  instantOf(wall: string, name: string): { at: string; contradicts: boolean } | null {
    const system = ianaZone(name)
    const observances = this.own.get(name)
    if (!observances) {
      const at = system && toInstant(wall, system)
      return at ? { at, contradicts: false } : null
    }
    const offset = this.offsetAt(wall, name, observances)
    const at = new Date(Date.parse(`${wall}Z`) - offset * 60_000)
    if (Number.isNaN(at.getTime())) return null
    const known =
      system && this.checks++ < MOST_CHECKS
        ? Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(system).offsetNanoseconds / 6e10
        : offset
    return { at: at.toISOString(), contradicts: known !== offset }
  }

  private offsetAt(wall: string, name: string, observances: Observance[]): number {
    const year = Number(wall.slice(0, 4))
    const key = `${year} ${name}`
    let onsets = this.onsets.get(key)
    if (!onsets) {
      onsets = observances.flatMap((each) => onsetsUntil(each, year)).sort((a, b) => (a.at < b.at ? -1 : 1))
      this.onsets.set(key, onsets)
    }
    const last = onsets.findLast(({ at }) => at <= wall)
    return last?.offset ?? onsets[0]?.before ?? observances[0]?.before ?? 0
  }
}

/** When an observance began: what is needed to know the offset of any time of one year. */
function onsetsUntil({ from, offset, before, rule, more }: Observance, year: number): Onset[] {
  const read = rule ? readRule(rule) : null
  const clock = from.slice(10)
  const times = [from, ...more.map((each) => (each.length === 10 ? each + clock : each.slice(0, 19)))]
  const until = read?.until?.replace(/^(\d{4})-?(\d\d)-?(\d\d).*$/, '$1-$2-$3')
  if (read?.frequency === 'YEARLY' && Number(from.slice(0, 4)) <= year) {
    const first = Math.max(
      Number(from.slice(0, 4)),
      until ? Math.min(year - 1, Number(until.slice(0, 4)) - 1) : year - 1,
    )
    const start = first > Number(from.slice(0, 4)) ? `${String(first).padStart(4, '0')}-01-01` : from.slice(0, 10)
    for (const day of daysOf({ ...read, interval: 1, months: monthsOf(read.months, from) }, start, 800))
      if (!until || day <= until) times.push(day + clock)
  }
  return times.map((at) => ({ at, offset, before }))
}

/** A yearly rule without a month means that of its beginning. */
const monthsOf = (months: number[], from: string) => (months.length ? months : [Number(from.slice(5, 7))])

/** "Europe/Berlin", also behind what a program has put before it: "/citadel.org/20070227_1/Europe/Berlin". */
export function ianaZone(name: string): string | null {
  const last = /([A-Za-z_]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?)$/.exec(name)?.[1]
  return knownZone(name) ?? knownZone(last)
}

const ruleOf = (properties: Property[]): string | null => {
  const value = properties.find(([name]) => name === 'rrule')?.[3]
  return value ? ruleText(value) : null
}

/** A rule as text again: ical.js takes it apart. */
export function ruleText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([name, each]) => `${name}=${Array.isArray(each) ? each.join(',') : each}`)
    .join(';')
}

export const textValue = (properties: Property[], name: string): string | null => {
  const value = properties.find((property) => property[0] === name)?.[3]
  return typeof value === 'string' ? value : null
}

function minutesOf(offset: string | null): number | null {
  const found = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(offset ?? '')
  return found
    ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]) + Number(found[4] ?? 0) / 60)
    : null
}
