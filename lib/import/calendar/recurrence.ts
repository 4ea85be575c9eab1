/** A rule of iCalendar (RFC 5545, 3.3.10) as far as programmes use it: whole days, in periods of a day or longer. */
export type Rule = {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  count: number | null
  /** As written; a day or an instant. */
  until: string | null
  months: number[]
  monthDays: number[]
  yearDays: number[]
  /** Weekday (0 is Sunday) and which of them in its month or year; 0 is every one. */
  weekdays: { day: number; nth: number }[]
  positions: number[]
  weekStart: number
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const DAY = 86_400_000

/** The rule that a text says; null for one that is not understood, of which then only the first time is known. */
export function readRule(text: string): Rule | null {
  const parts = new Map<string, string>()
  for (const part of text.toUpperCase().trim().split(';')) {
    const [name = '', value = ''] = part.split('=')
    if (name) parts.set(name, value)
  }
  const frequency = parts.get('FREQ')
  if (frequency !== 'DAILY' && frequency !== 'WEEKLY' && frequency !== 'MONTHLY' && frequency !== 'YEARLY') return null
  if (['BYHOUR', 'BYMINUTE', 'BYSECOND', 'BYWEEKNO'].some((part) => parts.has(part))) return null
  const numbers = (name: string) => (parts.get(name)?.split(',') ?? []).slice(0, 400).map(Number)
  const rule: Rule = {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    until: parts.get('UNTIL') ?? null,
    months: numbers('BYMONTH'),
    monthDays: numbers('BYMONTHDAY'),
    yearDays: numbers('BYYEARDAY'),
    weekdays: (parts.get('BYDAY')?.split(',') ?? []).slice(0, 400).map((each) => {
      const [, nth = '', day = ''] = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(each) ?? []
      return { day: weekdays.indexOf(day), nth: Number(nth || 0) }
    }),
    positions: numbers('BYSETPOS'),
    weekStart: Math.max(0, weekdays.indexOf(parts.get('WKST') ?? 'MO')),
  }
  const all = [rule.interval, rule.count ?? 1, ...rule.months, ...rule.monthDays, ...rule.yearDays, ...rule.positions]
  const isWhole = all.every(Number.isInteger) && rule.interval > 0 && rule.weekdays.every(({ day }) => day >= 0)
  return isWhole ? rule : null
}

/** The days (`YYYY-MM-DD`) of a rule from the first on, in order, within so many days: every day is looked at once. */
export function* daysOf(rule: Rule, first: string, mostDays: number): Generator<string> {
  const start = Date.parse(first)
  let period = -1
  let inPeriod: number[] = []
  const chosen = () => {
    if (!rule.positions.length) return inPeriod
    const places = new Set(rule.positions.map((position) => (position > 0 ? position - 1 : inPeriod.length + position)))
    return inPeriod.filter((_, at) => places.has(at))
  }
  // Where the place within its month or year counts, the days of the first period before the first time count too.
  const from = rule.positions.length ? periodStart(rule, start) : start
  for (let at = from; at < start + mostDays * DAY; at += DAY) {
    const current = periodOf(rule, at, start)
    if (current !== period) {
      for (const day of chosen()) if (day >= start) yield iso(day)
      inPeriod = []
      period = current
    }
    if (current % rule.interval === 0 && matches(rule, new Date(at), new Date(start))) inPeriod.push(at)
  }
  for (const day of chosen()) if (day >= start) yield iso(day)
}

const iso = (at: number) => new Date(at).toISOString().slice(0, 10)
const monthOf = (at: number) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth()
const weekOf = (at: number, weekStart: number) => Math.floor((at / DAY + 4 - weekStart) / 7)

function periodStart({ frequency, weekStart }: Rule, at: number): number {
  const date = new Date(at)
  if (frequency === 'YEARLY') return Date.UTC(date.getUTCFullYear(), 0, 1)
  if (frequency === 'MONTHLY') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  return frequency === 'WEEKLY' ? at - ((date.getUTCDay() - weekStart + 7) % 7) * DAY : at
}

/** How many periods after that of the first time. */
function periodOf({ frequency, weekStart }: Rule, at: number, start: number): number {
  if (frequency === 'YEARLY') return new Date(at).getUTCFullYear() - new Date(start).getUTCFullYear()
  if (frequency === 'MONTHLY') return monthOf(at) - monthOf(start)
  if (frequency === 'WEEKLY') return weekOf(at, weekStart) - weekOf(start, weekStart)
  return Math.round((at - start) / DAY)
}

function matches(rule: Rule, date: Date, first: Date): boolean {
  const { frequency, months, monthDays, yearDays } = rule
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  if (months.length && !months.includes(month + 1)) return false
  const monthLength = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  if (monthDays.length && !monthDays.some((each) => each === day || each === day - monthLength - 1)) return false
  if (yearDays.length) {
    const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
    const [forth, back] = [(date.getTime() - start) / DAY + 1, (date.getTime() - end) / DAY]
    if (!yearDays.some((each) => each === forth || each === back)) return false
  }
  if (rule.weekdays.length) return rule.weekdays.some((each) => isWeekday(rule, each, date, monthLength))
  if (monthDays.length || yearDays.length || frequency === 'DAILY') return true
  if (frequency === 'WEEKLY') return date.getUTCDay() === first.getUTCDay()
  if (frequency === 'MONTHLY') return day === first.getUTCDate()
  return day === first.getUTCDate() && (months.length > 0 || month === first.getUTCMonth())
}

function isWeekday(
  { frequency, months }: Rule,
  { day, nth }: { day: number; nth: number },
  date: Date,
  monthLength: number,
): boolean {
  if (date.getUTCDay() !== day) return false
  if (!nth || frequency === 'DAILY' || frequency === 'WEEKLY') return true
  const isInMonth = frequency === 'MONTHLY' || months.length > 0
  const yearStart = Date.UTC(date.getUTCFullYear(), 0, 1)
  const [before, after] = isInMonth
    ? [date.getUTCDate() - 1, monthLength - date.getUTCDate()]
    : [(date.getTime() - yearStart) / DAY, (Date.UTC(date.getUTCFullYear() + 1, 0, 1) - date.getTime()) / DAY - 1]
  return nth > 0 ? Math.floor(before / 7) + 1 === nth : Math.floor(after / 7) + 1 === -nth
}
