'use client'

import {
  type FormEvent,
  type RefObject,
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { FormValues } from '@/lib/revisions/form-values'
import type { EditorStart } from './record-editor'
import type { SaveAction, SaveState } from './save-outcome'
import type { useLocalCopy } from './use-local-copy'

const QUIET_MILLISECONDS = 2_000
const COPY_MILLISECONDS = 300
/** After a save that failed it is tried again, each time after longer, up to a minute. */
const MOST_WAIT = 60_000

/**
 * Saves a form: by itself after two quiet seconds, by the button, by Ctrl or Cmd + S. One save at a time, each with the
 * lock that the one before it gave. What is typed while a save is on its way stays as typed and is saved next.
 */
export function useSaving(of: {
  form: RefObject<HTMLFormElement | null>
  start: EditorStart
  save: SaveAction
  autosave: SaveAction
  values: FormValues
  copy: ReturnType<typeof useLocalCopy>
}) {
  const { form, start, save, autosave, values, copy } = of
  // Only for the form without JavaScript: its answer comes with the page.
  const [plain, formAction] = useActionState(save, { kind: 'idle' })
  const [state, setState] = useState<SaveState>(plain)
  const [saved, setSaved] = useState({ values, version: start.version, at: start.savedAt, by: start.savedBy })
  const [lock, setLock] = useState(start.lock)
  const [isSaving, setSaving] = useState(false)
  const [isByHand, setByHand] = useState(false)
  const [failures, setFailures] = useState(0)
  const newest = useRef({ values, lock, saved, isSaving })
  newest.current = { values, lock, saved, isSaving }
  const isDirty = values !== saved.values
  const isHeld = state.kind === 'stale' || state.kind === 'gone'

  const send = useCallback(
    async (
      action: SaveAction,
      { withLock, isLast = true }: { withLock?: number; isLast?: boolean } = {},
    ): Promise<SaveState> => {
      const element = form.current
      if (!element) return { kind: 'failed' }
      const sent = newest.current.values
      const data = new FormData(element)
      data.set('lock', String(withLock ?? newest.current.lock))
      data.set('js', '1')
      if (isLast) data.set('refresh', '1')
      setSaving(true)
      newest.current.isSaving = true
      // An action throws when the server is away, or when it was replaced by a newer one.
      const answer = await action({ kind: 'idle' }, data).catch((): SaveState => ({ kind: 'failed' }))
      setSaving(false)
      newest.current.isSaving = false
      setState(answer)
      if (answer.kind === 'saved') {
        setLock(answer.lock)
        newest.current.lock = answer.lock
        setSaved({ values: sent, version: answer.version, at: answer.at, by: null })
        newest.current.saved = { values: sent, version: answer.version, at: answer.at, by: null }
        setFailures(0)
        if (newest.current.values === sent) copy.drop()
      } else if (answer.kind === 'failed' || answer.kind === 'signedOut') setFailures((n) => n + 1)
      return answer
    },
    [form, copy.drop],
  )

  const settled = useCallback(async () => {
    while (newest.current.isSaving) await new Promise((resolve) => setTimeout(resolve, 50))
  }, [])

  const saveNow = useCallback(async () => {
    await settled()
    setByHand(true)
    return (await send(save)).kind === 'saved'
  }, [save, send, settled])

  /** Before something beside the form is done, which makes the page anew itself. */
  const saveFirst = useCallback(async () => {
    await settled()
    if (newest.current.values === newest.current.saved.values) return newest.current.lock
    setByHand(true)
    const answer = await send(save, { isLast: false })
    return answer.kind === 'saved' ? answer.lock : null
  }, [save, send, settled])

  // The copy in this browser follows what is typed.
  useEffect(() => {
    if (!isDirty) return
    const timer = setTimeout(() => copy.keep(values, newest.current.lock), COPY_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [values, isDirty, copy.keep])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the values begins the quiet time anew
  useEffect(() => {
    if (!isDirty || isSaving || isHeld) return
    const wait = failures ? Math.min(MOST_WAIT, QUIET_MILLISECONDS * 2 ** failures) : QUIET_MILLISECONDS
    const timer = setTimeout(() => {
      setByHand(false)
      void send(autosave)
    }, wait)
    return () => clearTimeout(timer)
  }, [isDirty, isSaving, isHeld, failures, autosave, send, values])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void saveNow()
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      if (newest.current.values !== newest.current.saved.values) event.preventDefault()
    }
    const onLine = () => setFailures(0)
    window.addEventListener('keydown', onKey)
    window.addEventListener('beforeunload', onLeave)
    window.addEventListener('online', onLine)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('beforeunload', onLeave)
      window.removeEventListener('online', onLine)
    }
  }, [saveNow])

  return {
    ...{ formAction, state, lock, isSaving, isDirty, isByHand, saved, failures, saveFirst },
    /** The form is sent by this and not by the browser, which would reset it afterwards. */
    onSubmit(event: FormEvent) {
      event.preventDefault()
      startTransition(() => void saveNow())
    },
    /**
     * Takes over what the page says after something beside the form was done, such as publishing: false when it is
     * nothing new, or when something typed is not saved yet (the next save then says what differs).
     */
    adopt(next: EditorStart): boolean {
      const { lock, saved, values } = newest.current
      if (next.lock <= lock || values !== saved.values) return false
      const adopted = { values: next.values, version: next.version, at: next.savedAt, by: next.savedBy }
      newest.current = { ...newest.current, values: next.values, lock: next.lock, saved: adopted }
      setLock(next.lock)
      setSaved(adopted)
      setState({ kind: 'idle' })
      return true
    },
    /** Goes on with what the other one saved. */
    takeOver(stale: Extract<SaveState, { kind: 'stale' }>, theirs: FormValues) {
      setLock(stale.lock)
      newest.current.lock = stale.lock
      setSaved({ values: theirs, version: stale.version, at: stale.at, by: stale.by })
      setState({ kind: 'idle' })
      copy.drop()
    },
    /** Saves mine after theirs, as a version of its own: theirs stays in the history. */
    async saveOver(stale: Extract<SaveState, { kind: 'stale' }>) {
      await settled()
      setByHand(true)
      return send(save, { withLock: stale.lock })
    },
  }
}

export type Saving = ReturnType<typeof useSaving>
