'use client'

import type { ReactNode } from 'react'
import { useField } from './editor-context'
import { describedBy, fieldStyle, Labelled } from './labelled'

export type Choice = { value: string; label: string }

/** One of a few; with `none` also nothing. */
export function ChoiceField(props: {
  path: string
  label: string
  choices: readonly Choice[]
  none?: string
  hint?: ReactNode
}) {
  const { path, label, choices, none, hint } = props
  const { name, id, text, error, set } = useField(path)
  const isKnown = choices.some(({ value }) => value === text)
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <select
        {...{ id, name }}
        value={text}
        onChange={(event) => set(event.target.value)}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
        className={fieldStyle}
      >
        {none !== undefined && <option value="">{none}</option>}
        {text !== '' && !isKnown && <option value={text}>{text}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** Yes or no. */
export function TickField({ path, label, hint }: { path: string; label: string; hint?: string }) {
  const { name, id, isOn, set } = useField(path)
  return (
    <div>
      <label className="inline-flex items-start gap-2.5 py-1">
        <input
          {...{ id, name }}
          type="checkbox"
          checked={isOn}
          onChange={(event) => set(event.target.checked)}
          aria-describedby={describedBy(id, { hint })}
          className="mt-1 size-4.5 accent-accent"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
