'use client'

import type { ReactNode } from 'react'
import { useField } from './editor-context'
import { describedBy, fieldStyle, Labelled } from './labelled'

/** One line: a text, a number, a day, a time, a web address. */
export function LineField(props: {
  path: string
  label: string
  hint?: ReactNode
  type?: 'text' | 'url' | 'date' | 'datetime-local' | 'number'
  lang?: string
  list?: string
}) {
  const { path, label, hint, type = 'text', lang, list } = props
  const { name, id, text, error, set } = useField(path)
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input
        {...{ id, name, type, lang, list }}
        value={text}
        onChange={(event) => set(event.target.value)}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
        className={fieldStyle}
      />
    </Labelled>
  )
}
