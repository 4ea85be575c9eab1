'use client'

import { use, useEffect, useState } from 'react'
import type { Noun } from '@/lib/revisions/nouns'
import { DeskActions } from './desk-actions'
import type { Chosen } from './record-picker'

/** A record that may be meant, with what is known of it in a line. */
export type Found = Chosen & { known: string; isLikelySame: boolean }

const QUIET_MILLISECONDS = 120

/** Records by what is typed, asked of the server when the typing pauses; an answer that comes late is passed over. */
export function useSuggestions(of: { noun: Noun; text: string; parentId?: string | null | undefined; locale: string }) {
  const { noun, parentId } = of
  const text = of.text.trim()
  const { suggestions, createNamed } = use(DeskActions)
  const [answer, setAnswer] = useState<{ text: string; found: Found[]; state: 'ready' | 'failed' } | null>(null)
  useEffect(() => {
    if (!text) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ noun, q: text, ...(parentId ? { parent: parentId } : {}) })
        const response = await fetch(`${suggestions}?${query}`, { signal: stop.signal })
        if (!response.ok) throw new Error(String(response.status))
        const { found } = (await response.json()) as { found: Found[] }
        setAnswer({ text, found, state: 'ready' })
      } catch {
        if (!stop.signal.aborted) setAnswer({ text, found: [], state: 'failed' })
      }
    }, QUIET_MILLISECONDS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [noun, parentId, suggestions, text])
  const state = !text ? 'idle' : answer?.text === text ? answer.state : 'searching'
  return {
    // The last answer stays while the next is on its way: the list does not flicker.
    found: text ? (answer?.found ?? []) : [],
    state,
    create: (name: string) => createNamed(noun, name).catch(() => null),
  }
}
