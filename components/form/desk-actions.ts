'use client'

import { createContext } from 'react'
import type { Noun } from '@/lib/revisions/nouns'
import type { Chosen } from './record-picker'

/** What the parts of a form ask of the server; the page passes it. */
export type DeskActions = {
  /** Address that answers suggestions. */
  suggestions: string
  /** Address that answers who is in a session. */
  appearances: string
  /** Makes a draft of that name; null when it could not. */
  createNamed: (noun: Noun, name: string) => Promise<Chosen | null>
}

export const DeskActions = createContext<DeskActions>({
  suggestions: '',
  appearances: '',
  createNamed: async () => null,
})
