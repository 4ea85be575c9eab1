'use client'

import type { ReactNode } from 'react'

export type FormSection = { id: string; title: string; note?: string | undefined; content: ReactNode }

/** The sections of a form under each other, with links to them on top: all of it is there without JavaScript too. */
export function FormSections({ label, sections }: { label: string; sections: FormSection[] }) {
  return (
    <>
      <nav aria-label={label} className="-mt-4 border-rule border-b">
        <ul className="flex flex-wrap gap-x-6">
          {sections.map(({ id, title, note }) => (
            <li key={id}>
              <a href={`#${id}`} className="quiet-link inline-block py-2.5 text-muted">
                {title} {note && <span className="text-gold">{note}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ id, title, content }) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`} className="space-y-6">
          <h2 id={`${id}-title`} className="text-section">
            {title}
          </h2>
          {content}
        </section>
      ))}
    </>
  )
}

/** Fields beside each other where there is room. */
export const Pair = ({ children }: { children: ReactNode }) => (
  <div className="grid items-end gap-6 sm:grid-cols-2">{children}</div>
)
