import type { ReactNode } from 'react'

export type Bar = { key: string; label: ReactNode; href: string; count: number; countLabel: string }

/** Counts as bars beside their numbers; the list is the table, the bars only help the eye. */
export function BarList({ bars }: { bars: Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <ul>
      {bars.map(({ key, label, href, count, countLabel }) => (
        <li
          key={key}
          className="grid grid-cols-[1fr_8.5rem] items-center gap-x-4 border-rule border-t py-2 text-[0.9375rem]"
        >
          <a className="quiet-link min-w-0 py-0.5" href={href}>
            {label}
          </a>
          <span className="grid grid-cols-[1fr_2.5rem] items-center gap-3">
            <span
              aria-hidden="true"
              className="h-2 rounded-[1px] bg-accent"
              style={{ width: `${(100 * count) / most}%` }}
            />
            <span className="text-meta text-muted">
              <span aria-hidden="true">{count}</span>
              <span className="sr-only">{countLabel}</span>
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
