import { randomUUID } from 'node:crypto'
import { createPreviews } from './answer-preview.mjs'
import { replaceBarePages } from './bare-pages.mjs'
import { dropForgedHeaders, kindOfAddress, refusal } from './guard.mjs'
import { chooseEncoding, KeptPage, KeptPages } from './kept-pages.mjs'
import { previewAddress, previewOf } from './preview.mjs'
import { createQueue, TooBusy } from './queue.mjs'
import { alternateLinks, answerForm, inlineScripts, renderPage, statusOf, withoutFramework } from './render.mjs'
import { requestFacts } from './request-facts.mjs'
import { clientAddress, createSearchLimit, isApi, searchCost } from './search-limit.mjs'
import {
  commonHeaders,
  dataPolicy,
  deskPolicy,
  filePolicy,
  newNonce,
  publicPolicy,
  scriptHash,
} from './security-headers.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./kept-pages.mjs').Answer} Answer
 * @typedef {{
 *   handle: import('./render.mjs').Handler,
 *   application: () => import('./application.mjs').Application,
 *   content: ReturnType<typeof import('./content-version.mjs').watchContentVersion>,
 *   address: string,
 *   isAddressConfigured: boolean,
 *   trustProxy: boolean,
 *   dev: boolean,
 *   keepBytes: number,
 *   searchesAtOnce: number,
 *   log: (entry: Record<string, unknown>, message: string) => void,
 * }} FrontOptions
 */

const RENDERS_AT_ONCE = 8
const RENDERS_WAITING = 200
const RENDER_SECONDS = 20
/** As long as a form without files can be. */
const FORM_BYTES = 64 * 1024
/** What a page says beside 503 when it is too busy, not broken. */
const BUSY = { 'retry-after': '5', 'cache-control': 'no-store' }
const LOCALE_PREFIX = /^\/(kk|ru)(?:\/|$)/
/** Said in the language of the address. @type {Record<string, string>} */
const TOO_MANY_SEARCHES = {
  en: 'You have searched very often in a short time. Please try again in a few seconds.',
  kk: 'Қысқа уақытта тым көп іздедіңіз. Бірнеше секундтан кейін қайталап көріңіз.',
  ru: 'Слишком много поисков за короткое время. Попробуйте ещё раз через несколько секунд.',
}
/** @type {Record<string, string>} */
const NO_PREVIEW = {
  en: 'The preview could not be made just now. Please try again in a few seconds.',
  kk: 'Алдын ала қарауды қазір көрсету мүмкін болмады. Бірнеше секундтан кейін қайталап көріңіз.',
  ru: 'Сейчас не удалось показать предварительный вид. Попробуйте ещё раз через несколько секунд.',
}
/** What of Next's own headers goes on with a page, and with what is none. */
const OF_A_PAGE = ['content-type', 'location', 'content-disposition', 'set-cookie', 'x-robots-tag']
const OF_A_FILE = [
  ...OF_A_PAGE,
  ...['last-modified', 'link', 'content-language', 'access-control-allow-origin', 'retry-after'],
]
const KEPT_STATUSES = new Set([200, 301, 307, 404, 410])

/**
 * The layer between the socket and Next, in the same process (docs/decisions.md, "How public pages are rendered and
 * kept"). Next renders; this keeps public pages under the content version they were rendered with, gives them their
 * real status, ETag, compression and security headers, and says honestly when the database is away.
 * @param {FrontOptions} options
 */
