'use client'

import { ChoiceField } from './choice-field'
import { useEditor } from './editor-context'

/** A country, by its name in the language of the desk. */
export function CountryField({
  path,
  label,
  none,
  hint,
}: {
  path: string
  label: string
  none: string
  hint?: string
}) {
  return <ChoiceField {...{ path, label, none, hint }} choices={useEditor().countries} />
}
