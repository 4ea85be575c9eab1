/**
 * The grid of one day: a column for each room, a line for each quarter of an hour and for every start and end that
 * falls between, so that no session is drawn longer or shorter than it was and none covers another.
 */
export type TimedSession = {
  id: string
  startsAt: Date
  endsAt: Date | null
  roomId: string | null
  isPlenary: boolean
}

export type Timetable = {
  /** The rooms of the day; null for sessions whose room is not recorded. `lanes` stand side by side in a column. */
  columns: { roomId: string | null; lanes: number }[]
  /** Where rows begin and end, in time; row n lies between line n and line n + 1. */
  lines: { at: Date; isHour: boolean }[]
  /** How many minutes each row lasts; null for a stretch in which nothing runs, drawn short. */
  rows: (number | null)[]
  /** In the order of time. Rows and lanes count from 0, ends exclusive. */
  cells: { id: string; row: Span; lane: Span; isAcross: boolean }[]
}

type Span = { start: number; end: number }
type Drawn = TimedSession & { start: number; end: number }

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
/** A session without a recorded end is drawn so long. */
const UNKNOWN_LENGTH = 30 * MINUTE
/** An exhibition of three days is not drawn longer than a day's work; its words say when it ends. */
const LONGEST = 12 * 60 * MINUTE
/** Where nothing runs for longer than this, the lines between are left out. */
const LONGEST_EMPTY = 2 * 60 * MINUTE

export function timetable(
  sessions: readonly TimedSession[],
  roomOrder: readonly string[],
  timeZone: string,
): Timetable {
  const drawn = sessions.map(draw).sort((a, b) => a.start - b.start || a.end - b.end)
  const { lines, rows } = rule(drawn, timeZone)
  const lineAt = new Map(lines.map(({ at }, index) => [at.getTime(), index]))
  const row = ({ start, end }: Drawn) => ({ start: lineAt.get(start) ?? 0, end: lineAt.get(end) ?? 0 })

  const alone = aloneAmong(drawn)
  const isAcross = (session: Drawn) => alone.has(session) && (session.roomId === null || session.isPlenary)
  const inColumns = new Map<string | null, Drawn[]>()
  for (const session of drawn) {
    if (isAcross(session)) continue
    inColumns.set(session.roomId, [...(inColumns.get(session.roomId) ?? []), session])
  }
  const rooms = [...inColumns.keys()].sort((a, b) => place(a, roomOrder) - place(b, roomOrder))
  if (rooms.length === 0 && drawn.length > 0) rooms.push(null)

  const columns: Timetable['columns'] = []
  const laneOf = new Map<Drawn, Span>()
  let offset = 0
  for (const roomId of rooms) {
    const { lanes, spans } = share(inColumns.get(roomId) ?? [])
    for (const [session, { start, end }] of spans) laneOf.set(session, { start: offset + start, end: offset + end })
    columns.push({ roomId, lanes })
    offset += lanes
  }
  const cells = drawn.map((session) => ({
    id: session.id,
    row: row(session),
    lane: laneOf.get(session) ?? { start: 0, end: offset },
    isAcross: isAcross(session),
  }))
  return { columns, lines, rows, cells }
}

function draw(session: TimedSession): Drawn {
  const start = session.startsAt.getTime()
  const length = session.endsAt ? session.endsAt.getTime() - start : UNKNOWN_LENGTH
  return { ...session, start, end: start + Math.min(Math.max(length, MINUTE), LONGEST) }
}

/** Rooms in the edition's order, unknown ones after, sessions without a room last. */
function place(roomId: string | null, roomOrder: readonly string[]): number {
  if (roomId === null) return Number.POSITIVE_INFINITY
  const index = roomOrder.indexOf(roomId)
  return index < 0 ? roomOrder.length : index
}

/** The sessions, given by start, during which no other runs. */
function aloneAmong(sessions: readonly Drawn[]): Set<Drawn> {
  return new Set(
    overlapping(sessions)
      .filter(({ length }) => length === 1)
      .flat(),
  )
}

/** Sessions, given by start, parted where nothing runs: only sessions of one part can overlap. */
function overlapping(sessions: readonly Drawn[]): Drawn[][] {
  const clusters: Drawn[][] = []
  let until = Number.NEGATIVE_INFINITY
  for (const session of sessions) {
    if (session.start >= until) clusters.push([session])
    else clusters.at(-1)?.push(session)
    until = Math.max(until, session.end)
  }
  return clusters
}

/** Side by side within one room: each session takes the first lane that is free; those that can, take more. */
function share(sessions: readonly Drawn[]): { lanes: number; spans: Map<Drawn, Span> } {
  const parts = overlapping(sessions).map((cluster) => {
    const freeFrom: number[] = []
    const taken = cluster.map((session) => {
      const free = freeFrom.findIndex((from) => from <= session.start)
      const lane = free < 0 ? freeFrom.length : free
      freeFrom[lane] = session.end
      return { session, lane }
    })
    return { taken, lanes: freeFrom.length }
  })
  const lanes = Math.max(1, ...parts.map((part) => part.lanes))
  const spans = new Map<Drawn, Span>()
  for (const part of parts) {
    const edge = (lane: number) => Math.floor((lane * lanes) / part.lanes)
    for (const { session, lane } of part.taken) spans.set(session, { start: edge(lane), end: edge(lane + 1) })
  }
  return { lanes, spans }
}

/** The lines of the day, by elapsed time, so that a night on which clocks change has the hours it had. */
function rule(sessions: readonly Drawn[], timeZone: string): Pick<Timetable, 'lines' | 'rows'> {
  const intoHour = clock(timeZone)
  const marks = new Set(sessions.flatMap(({ start, end }) => [start, end]))
  const gaps = new Set<number>()
  for (const { start, end } of busyStretches(sessions)) {
    let time = start - intoHour(start)
    for (; time < end; time += QUARTER) marks.add(time)
    marks.add(time)
    gaps.add(time)
  }
  const times = [...marks].sort((a, b) => a - b)
  return {
    lines: times.map((time) => ({ at: new Date(time), isHour: intoHour(time) === 0 })),
    rows: times.slice(1).map((time, index) => {
      const from = times[index] ?? time
      return gaps.has(from) ? null : (time - from) / MINUTE
    }),
  }
}

/** When something runs, joined where the pause between is short. */
function busyStretches(sessions: readonly Drawn[]): Span[] {
  const stretches: Span[] = []
  for (const { start, end } of sessions) {
    const last = stretches.at(-1)
    if (last && start - last.end <= LONGEST_EMPTY) last.end = Math.max(last.end, end)
    else stretches.push({ start, end })
  }
  return stretches
}

/** What the clocks of a zone show: how far into its hour an instant is. */
function clock(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone, minute: 'numeric', second: 'numeric' })
  return (time) => {
    const parts = format.formatToParts(time)
    const value = (type: 'minute' | 'second') => Number(parts.find((part) => part.type === type)?.value ?? 0)
    return value('minute') * MINUTE + value('second') * 1000 + (((time % 1000) + 1000) % 1000)
  }
}
