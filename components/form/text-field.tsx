import type { ComponentProps } from 'react'

/** Label, hint, error, input, in that order. The id is the name, so that the error summary can lead to it. */
export function TextField(
  props: { name: string; label: string; hint?: string; error?: string | undefined } & Pick<
    ComponentProps<'input'>,
    'type' | 'defaultValue' | 'autoComplete'
  >,
) {
  const { name, label, hint, error, ...input } = props
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="font-semibold text-gold text-meta">
          {error}
        </p>
      )}
      <input
        {...input}
        id={name}
        name={name}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        className="mt-1.5 w-full rounded-small border border-field bg-sheet px-3 py-2 aria-invalid:border-2 aria-invalid:border-gold"
      />
    </div>
  )
}
