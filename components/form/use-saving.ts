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
import type { Labels } from '@/lib/revisions/edit-labels'
import type { FormValues } from '@/lib/revisions/form-values'
import { mergeThreeWays } from '@/lib/revisions/merge-three-ways'
import type { EditorParts, EditorStart } from './record-editor'
import { MAY_TAKE, RENEW, type SaveAction, type SaveState, type Taken, WHY } from './save-outcome'
import type { useLocalCopy } from './use-local-copy'

const QUIET_MILLISECONDS = 2_000
const COPY_MILLISECONDS = 300
/** After a save that failed it is tried again, each time after longer, up to a minute. */
const MOST_WAIT = 60_000

/** A save on its way: what is sent, and the values of the form that it was made of. */
type Letter = { action: SaveAction; data: FormData; sent: FormValues }

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
  setValues: (values: FormValues) => void
  /** What records are called that came into the form with somebody else's changes. */
  learn: (labels: Labels) => void
  /** Takes what stands around the form as it came with the answer. */
  renew: (parts: EditorParts) => void
  copy: ReturnType<typeof useLocalCopy>
}) {
  const { form, start, save, autosave, values, setValues, learn, renew, copy } = of
  // Only for the form without JavaScript: its answer comes with the page.
  const [plain, formAction] = useActionState(save, { kind: 'idle' })
  const [state, setState] = useState<SaveState>(plain)
  const [saved, setSaved] = useState({ values, version: start.version, at: start.savedAt, by: start.savedBy })
  const [lock, setLock] = useState(start.lock)
  const [isSaving, setSaving] = useState(false)
  const [isByHand, setByHand] = useState(false)
  const [failures, setFailures] = useState(0)
  const [taken, setTaken] = useState<Taken | null>(null)
  const newest = useRef({ values, lock, saved, isSaving })
  newest.current = { values, lock, saved, isSaving }
  // A save whose answer got lost may have been done: it is sent again as it was, which then changes nothing, before
  // what was typed since; else that would be in conflict with one's own words.
  const unanswered = useRef<Letter | null>(null)
  const isDirty = values !== saved.values
  const isHeld = state.kind === 'stale' || state.kind === 'gone'

  const deliver = useCallback(
    async (letter: Letter): Promise<SaveState> => {
      const { action, data, sent } = letter
      setSaving(true)
      newest.current.isSaving = true
      // An action throws when the server is away, or when it was replaced by a newer one.
      const answer = await action({ kind: 'idle' }, data).catch((): SaveState => ({ kind: 'failed' }))
      setSaving(false)
      newest.current.isSaving = false
      unanswered.current = answer.kind === 'failed' ? letter : null
      const typed = newest.current.values
      // What was typed since is merged with the other side too: it is sent again in a moment.
      setState(answer.kind === 'stale' && typed !== sent ? { kind: 'idle' } : answer)
      const { version, at } = { ...newest.current.saved, ...(answer.kind === 'saved' ? answer : {}) }
      const startFrom = (lock: number, saved: typeof newest.current.saved, values: FormValues) => {
        newest.current = { ...newest.current, lock, saved, values }
        setLock(lock)
        setSaved(saved)
        if (values !== typed) setValues(values)
      }
      if (answer.kind === 'saved') {
        const { merged } = answer
        const stored = merged?.values ?? sent
        const next = merged ? (typed === sent ? stored : retyped(sent, typed, stored)) : typed
        startFrom(answer.lock, { values: stored, version, at, by: null }, next)
        if (merged) {
          learn(merged.labels)
          setTaken(merged)
        }
        if (answer.renewed) renew(answer.renewed)
        setFailures(0)
        if (typed === sent) copy.drop()
        if (action === save && form.current) clearWhy(form.current)
      } else if (answer.kind === 'invalid' && answer.isMerged) {
        startFrom(
          answer.lock,
          newest.current.saved,
          typed === sent ? answer.values : retyped(sent, typed, answer.values),
        )
      } else if (answer.kind === 'failed' || answer.kind === 'signedOut') setFailures((n) => n + 1)
      return answer
    },
    [form, save, copy.drop, setValues, learn, renew],
  )

  const send = useCallback(
    async (action: SaveAction, { isLast = true }: { isLast?: boolean } = {}): Promise<SaveState> => {
      const element = form.current
      if (!element) return { kind: 'failed' }
      if (unanswered.current) {
        const answer = await deliver(unanswered.current)
        // With somebody else's words in it the form must be shown first: what is in the page is not yet what is sent.
        const isMerged = (answer.kind === 'saved' && answer.merged) || (answer.kind === 'invalid' && answer.isMerged)
        const isAll = action !== save && newest.current.values === newest.current.saved.values
        if (answer.kind === 'failed' || isMerged || isAll) return answer
      }
      const data = new FormData(element)
      data.set('lock', String(newest.current.lock))
      data.set('js', '1')
      // Before something is done with the record, such as publishing it, others' changes are shown first.
      if (isLast) data.set(MAY_TAKE, '1')
      if (isLast) data.set(RENEW, '1')
      return deliver({ action, data, sent: newest.current.values })
    },
    [form, save, deliver],
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
    const isAll = newest.current.values === newest.current.saved.values
    return answer.kind === 'saved' && isAll ? answer.lock : null
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
    /** Goes on from an earlier version than the page has: what changed since is merged when it is saved. */
    startFrom(earlier: number) {
      newest.current.lock = earlier
      setLock(earlier)
    },
    /** What was taken of somebody else's changes and not yet acknowledged. */
    taken,
    seen: () => setTaken(null),
  }
}

/** What was typed while a save was on its way, on top of what came back: the newest word is the typed one. */
const retyped = (sent: FormValues, typed: FormValues, back: FormValues) =>
  mergeThreeWays(sent, typed, back, () => 'mine').merged as FormValues

/** The reason belonged to the version that it was saved with. */
function clearWhy(form: HTMLFormElement) {
  const why = form.elements.namedItem(WHY)
  if (why instanceof HTMLInputElement) why.value = ''
}

export type Saving = ReturnType<typeof useSaving>
