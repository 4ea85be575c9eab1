'use client'

import { useEditor } from './editor-context'

/** What a language is called in the language of the desk; its code where that is not known. */
export function useLanguageNames() {
  const { languages } = useEditor()
  return (tag: string) => languages[tag] ?? tag
}