export function createFront(options) {
  const { handle, content, dev, log } = options
  const pages = new KeptPages(options.keepBytes)
  const missing = new KeptPages(options.keepBytes / 16) // apart, so that made-up addresses cannot push real pages out
  /** @type {Map<string, KeptPage>} */
  const statusPages = new Map()
  /** @type {Map<string, Promise<KeptPage>>} */
  const underWay = new Map()
  const { host, origin } = new URL(options.address)
  const isTls = options.address.startsWith('https:')
  const common = commonHeaders({ isTls })
  const searches = createSearchLimit({ burst: options.searchesAtOnce })
  const queue = createQueue(RENDERS_AT_ONCE, RENDERS_WAITING)
  const previews = createPreviews({
    application: options.application,
    renderPage: async (url) => toPage(await inTime(renderPage(handle, url, host)), ''),
    send,
    isTls,
  })

  /** @param {Request} req @param {Response} res */
  async function answer(req, res) {
    for (const [name, value] of Object.entries(common)) res.setHeader(name, value)
    dropForgedHeaders(req, options.trustProxy)
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/'
    const kind = kindOfAddress(path)
    const who = clientAddress(req, options.trustProxy)
    const no = refusal(req, { kind, origin: options.isAddressConfigured ? origin : null })
    if (no) {
      if (no.allow) res.setHeader('allow', no.allow)
      return sendText(res, no.status, no.reason)
    }
    if (kind === 'public' && !(dev && req.headers.rsc)) {
      return (await isPreview(req, res, path, who)) ? undefined : answerPublic(req, res, who)
    }
    if (kind === 'form') return answerOpenForm(req, res, who)
    if (kind === 'machine' && isTooMany(req, res, who)) return
    if (kind === 'desk' && !dev) {
      // Where Next's own scripts asked, they know what to make of it.
      if (!req.headers.rsc && !req.headers['next-action'])
        replaceBarePages(res, (status) => void answerDeskStatus(req, res, status))
      const policy = deskPolicy(newNonce())
      req.headers['content-security-policy'] = policy // from here Next takes the nonce for its own scripts
      res.setHeader('content-security-policy', policy)
    } else if (kind === 'machine') res.setHeader('content-security-policy', dataPolicy)
    else if (kind === 'file') res.setHeader('content-security-policy', filePolicy)
    await requestFacts.run({ address: who, url: req.url ?? '/' }, () => handle(req, res))
    if (req.method === 'POST') await content.ask().catch(() => {})
  }

  /**
   * Answers what belongs to a preview of what is not public, and returns true; all else is for everybody.
   * @param {Request} req @param {Response} res @param {string} path @param {string} who
   */
  async function isPreview(req, res, path, who) {
    const asked = previewAddress(path)
    const token = asked ? null : previewOf(req, path)
    if (!asked && !token) return false
    const prefix = asked?.prefix ?? LOCALE_PREFIX.exec(path)?.[0].replace(/\/$/, '') ?? ''
    try {
      if (token) return isTooMany(req, res, who) || (await previews.page(req, res, { token, prefix }))
      if (asked) await previews.open(req, res, asked)
    } catch (error) {
      const isBusy = error instanceof TooBusy
      if (!isBusy) log({ err: error, path: asked ? '/preview' : path }, 'a preview could not be made')
      res.setHeader('retry-after', '5')
      sendText(res, 503, NO_PREVIEW[prefix.slice(1) || 'en'] ?? '')
    }
    return true
  }

  /**
   * Takes a search from its reader's allowance; when none is left, says so and returns true.
   * @param {Request} req @param {Response} res @param {string} who
   */
  function isTooMany(req, res, who) {
    const url = req.url ?? '/'
    const path = url.split('?', 1)[0] ?? '/'
    const cost = searchCost(path)
    const seconds = cost && searches.take(who, cost)
    if (isApi(path)) {
      const { policy, limit } = searches.standing(who, cost)
      res.setHeader('ratelimit-policy', policy)
      res.setHeader('ratelimit', limit)
    }
    if (!seconds) return false
    if (isApi(path)) {
      res.setHeader('retry-after', String(seconds))
      sendTooMany(res)
      return true
    }
    const locale = LOCALE_PREFIX.exec(url)?.[1] ?? 'en'
    res.setHeader('retry-after', String(seconds))
    res.setHeader('content-language', locale)
    sendText(res, 429, TOO_MANY_SEARCHES[locale] ?? '')
    return true
  }

  /** @param {Request} req @param {Response} res @param {string} who */
  async function answerPublic(req, res, who) {
    const url = req.url ?? '/'
    const { version, isAway } = await content.current()
    const kept = pages.get(url) ?? missing.get(url)
    if (kept && kept.version === version && !dev) return send(req, res, kept)

    const key = `${version} ${url}`
    let making = underWay.get(key)
    if (!making) {
      if (isTooMany(req, res, who)) return
      making = queue(() => make(url, version)).finally(() => underWay.delete(key))
      underWay.set(key, making)
    }
    try {
      const page = await making
      if (page.status < 500 || page.headers['retry-after']) return send(req, res, page)
      return answerFailure(req, res, isAway)
    } catch (error) {
      if (error instanceof TooBusy) {
        res.setHeader('retry-after', '2')
        return sendText(res, 503, 'The archive is very busy. Please try again in a few seconds.')
      }
      log({ err: error, url }, 'a page could not be rendered')
      return answerFailure(req, res, isAway)
    }
  }

  /**
   * A page of the archive with a form that anybody may send: a public page, with nothing of the reader's in it but what
   * the form sends, made anew each time. Its limits are the form's own (lib/corrections).
   * @param {Request} req @param {Response} res @param {string} who
   */
  async function answerOpenForm(req, res, who) {
    const url = req.url ?? '/'
    const isSent = req.method === 'POST'
    if (isSent && !(Number(req.headers['content-length']) <= FORM_BYTES)) return sendText(res, 413, 'This is too much.')
    try {
      const rendered = await queue(() =>
        requestFacts.run({ address: who, url }, () =>
          inTime(isSent ? answerForm(handle, req) : renderPage(handle, url, host)),
        ),
      )
      const page = toPage(rendered, '')
      if (page.status >= 500) return answerFailure(req, res, false)
      const { status, headers, body } = page.status === 404 ? await statusPage(url, 404) : page
      const shown = { status: page.status === 404 ? 404 : status, headers: { ...headers, 'cache-control': 'no-store' } }
      return send(req, res, new KeptPage({ ...shown, body }, ''))
    } catch (error) {
      if (!(error instanceof TooBusy)) log({ err: error, url }, 'a form could not be answered')
      return error instanceof TooBusy ? sendText(res, 503, 'The archive is very busy.') : answerFailure(req, res, false)
    } finally {
      if (isSent) await content.ask().catch(() => {})
    }
  }

  /**
   * A page of the desk that is refused, missing or failed, as a whole page in the language of the browser.
   * @param {Request} req @param {Response} res @param {number} status
   */
  async function answerDeskStatus(req, res, status) {
    const language = /\b(?:kk|ru|en)\b/.exec(String(req.headers['accept-language'] ?? ''))?.[0] ?? 'en'
    const url = `/${language}/`
    try {
      if (status >= 500) return await answerFailure(req, res, false, url)
      const page = await statusPage(url, status === 403 ? 403 : 404)
      const headers = { ...page.headers, 'cache-control': 'no-store' }
      await send(req, res, new KeptPage({ status, headers, body: page.body }, ''))
    } catch (error) {
      log({ err: error }, 'a status page could not be rendered')
      res.destroy()
    }
  }

  /** @param {string} url @param {string} version @returns {Promise<KeptPage>} */
  async function make(url, version) {
    const rendered = await inTime(renderPage(handle, url, host))
    const page = toPage(rendered, version)
    if (page.status === 404 && isHtml(rendered))
      return keep(missing, url, withStatus(await statusPage(url, 404), 404, version))
    if (KEPT_STATUSES.has(page.status)) return keep(page.status === 404 ? missing : pages, url, page)
    return page
  }

  /** @param {KeptPages} where @param {string} url @param {KeptPage} page */
  function keep(where, url, page) {
    if (page.headers['set-cookie']) throw new Error(`The public page ${url} sets a cookie`)
    if (!dev) where.set(url, page)
    return page
  }

  /** @param {Answer} rendered @param {string} version */
  function toPage(rendered, version) {
    /** @type {Record<string, string>} */
    const headers = {}
    for (const name of isHtml(rendered) ? OF_A_PAGE : OF_A_FILE) {
      const value = rendered.headers[name]
      if (value) headers[name] = value
    }
    // Only what has its version in its address may be kept by readers without asking.
    const isForEver = rendered.headers['cache-control']?.includes('immutable')
    headers['cache-control'] = isForEver ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate'
    let { status, body } = rendered
    if (status === 308) status = 301 // "renamed for ever"; Next knows only 308, and public pages know only GET
    if (headers.location)
      return new KeptPage(
        { status, headers: { ...headers, 'content-security-policy': dataPolicy }, body: Buffer.alloc(0) },
        version,
      )
    if (isHtml(rendered)) {
      const html = dev ? body.toString('utf8') : withoutFramework(body.toString('utf8'))
      status = statusOf(html, status)
      if (status === 503) Object.assign(headers, BUSY) // a page that asks for it has words of its own
      body = Buffer.from(html)
      const link = alternateLinks(html)
      if (link) headers.link = link
      if (!dev) headers['content-security-policy'] = publicPolicy(inlineScripts(html).map(scriptHash))
    } else headers['content-security-policy'] = dataPolicy
    return new KeptPage({ status, headers, body }, version)
  }

  /**
   * A failed page: 503 while the database is away, else 500 with the number under which the log holds it.
   * @param {Request} req @param {Response} res @param {boolean} wasAway @param {string} url by which its language is known
   */
  async function answerFailure(req, res, wasAway, url = req.url ?? '/') {
    const isAway = wasAway || (await content.ask()).isAway
    const id = randomUUID()
    log({ request: id, url: req.url, isAway }, isAway ? 'the database is away' : 'a page failed')
    res.setHeader('x-request-id', id)
    if (isAway) res.setHeader('retry-after', '5')
    const page = await statusPage(url, isAway ? 503 : 500)
    const body = Buffer.from(page.body.toString('utf8').replaceAll('{request}', id))
    const failed = new KeptPage(
      { status: isAway ? 503 : 500, headers: { ...page.headers, 'cache-control': 'no-store' }, body },
      '',
    )
    return send(req, res, failed)
  }

  /** The page that says so, in the language of the address; made once, as it needs no database. @param {string} url @param {403 | 404 | 500 | 503} status */
  async function statusPage(url, status) {
    const locale = LOCALE_PREFIX.exec(url)?.[1]
    const address = `${locale ? `/${locale}` : ''}/status/${status}`
    let page = statusPages.get(address)
    if (!page) {
      page = toPage(await inTime(renderPage(handle, address, host)), '')
      if (!dev) statusPages.set(address, page)
    }
    return page
  }

  /** Renders what must be there when the database is not. */
  async function warm() {
    for (const locale of ['/', '/kk/', '/ru/']) {
      for (const status of /** @type {const} */ ([403, 404, 500, 503])) await statusPage(locale, status)
    }
  }

  return { answer, warm, pages }
}

