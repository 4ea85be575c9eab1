'use client'

import { type Dispatch, type RefObject, type SetStateAction, useEffect, useRef, useState } from 'react'
import { isSamePlace, type ProgrammeSession } from '@/lib/programme/place'
import type { ProgrammeStart } from './programme-start'
import type { ProgrammeWords } from './use-programme-words'

const SECONDS = 4
const MOST_NOTES = 8

/** What the server answers, as app/admin/…/programme/changes has it. */
type Changes = { sessions: ProgrammeSession[]; people: Record<string, string>; at: number; lock: number } | null

/** Asks every few seconds what others saved, takes it over, and notes who did what. */
export function useChanges(of: {
  start: ProgrammeStart
  newest: RefObject<{ sessions: ProgrammeSession[] }>
  words: ProgrammeWords
  say: (text: string) => void
  setSessions: Dispatch<SetStateAction<ProgrammeSession[]>>
  setPeople: Dispatch<SetStateAction<Record<string, string>>>
}) {
  const { start, newest, say, setSessions, setPeople } = of
  const [notes, setNotes] = useState<{ key: string; text: string }[]>([])
  const [isOutdated, setOutdated] = useState(false)
  const since = useRef(start.at)
  const words = useRef(of.words)
  words.current = of.words

  useEffect(() => {
    let isAsking = false
    const take = (changes: NonNullable<Changes>) => {
      since.current = changes.at
      setPeople((before) => ({ ...before, ...changes.people }))
      if (changes.lock !== start.lock) setOutdated(true)
      const known = new Map(newest.current.sessions.map((each) => [each.id, each]))
      const news = changes.sessions.filter(({ id, lock }) => (known.get(id)?.lock ?? 0) < lock)
      const said = news.flatMap((each) => {
        const before = known.get(each.id)
        if (each.isMine || (before && isSamePlace(before, each) && each.state !== 'withdrawn')) return []
        if (!before && each.state === 'withdrawn') return []
        return [{ key: `${each.id} ${each.lock}`, text: words.current.byOther(each, !before) }]
      })
      if (said.length) {
        setNotes((before) => [...said.reverse(), ...before].slice(0, MOST_NOTES))
        say(said.map(({ text }) => text).join(' '))
      }
      if (!news.length) return
      const byId = new Map(news.map((each) => [each.id, each]))
      setSessions((before) =>
        [
          ...before.map((each) => {
            const other = byId.get(each.id)
            return other && other.lock > each.lock ? other : each
          }),
          ...news.filter(({ id }) => !before.some((each) => each.id === id)),
        ].filter(({ state }) => state !== 'withdrawn'),
      )
    }
    const ask = async () => {
      if (document.hidden || isAsking) return
      isAsking = true
      try {
        const answer = await fetch(`${start.changes}?since=${since.current}`, { cache: 'no-store' })
        const changes = answer.ok ? ((await answer.json()) as Changes) : null
        if (changes) take(changes)
        else if (answer.status === 404) setOutdated(true)
      } catch {
        // Away for a moment: the next question reaches back to the last answer.
      } finally {
        isAsking = false
      }
    }
    const timer = setInterval(ask, SECONDS * 1000)
    return () => clearInterval(timer)
  }, [start.changes, start.lock, newest, say, setSessions, setPeople])

  return { notes, isOutdated }
}
