'use client'

import { useTranslations } from 'use-intl'
import type { Choice } from './choice-field'
import type { TextField } from './text-languages'
import { useTranslated } from './text-languages'

/** The words of a noun's form: labels of its fields, its choices, its sections. */
export function useWords() {
  const t = useTranslations('deskForm')
  const words = useTranslations('words')
  return {
    t,
    label: (field: string) => t(`field.${field}`),
    hint: (field: string) => t(`hint.${field}`),
    /** The values of an enumeration as they are called on public pages. */
    choices: (group: string, values: object): Choice[] =>
      Object.keys(values).map((value) => ({ value, label: words(`${group}.${value}`) })),
    own: (group: string, values: object): Choice[] =>
      Object.keys(values).map((value) => ({ value, label: t(`${group}.${value}`) })),
    text: (field: string, kind: TextField['kind']): TextField => ({ field, kind, label: t(`field.${field}`) }),
  }
}

/** "1 of 3" beside the heading of translations. */
export function useTranslatedNote(field: string) {
  return useTranslations('deskForm')('translated', { count: useTranslated(field) })
}
