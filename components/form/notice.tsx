import type { ReactNode } from 'react'

/** A sentence on top of a page about what has just been done, or could not be. */
export function Notice({ isProblem = false, children }: { isProblem?: boolean; children: ReactNode }) {
  const look = isProblem ? 'border-2 border-gold bg-gold-wash' : 'border border-rule-strong bg-accent-wash'
  return (
    <p role={isProblem ? 'alert' : 'status'} className={`mt-6 rounded-card p-4 ${look}`}>
      {children}
    </p>
  )
}
