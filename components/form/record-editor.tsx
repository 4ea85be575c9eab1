'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { IntlProvider, useTranslations } from 'use-intl'
import type { FileKind } from '@/lib/media/file-kinds'
import type { Labels, Option } from '@/lib/revisions/edit-labels'
import type { FormValue, FormValues } from '@/lib/revisions/form-values'
import { withValue } from '@/lib/revisions/form-values'
import type { Noun } from '@/lib/revisions/nouns'
import { secondary } from './button-styles'
import type { Choice } from './choice-field'
import { ConflictNotice } from './conflict-notice'
import { DeskActions } from './desk-actions'
import { EditorProvider } from './editor-context'
import { ErrorSummary } from './error-summary'
import { LocalCopyNotice } from './local-copy-notice'
import { NounForm } from './nouns/noun-form'
import { SaveLine } from './save-line'
import type { SaveAction } from './save-outcome'
import { useLocalCopy } from './use-local-copy'
import { useSaving } from './use-saving'
import { useTypedEarly } from './use-typed-early'

export type EditorStart = {
  id: string
  noun: Noun
  values: FormValues
  lock: number
  version: number
  savedAt: string
  savedBy: string | null
  labels: Labels
  /** Countries and languages by their names in the language of the desk: the browser's own lists differ. */
  countries: Choice[]
  languages: Record<string, string>
  files: Record<FileKind, { id: string; label: string }[]>
  /** What else the noun's form offers to choose from. */
  places: {
    timeZone: string
    days: Choice[]
    rooms: Option[]
    tracks: Option[]
  } | null
  appearances: Option[]
  /** Where one signs in again. */
  signIn: string
}

type Props = {
  start: EditorStart
  locale: string
  messages: Record<string, unknown>
  save: SaveAction
  autosave: SaveAction
  actions: DeskActions
  heading: ReactNode
  /** The column beside the form. */
  panel: ReactNode
  /** More of the record, below the form. */
  below?: ReactNode
}

/** The form of one record: fields, what is wrong, whether it is saved. Without JavaScript it is a plain form. */
export function RecordEditor({ locale, messages, ...props }: Props) {
  return (
    <IntlProvider locale={locale} messages={messages as never} timeZone="UTC">
      <DeskActions value={props.actions}>
        <Editor {...props} locale={locale} />
      </DeskActions>
    </IntlProvider>
  )
}

function Editor({ start, locale, save, autosave, heading, panel, below }: Omit<Props, 'messages'>) {
  const t = useTranslations('deskForm')
  const [values, setValues] = useState(start.values)
  const [labels, setLabels] = useState(start.labels)
  const [isAlive, setAlive] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const copy = useLocalCopy(start.id)
  useTypedEarly({ form, setValues })
  const saving = useSaving({ form, start, save, autosave, values, copy })
  const { state } = saving

  useEffect(() => setAlive(true), [])
  const { adopt } = saving
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page was made anew
  useEffect(() => {
    if (!adopt(start)) return
    setValues(start.values)
    setLabels(start.labels)
  }, [start])
  // Without JavaScript, or before it runs, a refused form comes back with what was sent.
  const sentBack = !isAlive && (state.kind === 'invalid' || state.kind === 'stale') ? state.values : null
  const shown = sentBack ?? values
  const errors = useMemo(
    () =>
      state.kind === 'invalid'
        ? Object.fromEntries(Object.entries(state.errors).map(([path, key]) => [path, t(`error.${key}`)]))
        : {},
    [state, t],
  )
  useEffect(() => {
    if (state.kind === 'invalid' && saving.isByHand) summary.current?.focus()
  }, [state, saving.isByHand])

  const set = useCallback((path: string, value: FormValue) => setValues((before) => withValue(before, path, value)), [])
  const editor = {
    ...{
      values: shown,
      set,
      errors,
      labels,
      locale,
      isAlive,
      countries: start.countries,
      languages: start.languages,
      files: start.files,
    },
    learn: (id: string, label: Labels[string]) => setLabels((before) => ({ ...before, [id]: label })),
    isSaved: !saving.isDirty && !saving.isSaving,
    saveFirst: saving.saveFirst,
    lock: saving.lock,
  }
  return (
    <EditorProvider editor={editor}>
      <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          {heading}
          {copy.left && (
            <LocalCopyNotice
              copy={copy.left}
              onTake={(left) => {
                setValues(left)
                copy.forget()
              }}
              onDrop={copy.drop}
            />
          )}
          {state.kind === 'stale' && (
            <ConflictNotice
              stale={state}
              mine={shown}
              onTheirs={() => {
                setValues(state.theirs)
                saving.takeOver(state, state.theirs)
              }}
              onMine={() => saving.saveOver(state)}
            />
          )}
          <form ref={form} action={saving.formAction} onSubmit={saving.onSubmit} noValidate className="space-y-12">
            <ErrorSummary ref={summary} title={t('errors')} errors={errors} />
            <input type="hidden" name="lock" value={saving.lock} />
            {isAlive && <input type="hidden" name="js" value="1" />}
            <NounForm start={start} />
            <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-t bg-paper px-4 py-3">
              <button type="submit" className={secondary}>
                {t('save')}
              </button>
              <SaveLine saving={saving} start={start} />
            </div>
          </form>
          {below}
        </div>
        <div className="min-w-0">{panel}</div>
      </div>
    </EditorProvider>
  )
}
