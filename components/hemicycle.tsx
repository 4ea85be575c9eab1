export type Seat = { label: string; title: string; isHost?: boolean }

export const SEAT = 18
const GAP = 8
const MOST_SEATS = 260

/**
 * Where the seats of a hemicycle stand: rows of half circles, filled from the front centre outwards so that the
 * named seats sit before the desk. Returns centres in the drawing's own units, and its size.
 */
export function seatPlan(count: number): { seats: { x: number; y: number }[]; width: number; height: number } {
  const step = 2 * SEAT + GAP
  const rows = Math.max(1, Math.round(Math.sqrt(count / 2.4)))
  const radii = Array.from({ length: rows }, (_, row) => step * (1.9 + row * 1.15))
  const total = radii.reduce((sum, radius) => sum + radius, 0)
  const shares = radii.map((radius) => (count * radius) / total)
  const counts = shares.map(Math.floor)
  // The seats that rounding left over go to the rows that lost most.
  const byLoss = shares.map((share, row) => ({ row, loss: share - Math.floor(share) })).sort((a, b) => b.loss - a.loss)
  for (let left = count - counts.reduce((sum, each) => sum + each, 0), i = 0; left > 0; left--, i++) {
    const row = byLoss[i % rows]?.row ?? 0
    counts[row] = (counts[row] ?? 0) + 1
  }
  const outer = radii.at(-1) ?? step
  const width = 2 * (outer + SEAT + 2)
  const height = outer + 2 * SEAT + 4
  const seats = radii.flatMap((radius, row) => {
    const inRow = counts[row] ?? 0
    return Array.from({ length: inRow }, (_, seat) => {
      const angle = inRow === 1 ? Math.PI / 2 : (Math.PI * (seat + 0.5)) / inRow
      return { x: width / 2 - radius * Math.cos(angle), y: height - SEAT - 2 - radius * Math.sin(angle), radius, angle }
    })
  })
  seats.sort((a, b) => a.radius - b.radius || Math.abs(a.angle - Math.PI / 2) - Math.abs(b.angle - Math.PI / 2))
  return {
    seats: seats.map(({ x, y }) => ({ x: Math.round(10 * x) / 10, y: Math.round(10 * y) / 10 })),
    width: Math.round(width),
    height: Math.round(height),
  }
}

/**
 * The signature of the archive: one seat for each thing counted, filled where the sources name it, outlined where
 * they only count it. `caption` says the same in words; a list of what is named belongs beside it.
 */
export function Hemicycle({ total, named, caption }: { total: number; named: Seat[]; caption: string }) {
  const count = Math.min(MOST_SEATS, Math.max(total, named.length))
  if (count === 0) return null
  const { seats, width, height } = seatPlan(count)
  return (
    <figure className="mx-auto w-full max-w-md">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={caption} className="w-full">
        {seats.map(({ x, y }, index) => {
          const seat = named[index]
          return (
            <g key={`${x} ${y}`}>
              <circle
                cx={x}
                cy={y}
                r={SEAT}
                className={seat ? (seat.isHost ? 'fill-gold' : 'fill-accent') : 'fill-transparent stroke-rule-strong'}
                strokeWidth={seat ? 0 : 1.5}
              >
                {seat && <title>{seat.title}</title>}
              </circle>
              {seat && (
                <text x={x} y={y + 4.5} textAnchor="middle" className="fill-on-accent font-bold font-sans text-[13px]">
                  {seat.label}
                </text>
              )}
            </g>
          )
        })}
        <path d={`M${width / 2 - 34} ${height - 2}h68`} className="stroke-ink" strokeWidth="2.5" />
      </svg>
      <figcaption className="pt-4 text-center text-muted text-small">{caption}</figcaption>
    </figure>
  )
}
