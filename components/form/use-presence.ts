'use client'

import { useEffect, useState } from 'react'

/** Who else has the record open, and how it stands there. */
export type Presence = { others: string[]; lock: number; version: number; at: string; by: string | null }

const EVERY = 15_000

/** Asks now and then who else has the record open, while its page is looked at. `known` came with the page. */
export function usePresence(known: Presence | null, address: string): Presence | null {
  const [present, setPresent] = useState(known)
  useEffect(() => setPresent(known), [known])
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      const answer = await fetch(address).catch(() => null)
      const said: unknown = answer?.ok ? await answer.json().catch(() => null) : null
      if (said && typeof said === 'object' && 'present' in said && said.present) setPresent(said.present as Presence)
    }
    const timer = setInterval(() => void ask(), EVERY)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [address])
  return present
}
