'use client'

import { createContext, type ReactNode, use } from 'react'
import type { FileKind } from '@/lib/media/file-kinds'
import type { Labels, RecordLabel } from '@/lib/revisions/edit-labels'
import { type FormValue, type FormValues, listAt, valueAt } from '@/lib/revisions/form-values'

/** What the fields of a form share: the values, and how to change them. */
export type Editor = {
  values: FormValues
  /** Changes the value at a path. */
  set: (path: string, value: FormValue) => void
  /** What is wrong, in words, by path. */
  errors: Record<string, string>
  labels: Labels
  /** Remembers what a record is called that was chosen or created just now. */
  learn: (id: string, label: RecordLabel) => void
  /** The language of the desk. */
  locale: string
  /** Names in it. */
  countries: { value: string; label: string }[]
  languages: Record<string, string>
  /** Stored files to choose from without JavaScript. */
  files: Record<FileKind, { id: string; label: string }[]>
  /** False until the browser runs the form: what needs that is not shown before. */
  isAlive: boolean
  /** Whether all that was typed is saved. */
  isSaved: boolean
  /** Saves what was typed, for something that is done right after: the lock to do it with, or null if it is not saved. */
  saveFirst: () => Promise<number | null>
  lock: number
}

const EditorContext = createContext<Editor | null>(null)

export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>
}

/** The form that a component stands in. Throws outside of one. */
export function useEditor(): Editor {
  const editor = use(EditorContext)
  if (!editor) throw new Error('Only inside a record’s form')
  return editor
}

/** As `useEditor`, for what may stand outside of a form too. */
export const useEditorIfAny = () => use(EditorContext)

/** One value of the form: its text, how to change it, what is wrong with it, the name and id of its input. */
export function useField(path: string) {
  const { values, set, errors } = useEditor()
  const value = valueAt(values, path)
  return {
    name: path,
    id: path,
    text: value === null || value === undefined || typeof value === 'object' ? '' : String(value),
    isOn: value === true || value === 'on' || value === 'true',
    error: errors[path],
    set: (next: FormValue) => set(path, next),
  }
}

/** A list of the form. */
export function useList(path: string) {
  const { values, set } = useEditor()
  const items = listAt(values, path)
  return {
    items,
    add: (item: FormValue) => set(path, [...items, item]),
    remove: (at: number) =>
      set(
        path,
        items.filter((_, each) => each !== at),
      ),
    move: (from: number, to: number) => {
      if (to < 0 || to >= items.length || from === to) return
      const list = [...items]
      const [item] = list.splice(from, 1)
      list.splice(to, 0, item as FormValue)
      set(path, list)
    },
  }
}
