'use client'

import { usePathname } from 'next/navigation'

export type DeskLink = { href: string; label: string }

/** The rooms of the desk; the one that is open is marked, also after the browser changed pages by itself. */
export function DeskNav({ label, links }: { label: string; links: DeskLink[] }) {
  const path = usePathname()
  const [overview] = links
  const isOpen = (href: string) => path === href || (href !== overview?.href && path.startsWith(`${href}/`))
  return (
    <nav aria-label={label}>
      <ul className="-mx-2 flex flex-wrap text-[0.9375rem] lg:mx-0 lg:flex-col lg:gap-1">
        {links.map(({ href, label: text }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={isOpen(href) ? 'page' : undefined}
              className="quiet-link block rounded-small px-2 py-1.5 text-muted aria-[current=page]:bg-accent-wash aria-[current=page]:font-semibold aria-[current=page]:text-accent-ink lg:px-3 lg:py-2"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
