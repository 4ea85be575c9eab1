import type { ReactNode } from 'react'

export const fieldStyle =
  'mt-1.5 block w-full rounded-small border border-field bg-sheet px-3 py-2 aria-invalid:border-2 aria-invalid:border-gold'

/** Ids of what describes an input, for `aria-describedby`. */
export const describedBy = (id: string, { hint, error }: { hint?: ReactNode; error?: string | undefined }) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

/** Label, hint, error, input, in that order. */
export function Labelled(props: {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  children: ReactNode
}) {
  const { id, label, hint, error } = props
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-semibold text-gold text-meta">
          {error}
        </p>
      )}
      {props.children}
    </div>
  )
}
