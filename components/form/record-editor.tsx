'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Locale } from '@/lib/i18n/locales'
import type { FileKind } from '@/lib/media/file-kinds'
import type { Labels, Option } from '@/lib/revisions/edit-labels'
import type { FormValue, FormValues } from '@/lib/revisions/form-values'
import { withValue } from '@/lib/revisions/form-values'
import type { Noun } from '@/lib/revisions/nouns'
import { secondary } from './button-styles'
import type { Choice } from './choice-field'
import { ConflictNotice, TakenNotice } from './conflict-notice'
import { DeskActions } from './desk-actions'
import { DeskWords } from './desk-words'
import { EditorProvider } from './editor-context'
import { ErrorSummary } from './error-summary'
import { KeepShown } from './keep-shown'
import { LocalCopyNotice } from './local-copy-notice'
import { NounForm } from './nouns/noun-form'
import { PresenceLine } from './presence-line'
import { SaveLine } from './save-line'
import { type SaveAction, WHY } from './save-outcome'
import { useLocalCopy } from './use-local-copy'
import { type Presence, usePresence } from './use-presence'
import { useRenewed } from './use-renewed'
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
  /** Who else has it open, and the address that is asked for it from then on. */
  present: Presence | null
  presence: string
  /** Where one signs in again. */
  signIn: string
}

/** What comes anew with each save. */
export type EditorParts = {
  /** Of the page, in the browser. */
  title: string
  start: EditorStart
  heading: ReactNode
  /** The column beside the form. */
  panel: ReactNode
  /** More of the record, below the form. */
  below: ReactNode
}

type Props = {
  parts: EditorParts
  locale: Locale
  timeZone: string
  messages: Record<string, unknown>
  save: SaveAction
  autosave: SaveAction
  actions: DeskActions
}

/** The form of one record: fields, what is wrong, whether it is saved. Without JavaScript it is a plain form. */
export function RecordEditor({ locale, messages, ...props }: Props) {
  return (
    <DeskWords locale={locale} messages={messages} timeZone={props.timeZone}>
      <DeskActions value={props.actions}>
        <Editor {...props} locale={locale} />
      </DeskActions>
    </DeskWords>
  )
}

function Editor({ parts, locale, save, autosave }: Omit<Props, 'messages'>) {
  const t = useTranslations('deskForm')
  const [{ start, heading, panel, below }, renew] = useRenewed(parts)
  const [values, setValues] = useState(start.values)
  const [labels, setLabels] = useState(start.labels)
  const [isAlive, setAlive] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const copy = useLocalCopy(start.id)
  const learn = useCallback((more: Labels) => setLabels((before) => ({ ...before, ...more })), [])
  useTypedEarly({ form, setValues })
  const saving = useSaving({ form, start, save, autosave, values, setValues, learn, renew, copy })
  const present = usePresence(start.present, start.presence)
  const { state } = saving

  useEffect(() => setAlive(true), [])
  const { adopt } = saving
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page was made anew
  useEffect(() => {
    if (!adopt(start)) return
    setValues(start.values)
    setLabels(start.labels)
  }, [start])
  const isNewer = (present?.lock ?? 0) > saving.lock && !saving.isDirty && !saving.isSaving
  const router = useRouter()
  // Nothing typed is waiting: what somebody else saved comes into the form, and the line below says whose it is.
  useEffect(() => {
    if (isNewer) router.refresh()
  }, [isNewer, router])
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
          <KeepShown>{heading}</KeepShown>
          <PresenceLine present={present} lock={saving.lock} />
          {copy.left && (
            <LocalCopyNotice
              copy={copy.left}
              onTake={(left) => {
                setValues(left.values)
                saving.startFrom(left.lock)
                copy.forget()
              }}
              onDrop={copy.drop}
            />
          )}
          {saving.taken && <TakenNotice taken={saving.taken} onSeen={saving.seen} />}
          <form ref={form} action={saving.formAction} onSubmit={saving.onSubmit} noValidate className="space-y-12">
            <ErrorSummary ref={summary} title={t('errors')} errors={errors} />
            {state.kind === 'stale' && <ConflictNotice stale={state} />}
            <input type="hidden" name="lock" value={sentBack && 'lock' in state ? state.lock : saving.lock} />
            {isAlive && <input type="hidden" name="js" value="1" />}
            <NounForm start={start} />
            <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-t bg-paper px-4 py-3">
              <button type="submit" className={secondary}>
                {t('save')}
              </button>
              <input
                name={WHY}
                aria-label={t('why')}
                placeholder={t('why')}
                maxLength={300}
                autoComplete="off"
                className="min-w-0 flex-[1_1_10rem] rounded-small border border-field bg-sheet px-3 py-2 sm:max-w-60"
              />
              <SaveLine saving={saving} start={start} />
            </div>
          </form>
          <KeepShown>{below}</KeepShown>
        </div>
        <div className="min-w-0">
          <KeepShown>{panel}</KeepShown>
        </div>
      </div>
    </EditorProvider>
  )
}
