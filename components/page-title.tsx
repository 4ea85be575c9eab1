import type { ReactNode } from 'react'

/** The head of a page: what it is (kind), its name, and a sentence about it. */
export function PageTitle(props: { kind?: ReactNode; title: ReactNode; lede?: ReactNode; children?: ReactNode }) {
  return (
    <div className="min-w-0 flex-1 pt-7">
      {props.kind && <p className="pb-2 font-semibold text-gold text-small">{props.kind}</p>}
      <h1 className="text-title">{props.title}</h1>
      {props.lede && <div className="prose pt-4 font-serif text-lede text-muted">{props.lede}</div>}
      {props.children}
    </div>
  )
}
