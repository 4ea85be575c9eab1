'use client'

import { type FormEvent, type ReactNode, useRef } from 'react'
import { useEditorIfAny } from './editor-context'

/**
 * A form beside the record's own that acts on the record, such as "Publish". What was typed and not saved is saved
 * first; it carries the lock of what is on the screen. Without JavaScript it is a plain form.
 */
export function PanelForm(props: {
  action: (form: FormData) => void | Promise<void>
  id: string
  /** The lock the page was made with. */
  lock: number
  className?: string
  children: ReactNode
}) {
  const editor = useEditorIfAny()
  const isSaved = useRef(false)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!editor || editor.isSaved || isSaved.current) return
    event.preventDefault()
    const form = event.currentTarget
    const button = (event.nativeEvent as SubmitEvent).submitter
    void editor.saveFirst().then((lock) => {
      if (lock === null) return
      // React may not have shown the new lock yet.
      const input = form.elements.namedItem('lock')
      if (input instanceof HTMLInputElement) input.value = String(lock)
      isSaved.current = true
      form.requestSubmit(button)
      isSaved.current = false
    })
  }
  return (
    <form action={props.action} onSubmit={onSubmit} className={props.className}>
      <input type="hidden" name="id" value={props.id} />
      <input type="hidden" name="lock" value={editor?.lock ?? props.lock} />
      {props.children}
    </form>
  )
}
