import type { ReactNode } from 'react'

/** Two parts of a page beside each other, under one hairline. */
export function SectionPair({ children }: { children: ReactNode }) {
  return (
    <div className="mt-14 grid gap-x-16 gap-y-14 border-rule border-t pt-14 lg:grid-cols-[minmax(0,4.5fr)_minmax(0,5.5fr)]">
      {children}
    </div>
  )
}

/** One of the two: a heading, and at most one link to more. */
export function PairedSection(props: {
  id: string
  title: ReactNode
  more?: { label: ReactNode; href: string } | undefined
  children: ReactNode
}) {
  return (
    <section id={props.id} aria-labelledby={`${props.id}-title`} className="min-w-0">
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-section" id={`${props.id}-title`}>
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
