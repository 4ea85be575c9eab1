'use client'

import { countryCodes } from '@/lib/country-codes'
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
  return <ChoiceField {...{ path, label, none, hint }} choices={useCountries()} />
}

export function useCountries() {
  const { locale } = useEditor()
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return countryCodes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}
