import type { ReactNode } from 'react'

export type SectionLink = { href: string; label: string }

/** A part of the overview: what is there, or what would be; and the lists that have all of it. */
export function DeskSection(props: {
  id: string
  title: string
  /** Said in place of what is not there. */
  empty: string
  isEmpty: boolean
  links?: SectionLink[]
  children: ReactNode
}) {
  const { id, title, links = [] } = props
  return (
    <section aria-labelledby={id} className="pt-10">
      <h2 id={id} className="pb-3 text-section">
        {title}
      </h2>
      {props.isEmpty ? <p className="prose border-rule border-t pt-3 text-muted">{props.empty}</p> : props.children}
      {links.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 border-rule border-t pt-3 text-meta">
          {links.map(({ href, label }) => (
            <li key={href}>
              <a className="link inline-block py-1" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
