/** @typedef {import('node:http').IncomingMessage} Request */

/** Addresses that answer for one person or one moment; everything else is public and the same for all. */
const DESK = /^\/(?:admin|sign-in)(?:\/|$)/
const MACHINE = /^\/(?:api|healthz)(?:\/|$)/
const ASSET = /^\/_next\//
/** A page of the archive with a form that anybody may send: made for each request, never kept. */
const FORM = /^(?:\/(?:kk|ru))?\/corrections\/report\/?$/
/** Stored files: answered as they come from the store, never kept in memory, never a page. */
const FILE = /^(?:\/media\/[0-9a-f]{64}\.[a-z]{3,4}|\/admin\/media\/[0-9a-f-]{36}\/file)$/

/** @param {string} path @returns {'desk' | 'machine' | 'asset' | 'file' | 'form' | 'public'} */
export function kindOfAddress(path) {
  if (FILE.test(path)) return 'file'
  if (DESK.test(path)) return 'desk'
  if (MACHINE.test(path)) return 'machine'
  if (FORM.test(path)) return 'form'
  return ASSET.test(path) ? 'asset' : 'public'
}

/** Where files arrive. @param {string} url */
export const isUpload = (url) => /^\/admin\/media\/upload(?:\?|$)/.test(url)

/** Headers by which a stranger could speak for a proxy, or for Next to itself. */
const FORWARDED = /^(?:x-forwarded-|forwarded$|x-real-ip$)/
const INTERNAL = /^(?:x-middleware-|x-nextjs-|x-invoke-|x-matched-path$|x-now-route|x-prerender-)/

/**
 * Drops what only a trusted proxy, or Next itself, may say.
 * @param {Request} req
 * @param {boolean} trustProxy
 */
export function dropForgedHeaders(req, trustProxy) {
  for (const name of Object.keys(req.headers)) {
    if (INTERNAL.test(name) || (!trustProxy && FORWARDED.test(name))) delete req.headers[name]
  }
}

/**
 * Why a request is refused before anything looks into it, or null. A guard, not the authorisation: every action
 * and page checks for itself, and all holds without it.
 * @param {Request} req
 * @param {{ kind: ReturnType<typeof kindOfAddress>, origin: string | null }} context `origin` is the configured address, if any
 * @returns {{ status: number, reason: string, allow?: string } | null}
 */
export function refusal(req, { kind, origin }) {
  const url = req.url ?? '/'
  const method = req.method ?? 'GET'
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) return { status: 400, reason: 'Bad address.' }
  if (url.length > 4096) return { status: 414, reason: 'The address is too long.' }
  try {
    if (decodeURIComponent(url.split('?', 1)[0] ?? '').includes('\0')) return { status: 400, reason: 'Bad address.' }
  } catch {
    return { status: 400, reason: 'Bad address.' }
  }
  if (method === 'GET' || method === 'HEAD') return null
  if (kind === 'public' || kind === 'asset' || kind === 'file')
    return { status: 405, reason: 'Only GET is answered here.', allow: 'GET, HEAD' }
  if (kind === 'machine') return null // machine interfaces judge their own methods and credentials
  if (method !== 'POST')
    return { status: 405, reason: 'Only GET and POST are answered here.', allow: 'GET, HEAD, POST' }
  return isSameOrigin(req, origin) ? null : { status: 403, reason: 'This form was sent from another site.' }
}

/** @param {Request} req @param {string | null} configured */
function isSameOrigin(req, configured) {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const origin = req.headers.origin
  if (!origin) return false
  try {
    const { host, origin: normal } = new URL(origin)
    return configured ? normal === configured : host === req.headers.host
  } catch {
    return false
  }
}
