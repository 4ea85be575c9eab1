'use client'

import { use, useEffect, useState } from 'react'
import type { Option } from '@/lib/revisions/edit-labels'
import { DeskActions } from './desk-actions'
import type { EditorStart } from './record-editor'

/** Who is in the session that is chosen; asked of the server when another one is. */
export function useAppearances(sessionId: string, start: EditorStart): Option[] {
  const { appearances } = use(DeskActions)
  const first = String(start.values.session ?? '')
  const [asked, setAsked] = useState<{ sessionId: string; options: Option[] } | null>(null)
  useEffect(() => {
    if (!sessionId || sessionId === first) return
    const stop = new AbortController()
    fetch(`${appearances}?session=${sessionId}`, { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : { appearances: [] }))
      .then((answer: { appearances: Option[] }) => setAsked({ sessionId, options: answer.appearances }))
      .catch(() => {}) // the menu stays empty; saving the form asks again
    return () => stop.abort()
  }, [appearances, first, sessionId])
  if (!sessionId) return []
  if (sessionId === first) return start.appearances
  return asked?.sessionId === sessionId ? asked.options : []
}
