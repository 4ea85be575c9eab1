import 'server-only'
import type { AsyncLocalStorage } from 'node:async_hooks'

/** What the front knows of a request from its own socket and no header can forge (scripts/front/request-facts.mjs). */
export type RequestFacts = { address: string; url: string }

const KEY = Symbol.for('plenary.request-facts')
/** Without the front nobody's address is known, and all share one allowance: strict, never open. */
const UNKNOWN: RequestFacts = { address: 'unknown', url: '' }

export function requestFacts(): RequestFacts {
  const storage = (globalThis as unknown as Record<symbol, AsyncLocalStorage<RequestFacts> | undefined>)[KEY]
  return storage?.getStore() ?? UNKNOWN
}
