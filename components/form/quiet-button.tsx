import type { ReactNode } from 'react'

/** A button that sends its form and is not the main thing to do on the page. */
export function QuietButton({ children }: { children: ReactNode }) {
  return (
    <button
      type="submit"
      className="rounded-small border border-rule-strong bg-sheet px-4 py-2 font-semibold text-[0.9375rem] hover:border-accent hover:text-accent"
    >
      {children}
    </button>
  )
}
