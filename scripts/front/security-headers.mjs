import { createHash, randomBytes } from 'node:crypto'

const CLOSED = "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
const OWN = "default-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"

/** @param {string} source the exact text of an inline script @returns {string} its CSP source expression */
export const scriptHash = (source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`

/**
 * For the public pages, which are kept and the same for all: our own script file and the one inline script whose
 * hash is given. Styles may be inline, as charts place their bars with them.
 * @param {string[]} hashes
 */
export const publicPolicy = (hashes) =>
  `${OWN}; script-src 'self' ${hashes.join(' ')}; style-src 'self' 'unsafe-inline'; ${CLOSED}`

/** For pages made for one person: a nonce for each answer. @param {string} nonce */
export const deskPolicy = (nonce) =>
  `${OWN}; script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; ${CLOSED}`

/** For answers that are not pages. */
export const dataPolicy = `default-src 'none'; style-src 'unsafe-inline'; sandbox; ${CLOSED}`

/** For stored files, whatever is in them: nothing runs, nothing is fetched, and no site is theirs. */
export const filePolicy = `default-src 'none'; sandbox; ${CLOSED}`

export const newNonce = () => randomBytes(16).toString('base64')

/**
 * What every answer carries, whatever it is.
 * @param {{ isTls: boolean }} options
 * @returns {Record<string, string>}
 */
export function commonHeaders({ isTls }) {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'x-frame-options': 'DENY',
    ...(isTls ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}
