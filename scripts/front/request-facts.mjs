import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Tells the program behind the front, which runs in the same process, what the front knows of a request: headers
 * could be forged if the front were taken away, this could not. Read by lib/auth/request-facts.ts.
 * @type {AsyncLocalStorage<{ address: string, url: string }>}
 */
export const requestFacts = new AsyncLocalStorage()

Object.assign(globalThis, { [Symbol.for('plenary.request-facts')]: requestFacts })
