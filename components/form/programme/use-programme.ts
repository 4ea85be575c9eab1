'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { type Clash, findClashes } from '@/lib/programme/clashes'
import { isSamePlace, type Place, type ProgrammeSession } from '@/lib/programme/place'
import { asSent } from '@/lib/programme/sent-place'
import type { PlaceAnswer } from './place-answer'
import type { ProgrammeActions, ProgrammeStart } from './programme-start'
import { useChanges } from './use-changes'
import { useProgrammeWords } from './use-programme-words'

/** A session that is being moved and not saved yet: `lock` is that of what was picked up. */
export type Held = { id: string; lock: number; place: Place }

/** A save that was refused. `mine` can be sent again, over what stands there now. */
export type Problem = {
  why: Exclude<PlaceAnswer['kind'], 'saved'>
  /** The first field error, a key of `deskForm.error`. */
  error: string | null
  id: string
  mine: Place
}

/** The programme on the page: what is saved, what is being moved, what others did; saves one after another. */
export function useProgramme(start: ProgrammeStart, actions: ProgrammeActions) {
  const [sessions, setSessions] = useState(start.sessions)
  const [people, setPeople] = useState(start.people)
  const [held, setHeld] = useState<Held | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [said, say] = useState('')
  const words = useProgrammeWords(start, people)
  const newest = useRef({ sessions, held })
  newest.current = { sessions, held }
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  /** What our own saves made of a lock: whoever moves something twice does not collide with themselves. */
  const ownLocks = useRef(new Map<string, number>())

  const keep = useCallback((saved: ProgrammeSession) => {
    setSessions((before) =>
      before.some(({ id }) => id === saved.id)
        ? before.map((each) => (each.id === saved.id ? saved : each))
        : [...before, saved],
    )
  }, [])

  const shown = useMemo(
    () => sessions.map((each) => (each.id === held?.id ? { ...each, ...held.place } : each)),
    [sessions, held],
  )
  const clashes = useMemo(() => findClashes(shown), [shown])
  const clashesOf = useMemo(() => {
    const byId = new Map<string, Clash[]>()
    for (const clash of clashes)
      for (const id of [clash.first, clash.second]) byId.set(id, [...(byId.get(id) ?? []), clash])
    return byId
  }, [clashes])

  const save = useCallback(
    (id: string, lock: number, place: Place): Promise<PlaceAnswer['kind']> => {
      const before = newest.current.sessions.find((each) => each.id === id)
      setSessions((all) => all.map((each) => (each.id === id ? { ...each, ...place } : each)))
      setHeld(null)
      setProblem(null)
      const send = async () => {
        let current = lock
        for (let next = lock; next !== undefined; ) {
          current = next
          next = ownLocks.current.get(`${id} ${next}`) as number
        }
        const form = new FormData()
        for (const [name, value] of Object.entries({ ...asSent(place), id, lock: String(current), js: '1' }))
          form.set(name, value)
        const answer = await actions.place(form).catch((): PlaceAnswer => ({ kind: 'failed' }))
        if (answer.kind === 'saved') {
          ownLocks.current.set(`${id} ${current}`, answer.session.lock)
          keep(answer.session)
          say(words.saved(answer.session))
          return answer.kind
        }
        if (answer.kind === 'stale') keep(answer.session)
        else if (before) keep(before)
        const [error = null] = answer.kind === 'invalid' ? Object.values(answer.errors) : []
        setProblem({ why: answer.kind, error, id, mine: place })
        return answer.kind
      }
      const sent = queue.current.then(send)
      queue.current = sent
      return sent
    },
    [actions, keep, words],
  )

  const add = useCallback(
    async (form: FormData): Promise<PlaceAnswer> => {
      form.set('js', '1')
      const answer = await actions.add(form).catch((): PlaceAnswer => ({ kind: 'failed' }))
      if (answer.kind === 'saved') {
        keep(answer.session)
        say(words.added(answer.session))
      }
      return answer
    },
    [actions, keep, words],
  )

  const others = useChanges({ start, newest, words, say, setSessions, setPeople })

  return {
    ...{ sessions: shown, saved: sessions, people, held, problem, said, clashes, clashesOf, words, say, save, add },
    ...others,
    isSaved: (id: string) => sessions.find((each) => each.id === id),
    forgetProblem: () => setProblem(null),
    /** Puts a session somewhere without saving it yet, and says where. */
    hold(session: ProgrammeSession, { day, startsAt, endsAt, room }: Place) {
      const place = { day, startsAt, endsAt, room }
      const lock = held?.id === session.id ? held.lock : session.lock
      setHeld({ id: session.id, lock, place })
      const mine = findClashes(
        newest.current.sessions.map((each) => (each.id === session.id ? { ...each, ...place } : each)),
      ).filter(({ first, second }) => first === session.id || second === session.id)
      say(words.held(place, mine.length))
    },
    /** Saves what is held, unless it is where it was. */
    drop() {
      const { held, sessions } = newest.current
      const from = held && sessions.find(({ id }) => id === held.id)
      if (!held || !from) return
      if (isSamePlace(from, held.place)) setHeld(null)
      else void save(held.id, held.lock, held.place)
    },
    cancel() {
      if (newest.current.held) say(words.cancelled())
      setHeld(null)
    },
  }
}

export type ProgrammeOnPage = ReturnType<typeof useProgramme>
