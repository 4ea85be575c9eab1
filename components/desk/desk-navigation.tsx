'use client'

import { usePathname } from 'next/navigation'

export type DeskLink = {
  href: string
  label: string
  /** What waits there, such as "3 in review". */
  note?: string | undefined
}

/** The rooms of the desk, with the one that is open marked: beside the page where there is room, else a disclosure. */
export function DeskNavigation(props: { label: string; menu: string; groups: DeskLink[][] }) {
  const path = usePathname()
  const overview = props.groups[0]?.[0]?.href
  const isOpen = (href: string) => path === href || (href !== overview && path.startsWith(`${href}/`))
  return (
    <nav aria-label={props.label}>
      <details className="open-beside">
        <summary className="inline-block rounded-small border border-field bg-sheet px-3 py-1.5 font-semibold text-[0.9375rem]">
          {props.menu}
        </summary>
        <div className="grid gap-4 pt-3 lg:pt-0">
          {props.groups.map((links) => (
            <ul key={links[0]?.href} className="grid gap-0.5 text-[0.9375rem]">
              {links.map(({ href, label, note }) => (
                <li key={href}>
                  <a
                    href={href}
                    aria-current={isOpen(href) ? 'page' : undefined}
                    className="quiet-link flex flex-wrap items-baseline justify-between gap-x-2 rounded-small px-3 py-2 text-muted aria-[current=page]:bg-accent-wash aria-[current=page]:font-semibold aria-[current=page]:text-accent-ink"
                  >
                    {label} {note && <span className="font-normal text-gold text-small">{note}</span>}
                  </a>
                </li>
              ))}
            </ul>
          ))}
        </div>
      </details>
    </nav>
  )
}