/** @param {KeptPage} page @param {number} status @param {string} version */
const withStatus = (page, status, version) => new KeptPage({ status, headers: page.headers, body: page.body }, version)

/** @param {Answer} answer */
const isHtml = (answer) => (answer.headers['content-type'] ?? '').startsWith('text/html')

const COMPRESSIBLE =
  /^(?:text\/|application\/(?:(?:[\w.-]+\+)?(?:json|xml)|javascript|x-bibtex|x-research-info-systems)\b|image\/svg)/

/** @param {Request} req @param {Response} res @param {KeptPage} page */
async function send(req, res, page) {
  for (const [name, value] of Object.entries(page.headers)) res.setHeader(name, value)
  res.setHeader('vary', 'accept-encoding')
  if (page.status === 200) {
    res.setHeader('etag', page.etag)
    if (matches(req.headers['if-none-match'], page.etag)) {
      res.writeHead(304).end()
      return
    }
  }
  const encoding = COMPRESSIBLE.test(page.headers['content-type'] ?? '')
    ? chooseEncoding(String(req.headers['accept-encoding'] ?? ''))
    : 'identity'
  const body = await page.bodyIn(encoding)
  if (encoding !== 'identity') res.setHeader('content-encoding', encoding)
  res.setHeader('content-length', body.length)
  res.writeHead(page.status).end(req.method === 'HEAD' ? undefined : body)
}

