import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** @typedef {import('./kept-pages.mjs').Answer} Answer */
/** @typedef {(req: IncomingMessage, res: ServerResponse) => Promise<void>} Handler Next's request handler */

/**
 * To a request that says no browser Next sends the page before its title is known, and the title in the body. With any
 * other, `htmlLimitedBots` holds (next.config.ts): the whole head comes first.
 */
const ALL = { 'user-agent': 'Plenary', 'accept-encoding': 'identity', accept: 'text/html,*/*' }

/**
 * Lets Next answer a GET of `url` and returns the whole answer. The request is made here and carries nothing of any
 * reader's (no cookie, no address, no language), so the answer can be kept and given to all.
 *
 * @param {Handler} handle
 * @param {string} url path and query
 * @param {string} host
 * @returns {Promise<Answer>}
 */
export function renderPage(handle, url, host) {
  const req = new IncomingMessage(new Socket())
  req.method = 'GET'
  req.url = url
  req.headers = { host, ...ALL }
  req.push(null)
  return whole(handle, req)
}

/** What of a reader's request goes on with a form that anybody may send. */
const OF_A_FORM = ['host', 'origin', 'sec-fetch-site', 'content-type', 'content-length']

/**
 * Lets Next answer a form as a browser without scripts sends it, and returns the whole answer. Nothing of the reader's
 * but the form goes along.
 *
 * @param {Handler} handle
 * @param {IncomingMessage} req
 * @returns {Promise<Answer>}
 */
export function answerForm(handle, req) {
  const { headers } = req
  req.headers = { ...ALL }
  for (const name of OF_A_FORM) if (headers[name] !== undefined) req.headers[name] = headers[name]
  return whole(handle, req)
}

/** @param {Handler} handle @param {IncomingMessage} req @returns {Promise<Answer>} */
function whole(handle, req) {
  return new Promise((resolve, reject) => {
    const res = new ServerResponse(req)
    /** @type {Buffer[]} */
    const parts = []
    /** @param {any[]} args chunk, encoding and callback, the last two optional */
    const take = ([chunk, encoding, ...rest]) => {
      if (chunk != null && typeof chunk !== 'function') {
        parts.push(
          typeof chunk === 'string'
            ? Buffer.from(chunk, typeof encoding === 'string' ? /** @type {BufferEncoding} */ (encoding) : 'utf8')
            : Buffer.from(chunk),
        )
      }
      const callback = [chunk, encoding, ...rest].find((arg) => typeof arg === 'function')
      if (callback) queueMicrotask(callback)
    }
    Object.assign(res, {
      flushHeaders() {},
      /** @param {number} status @param {any[]} more reason and headers, both optional */
      writeHead(status, ...more) {
        res.statusCode = status
        const headers = more.find((arg) => typeof arg === 'object')
        for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) res.setHeader(name, value)
        return res
      },
      /** @param {any[]} args */
      write(...args) {
        take(args)
        return true
      },
      /** @param {any[]} args */
      end(...args) {
        take(args)
        queueMicrotask(() => {
          res.emit('finish')
          res.emit('close')
        })
        resolve({ status: res.statusCode, headers: plainHeaders(res), body: Buffer.concat(parts) })
        return res
      },
    })
    handle(req, res).catch(reject)
  })
}

/** @param {ServerResponse} res @returns {Record<string, string>} */
function plainHeaders(res) {
  return Object.fromEntries(
    Object.entries(res.getHeaders()).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}

const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g
const OURS = /\sdata-keep(?:[\s=]|$)|\stype="application\/ld\+json"/
const SCRIPT_PRELOAD = /<link\b(?=[^>]*\srel="preload")(?=[^>]*\sas="script")[^>]*\/?>/g

/**
 * Takes the framework's scripts and data out of a public page: it is complete HTML, and what it runs is one small
 * script of ours, marked data-keep. That leaves a page of half the size and a CSP without any inline exception but
 * the hash of the theme script.
 * @param {string} html
 */
export function withoutFramework(html) {
  return html.replace(SCRIPT, (script, attributes) => (OURS.test(attributes) ? script : '')).replace(SCRIPT_PRELOAD, '')
}

const KEPT_INLINE = /<script\b(?=[^>]*\sdata-keep)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** The inline scripts of ours that run on the page, as they stand in it. @param {string} html */
export const inlineScripts = (html) => [...html.matchAll(KEPT_INLINE)].map((match) => match[1] ?? '')

const ALTERNATE = /<link\b(?=[^>]*\srel="alternate")[^>]*>/g
/** @param {string} tag @param {string} name */
const attribute = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&')

/**
 * The files beside a page, as its head names them, for programs that read no HTML (RFC 8288): the value of a Link
 * header, or null. Pages in other languages are no files.
 * @param {string} html
 */
export function alternateLinks(html) {
  const links = [...html.matchAll(ALTERNATE)].flatMap(([tag]) => {
    const [type, href] = [attribute(tag, 'type'), attribute(tag, 'href')]
    // What a header cannot hold is no address of ours.
    return type && href && /^[!-~]+$/.test(href + type) && !/[<>]/.test(href)
      ? [`<${href}>; rel="alternate"; type="${type}"`]
      : []
  })
  return links.length > 0 ? links.join(', ') : null
}

const STATUS = /<meta name="plenary-status" content="(404|410|503)"\/>/

/**
 * The status that a page itself asks for (see components/page-status): App Router pages cannot set 410.
 * @param {string} html @param {number} status
 */
export function statusOf(html, status) {
  const asked = STATUS.exec(html)?.[1]
  return asked ? Number(asked) : status
}
