import type { ReactNode } from 'react'

type Props = { name: string; value: string; isChosen: boolean; children: ReactNode }

/** One of several answers, with its words beside it. */
export const Radio = ({ name, value, isChosen, children }: Props) => (
  <div className="flex items-start gap-2.5 py-1.5">
    <input
      type="radio"
      id={`${name}.${value}`}
      name={name}
      value={value}
      defaultChecked={isChosen}
      className="mt-1 size-4.5 shrink-0 accent-accent"
    />
    <label htmlFor={`${name}.${value}`} className="min-w-0 [overflow-wrap:anywhere]">
      {children}
    </label>
  </div>
)