/** If-None-Match, compared weakly (RFC 9110, 13.1.2). @param {string | undefined} header @param {string} etag */
function matches(header, etag) {
  const bare = etag.replace(/^W\//, '')
  return !!header && header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === bare)
}

/** @param {Response} res @param {number} status @param {string} text */
export function sendText(res, status, text) {
  res.setHeader('content-type', 'text/plain; charset=utf-8')
  res.setHeader('content-security-policy', dataPolicy)
  res.setHeader('cache-control', 'no-store')
  res.writeHead(status).end(`${text}\n`)
}

/** Says to a program that it asked too often (RFC 9457). @param {Response} res */
function sendTooMany(res) {
  res.setHeader('content-type', 'application/problem+json; charset=utf-8')
  res.setHeader('content-security-policy', dataPolicy)
  res.setHeader('cache-control', 'no-store')
  res.setHeader('access-control-allow-origin', '*')
  res.setHeader('access-control-expose-headers', 'retry-after, ratelimit, ratelimit-policy')
  const detail = 'Too many requests came from this address. Retry-After says in how many seconds there is room again.'
  res
    .writeHead(429)
    .end(`${JSON.stringify({ type: 'about:blank', title: 'Too many requests', status: 429, detail })}\n`)
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
function inTime(work) {
  /** @type {NodeJS.Timeout} */
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer from the page in ${RENDER_SECONDS} s`)), RENDER_SECONDS * 1000)
  })
  return /** @type {Promise<T>} */ (Promise.race([work, late])).finally(() => clearTimeout(timer))
}
