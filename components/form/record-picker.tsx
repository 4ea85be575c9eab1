'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { titleIn } from '@/lib/revisions/edit-labels'
import { knownName, typedName } from '@/lib/revisions/form-values'
import { type Noun, nounPlurals } from '@/lib/revisions/nouns'
import { routes } from '@/lib/routes'
import type { PublicationState } from '@/prisma/client/enums'
import { useEditor, useField } from './editor-context'
import { describedBy, fieldStyle, Labelled } from './labelled'
import { type Found, useSuggestions } from './use-suggestions'

export type Chosen = { id: string; titles: Record<string, string>; state: PublicationState }

/**
 * Chooses another record by typing: a combobox (WAI-ARIA APG) that shows what is known of each, marks what is likely
 * the same, and makes a new record on the spot. Without JavaScript the name is typed and looked up when the form is
 * saved.
 */
export function RecordPicker(props: {
  path: string
  noun: Noun
  label: string
  hint?: string
  /** Only records below this one, such as the sessions of an edition. */
  parentId?: string | null
  canCreate?: boolean
}) {
  const { path, noun, label, hint, parentId, canCreate = false } = props
  const { name, id, text: chosenId, error, set } = useField(path)
  const { labels, learn, locale, isAlive } = useEditor()
  const known = labels[chosenId]
  const title = (known && titleIn(known.titles, locale)?.title) ?? ''
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input type="hidden" name={name} value={chosenId} />
      <input type="hidden" name={knownName(name)} value={title} />
      {isAlive ? (
        <Combobox
          {...{ id, name, noun, title, parentId, canCreate }}
          described={describedBy(id, { hint, error })}
          isWrong={!!error}
          onChoose={(chosen) => {
            if (chosen) learn(chosen.id, { titles: chosen.titles, state: chosen.state, plural: nounPlurals[noun] })
            set(chosen?.id ?? null)
          }}
        />
      ) : (
        <input
          id={id}
          name={typedName(name)}
          defaultValue={title}
          aria-describedby={describedBy(id, { hint, error })}
          aria-invalid={error ? true : undefined}
          className={fieldStyle}
        />
      )}
      <ChosenNote id={chosenId} />
    </Labelled>
  )
}

/** That a chosen record is not public yet, with a way to it. */
function ChosenNote({ id }: { id: string }) {
  const t = useTranslations('deskForm.picker')
  const known = useEditor().labels[id]
  if (!known) return null
  return (
    <p className="pt-1 text-meta text-muted">
      <a className="link" href={routes.record(known.plural, id)} target="_blank" rel="noreferrer">
        {t('open')}
      </a>
      {known.state === 'draft' && ` · ${t('notPublic')}`}
      {known.state === 'withdrawn' && ` · ${t('withdrawn')}`}
    </p>
  )
}

export function Combobox(props: {
  id: string
  name: string
  noun: Noun
  title: string
  parentId?: string | null | undefined
  canCreate: boolean
  described?: string | undefined
  isWrong?: boolean
  placeholder?: string
  /** Chosen by pressing Enter or clicking; null when the text was emptied. */
  onChoose: (chosen: Chosen | null) => void
}) {
  const { id, name, noun, title, parentId, canCreate, onChoose } = props
  const t = useTranslations('deskForm.picker')
  const { locale } = useEditor()
  const [text, setText] = useState(title)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const { found, state, create } = useSuggestions({ noun, text: isOpen ? text : '', parentId, locale })
  useEffect(() => setText(title), [title])

  const isCreating = canCreate && text.trim().length > 1 && state === 'ready'
  const count = found.length + (isCreating ? 1 : 0)
  const close = () => {
    setOpen(false)
    setActive(0)
  }
  const choose = (chosen: Chosen) => {
    onChoose(chosen)
    setText(titleIn(chosen.titles, locale)?.title ?? '')
    close()
  }
  const chooseActive = async () => {
    const hit = found[active]
    if (hit) return choose(hit)
    if (!isCreating) return
    const made = await create(text.trim())
    if (made) choose(made)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return setOpen(true)
      if (count) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter' && isOpen && count) {
      event.preventDefault()
      void chooseActive()
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      close()
    }
  }
  const optionId = (at: number) => `${listId}-${at}`
  return (
    <div className="relative">
      <input
        ref={input}
        id={id}
        name={typedName(name)}
        value={text}
        role="combobox"
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && count ? optionId(active) : undefined}
        aria-describedby={props.described}
        aria-invalid={props.isWrong || undefined}
        placeholder={props.placeholder ?? t('placeholder')}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
          if (event.target.value === '') onChoose(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close()
          // What was typed and not chosen names nobody: the field says again whom it holds.
          setText(title)
        }}
        className={fieldStyle}
      />
      <p aria-live="polite" className="sr-only">
        {isOpen && text.trim() !== '' && state === 'ready' ? t('count', { count: found.length }) : ''}
      </p>
      <div
        id={listId}
        role="listbox"
        aria-label={t('list')}
        hidden={!isOpen || text.trim() === ''}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded-small border border-field bg-sheet py-1"
      >
        {found.map((hit, at) => (
          <FoundOption
            key={hit.id}
            {...{ hit, locale }}
            id={optionId(at)}
            isActive={at === active}
            onChoose={() => choose(hit)}
          />
        ))}
        {isCreating && (
          <div
            role="option"
            id={optionId(found.length)}
            tabIndex={-1}
            aria-selected={active === found.length}
            onPointerDown={(event) => {
              event.preventDefault()
              void create(text.trim()).then((made) => made && choose(made))
            }}
            className="cursor-pointer border-rule border-t px-3 py-2 aria-selected:bg-accent-wash"
          >
            {t('create', { name: text.trim() })}
            {found.some(({ isLikelySame }) => isLikelySame) && (
              <span className="block font-semibold text-gold text-meta">{t('likelySame')}</span>
            )}
          </div>
        )}
        {count === 0 && (
          <p className="px-3 py-2 text-meta text-muted">
            {state === 'failed' ? t('failed') : state === 'ready' ? t('none') : t('searching')}
          </p>
        )}
      </div>
    </div>
  )
}

function FoundOption(props: { hit: Found; locale: string; id: string; isActive: boolean; onChoose: () => void }) {
  const { hit, locale } = props
  const t = useTranslations('deskForm.picker')
  const said = titleIn(hit.titles, locale)
  return (
    <div
      role="option"
      id={props.id}
      tabIndex={-1}
      aria-selected={props.isActive}
      // Before the input loses focus, which would close the list.
      onPointerDown={(event) => {
        event.preventDefault()
        props.onChoose()
      }}
      className="cursor-pointer px-3 py-2 aria-selected:bg-accent-wash"
    >
      <span lang={said?.language}>{said?.title ?? t('untitled')}</span>
      {hit.isLikelySame && <span className="ms-2 font-semibold text-gold text-meta">{t('same')}</span>}
      <span className="block text-meta text-muted">
        {[hit.known, hit.state === 'draft' ? t('notPublic') : hit.state === 'withdrawn' ? t('withdrawn') : '']
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  )
}
