import type { ReactNode } from 'react'

export type Fact = { label: ReactNode; value: ReactNode }

/** The facts of a record, set apart in a card. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="mt-7 w-full shrink-0 self-start rounded-card border border-rule bg-sheet px-6 py-5 text-[0.9375rem] lg:w-84">
      {facts.map(({ label, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a page are fixed and never reordered
        <div key={index} className="grid grid-cols-[7.25rem_1fr] gap-x-4 py-1.5">
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
