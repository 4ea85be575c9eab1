'use client'

import { useEditor } from './editor-context'

/** What a language or country is called in the language of the desk. */
export function useLanguageNames() {
  const names = new Intl.DisplayNames(useEditor().locale, { type: 'language' })
  return (tag: string) => names.of(tag) ?? tag
}
