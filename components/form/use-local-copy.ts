'use client'

import { useCallback, useEffect, useState } from 'react'
import type { FormValues } from '@/lib/revisions/form-values'

/** What was typed and not yet saved, kept in this browser: it survives a closed tab, an expired sign-in, a server away. */
export type LocalCopy = { values: FormValues; lock: number; at: string }

const PREFIX = 'plenary-unsaved:'

/** The copy of a record's form that an earlier visit left here, and how to keep one. */
export function useLocalCopy(id: string) {
  const [left, setLeft] = useState<LocalCopy | null>(null)
  useEffect(() => {
    setLeft(read(id))
  }, [id])
  const keep = useCallback(
    (values: FormValues, lock: number) => write(id, { values, lock, at: new Date().toISOString() }),
    [id],
  )
  const drop = useCallback(() => {
    setLeft(null)
    write(id, null)
  }, [id])
  return { left, keep, drop, forget: () => setLeft(null) }
}

function read(id: string): LocalCopy | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null')
    return stored && typeof stored === 'object' && 'values' in stored && 'lock' in stored ? (stored as LocalCopy) : null
  } catch {
    return null // storage is switched off or holds something else
  }
}

function write(id: string, copy: LocalCopy | null) {
  try {
    if (copy) localStorage.setItem(PREFIX + id, JSON.stringify(copy))
    else localStorage.removeItem(PREFIX + id)
  } catch {
    // Full or switched off: the form still saves to the server.
  }
}
