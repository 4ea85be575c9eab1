import type { ReactNode } from 'react'

/** A link that is the thing to do on a page; `isMain` for the one that is done most. */
export function ButtonLink({
  href,
  isMain = false,
  children,
}: {
  href: string
  isMain?: boolean
  children: ReactNode
}) {
  const look = isMain
    ? 'border-accent bg-accent text-on-accent hover:bg-accent-ink'
    : 'border-rule-strong bg-sheet text-ink hover:border-accent hover:text-accent'
  return (
    <a
      href={href}
      className={`no-print inline-block rounded-small border px-4 py-2.5 font-semibold text-[0.9375rem] ${look}`}
    >
      {children}
    </a>
  )
}
