/** What is drawn in one column: from when to when, in minutes. */
export type Drawn = { id: string; start: number; end: number }

/** Side by side where two run at once in one column: each takes the first lane that is free. */
export function lanesOf(column: readonly Drawn[]): Map<string, { lane: number; lanes: number }> {
  const placed = new Map<string, { lane: number; lanes: number }>()
  let together: { id: string; lane: number }[] = []
  let freeFrom: number[] = []
  let until = Number.NEGATIVE_INFINITY
  const close = () => {
    for (const { id, lane } of together) placed.set(id, { lane, lanes: freeFrom.length })
  }
  for (const { id, start, end } of [...column].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))) {
    if (start >= until) {
      close()
      together = []
      freeFrom = []
    }
    const free = freeFrom.findIndex((from) => from <= start)
    const lane = free < 0 ? freeFrom.length : free
    freeFrom[lane] = end
    together.push({ id, lane })
    until = Math.max(until, end)
  }
  close()
  return placed
}

const [MORNING, EVENING, LATEST] = [8 * 60, 19 * 60, 36 * 60]

/** From which hour to which a day is drawn: a working day, and whatever goes beyond it. */
export function hoursOf(drawn: readonly Drawn[]): { from: number; to: number } {
  const from = Math.min(MORNING, ...drawn.map(({ start }) => start))
  const to = Math.max(EVENING, ...drawn.map(({ end }) => end))
  return { from: Math.floor(from / 60) * 60, to: Math.min(LATEST, Math.ceil(to / 60) * 60) }
}
