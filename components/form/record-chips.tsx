'use client'

import { useTranslations } from 'use-intl'
import { titleIn } from '@/lib/revisions/edit-labels'
import { typedName } from '@/lib/revisions/form-values'
import { type Noun, nounPlurals } from '@/lib/revisions/nouns'
import { useEditor, useList } from './editor-context'
import { describedBy, fieldStyle } from './labelled'
import { Combobox } from './record-picker'

/** Several other records, such as topics: a ticked box each, and a picker to add. */
export function RecordChips(props: { path: string; noun: Noun; label: string; hint?: string; canCreate?: boolean }) {
  const { path, noun, label, hint, canCreate = true } = props
  const { items, add, remove } = useList(path)
  const { labels, learn, locale, isAlive, errors } = useEditor()
  const t = useTranslations('deskForm.picker')
  const ids = items.map(String)
  const next = `${path}.${ids.length}`
  const error = errors[path] ?? errors[next]
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{label}</legend>
      {hint && (
        <p id={`${path}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${path}-error`} className="font-semibold text-gold text-meta">
          {error}
        </p>
      )}
      {ids.length > 0 && (
        <ul className="flex flex-wrap gap-2 pt-2">
          {ids.map((id, at) => {
            const said = labels[id] && titleIn(labels[id].titles, locale)
            return (
              <li key={id}>
                <label className="inline-flex items-center gap-2 rounded-small bg-accent-wash px-2.5 py-1 text-accent-ink">
                  <input
                    type="checkbox"
                    name={`${path}.${at}`}
                    value={id}
                    {...(isAlive ? { checked: true, onChange: () => remove(at) } : { defaultChecked: true })}
                    className="size-4 accent-accent"
                  />
                  <span lang={said?.language}>{said?.title ?? t('untitled')}</span>
                </label>
              </li>
            )
          })}
        </ul>
      )}
      <label htmlFor={path} className="sr-only">
        {t('addTo', { list: label })}
      </label>
      {isAlive ? (
        <Combobox
          key={ids.length}
          id={path}
          name={next}
          {...{ noun, canCreate }}
          title=""
          placeholder={t('add')}
          described={describedBy(path, { hint, error })}
          isWrong={!!error}
          onChoose={(chosen) => {
            if (!chosen || ids.includes(chosen.id)) return
            learn(chosen.id, { titles: chosen.titles, state: chosen.state, plural: nounPlurals[noun] })
            add(chosen.id)
            requestAnimationFrame(() => document.getElementById(path)?.focus())
          }}
        />
      ) : (
        <input id={path} name={typedName(next)} placeholder={t('add')} className={fieldStyle} />
      )}
    </fieldset>
  )
}
