/** @typedef {import('node:http').IncomingMessage} Request */

const COOKIE = 'plenary-preview'
const TOKEN = /^[\w-]{43}$/
const ADDRESS = /^(?:\/(kk|ru))?\/preview\/([^/]+)\/?$/
/** What has its own name for a file, and pictures made for other sites, are the same in a preview. */
const NOT_A_PAGE = /\.[^/]*$|\/opengraph-image$/

/** Previews at once in one process: each holds a connection and the locks of a draft. */
export const PREVIEWS_AT_ONCE = 2
export const PREVIEWS_WAITING = 20

/** What an address of a preview link asks for; null when it is none. @param {string} path */
export function previewAddress(path) {
  const [, locale = '', word = ''] = ADDRESS.exec(path) ?? []
  if (!word) return null
  return { prefix: locale && `/${locale}`, token: word === 'leave' ? null : word }
}

/** The token of the preview that somebody is in and asks for a page of, or null. @param {Request} req @param {string} path */
export function previewOf(req, path) {
  if (NOT_A_PAGE.test(path)) return null
  for (const pair of String(req.headers.cookie ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=', 2)
    if (name === COOKIE && TOKEN.test(value)) return value
  }
  return null
}

/** @param {{ token: string | null, until?: Date, isTls: boolean }} of no token ends the preview @returns {string} Set-Cookie */
export function previewCookie({ token, until, isTls }) {
  const ends = token && until ? `Expires=${until.toUTCString()}` : 'Max-Age=0'
  return `${COOKIE}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; ${ends}${isTls ? '; Secure' : ''}`
}
