'use client'

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FormValue, FormValues } from '@/lib/revisions/form-values'
import { small } from './button-styles'
import { useEditor, useList } from './editor-context'

/**
 * Rows of a list, which keep their ids. They are ordered by buttons, by dragging the grip, and by arrow keys on it.
 * Without JavaScript there is one empty row at the end to fill, and a box on each to take it away.
 */
export function RowList(props: {
  path: string
  label: string
  addLabel: string
  /** What a row is called, for the names of its buttons. */
  nameOf: (row: FormValues, at: number) => string
  blank: () => FormValues
  children: (path: string, row: FormValues, at: number) => ReactNode
  empty?: string
}) {
  const { path, label, addLabel, nameOf, blank, children, empty } = props
  const { items, add, remove, move } = useList(path)
  const { isAlive } = useEditor()
  const t = useTranslations('deskForm.rows')
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const rows = items as FormValues[]
  const shown = isAlive ? rows : [...rows, blank()]

  const moveAndTell = (from: number, to: number) => {
    if (to < 0 || to >= rows.length) return
    move(from, to)
    setSaid(t('moved', { name: nameOf(rows[from] ?? {}, from), place: to + 1, count: rows.length }))
    // The grip goes with its row: focus stays on it.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-grip]')[to]?.focus())
  }
  const removeAndTell = (at: number) => {
    setSaid(t('removed', { name: nameOf(rows[at] ?? {}, at) }))
    remove(at)
    requestAnimationFrame(() => list.current?.closest('fieldset')?.querySelector<HTMLElement>('[data-add]')?.focus())
  }
  const onKey = (at: number) => (event: KeyboardEvent) => {
    const to = event.key === 'ArrowUp' ? at - 1 : event.key === 'ArrowDown' ? at + 1 : null
    if (to === null) return
    event.preventDefault()
    moveAndTell(at, to)
  }

  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{label}</legend>
      {rows.length === 0 && empty && <p className="pt-1 text-meta text-muted">{empty}</p>}
      <ol ref={list} className="mt-2 space-y-3">
        {shown.map((row, at) => (
          <li
            key={String(row.id ?? row.source ?? at)}
            draggable={dragged === at}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              if (dragged !== at) {
                move(dragged, at)
                setDragged(at)
              }
            }}
            onDragEnd={() => setDragged(null)}
            className={`rounded-card border bg-sheet p-4 ${dragged === at ? 'border-accent' : 'border-rule'}`}
          >
            {row.id !== undefined && <input type="hidden" name={`${path}.${at}.id`} value={String(row.id)} />}
            <div className="space-y-4">{children(`${path}.${at}`, row, at)}</div>
            {isAlive ? (
              <div className="flex flex-wrap items-center gap-2 pt-3">
                <button
                  type="button"
                  data-grip
                  onPointerDown={() => setDragged(at)}
                  onPointerUp={() => setDragged(null)}
                  onKeyDown={onKey(at)}
                  className={`${small} cursor-grab touch-none`}
                  aria-label={t('grip', { name: nameOf(row, at) })}
                >
                  ⠿
                </button>
                <button
                  type="button"
                  onClick={() => moveAndTell(at, at - 1)}
                  aria-disabled={at === 0}
                  className={small}
                  aria-label={t('up', { name: nameOf(row, at) })}
                >
                  ↑
                </button>
                <button
                  type="button"
                  onClick={() => moveAndTell(at, at + 1)}
                  aria-disabled={at === rows.length - 1}
                  className={small}
                  aria-label={t('down', { name: nameOf(row, at) })}
                >
                  ↓
                </button>
                <button
                  type="button"
                  onClick={() => removeAndTell(at)}
                  className={`${small} ms-auto`}
                  aria-label={t('removeNamed', { name: nameOf(row, at) })}
                >
                  {t('remove')}
                </button>
              </div>
            ) : (
              at < rows.length && (
                <label className="mt-3 inline-flex items-center gap-2 text-meta">
                  <input type="checkbox" name={`${path}.${at}.remove`} className="size-4.5" />
                  {t('removeNamed', { name: nameOf(row, at) })}
                </label>
              )
            )}
          </li>
        ))}
      </ol>
      {isAlive && (
        <button type="button" data-add onClick={() => add(blank() as FormValue)} className={`${small} mt-3`}>
          {addLabel}
        </button>
      )}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </fieldset>
  )
}
