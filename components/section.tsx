import type { ReactNode } from 'react'

/** A part of a page: one hairline, a heading, at most one link to more of it. */
export function Section(props: {
  id?: string
  title: ReactNode
  more?: { label: ReactNode; href: string } | undefined
  children: ReactNode
}) {
  return (
    <section
      className="mt-14 border-rule border-t pt-14"
      id={props.id}
      aria-labelledby={props.id && `${props.id}-title`}
    >
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-section" id={props.id && `${props.id}-title`}>
          {props.title}
        </h2>
        {props.more && (
          <a className="no-print quiet-link py-1 text-accent text-meta" href={props.more.href}>
            {props.more.label}
          </a>
        )}
      </div>
      {props.children}
    </section>
  )
}
