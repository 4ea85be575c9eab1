import { KeptPage } from './kept-pages.mjs'
import { PREVIEWS_AT_ONCE, PREVIEWS_WAITING, previewCookie } from './preview.mjs'
import { createQueue } from './queue.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

const NEVER_KEPT = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' }

/**
 * Answers with pages of a preview: rendered as if a draft were public, for one reader, and kept nowhere.
 * @param {{
 *   application: () => import('./application.mjs').Application,
 *   renderPage: (url: string) => Promise<KeptPage>,
 *   send: (req: Request, res: Response, page: KeptPage) => Promise<void>,
 *   isTls: boolean,
 * }} front `renderPage` renders a page as it is for everybody and keeps nothing
 */
export function createPreviews({ application, renderPage, send, isTls }) {
  const queue = createQueue(PREVIEWS_AT_ONCE, PREVIEWS_WAITING)

  /** @param {Request} req @param {Response} res @param {KeptPage} page @param {Record<string, string>} [more] */
  const answer = (req, res, { status, headers, body }, more = {}) => {
    const { etag: _, ...rest } = headers
    // What moves in a preview has not moved for good.
    const passing = status === 301 ? 307 : status
    return send(req, res, new KeptPage({ status: passing, headers: { ...rest, ...NEVER_KEPT, ...more }, body }, ''))
  }

  /** A page that says why there is none. @param {string} url @returns {Promise<KeptPage>} */
  const missing = async (url) => asMissing(await renderPage(url))
  /** @param {string} prefix */
  const unfinished = (prefix) => missing(`${prefix}/status/draft`)

  return {
    /**
     * Begins a preview and leads to its draft, or ends it. A token that opens nothing is a page that is not there.
     * @param {Request} req @param {Response} res @param {{ prefix: string, token: string | null }} asked
     */
    async open(req, res, { prefix, token }) {
      if (!token) return leadTo(res, prefix || '/', previewCookie({ token: null, isTls }))
      const opened = await queue(() => application().openPreview(token))
      if (opened.kind === 'open') {
        return leadTo(res, prefix + opened.path, previewCookie({ token, until: opened.until, isTls }))
      }
      return answer(req, res, await (opened.kind === 'closed' ? missing(`${prefix}/status/404`) : unfinished(prefix)))
    },
    /**
     * Answers with a page of the preview; false when it is over, and the page is the one for everybody.
     * @param {Request} req @param {Response} res @param {{ token: string, prefix: string }} of
     * @returns {Promise<boolean>}
     */
    async page(req, res, { token, prefix }) {
      const url = req.url ?? '/'
      const made = await queue(() =>
        application().renderInPreview(token, async () => {
          const page = await renderPage(url)
          return page.status === 404 ? missing(`${prefix}/status/404`) : page
        }),
      )
      if (made.kind === 'closed') {
        res.setHeader('set-cookie', previewCookie({ token: null, isTls }))
        return false
      }
      // As a page that failed would be Next's own: the front says so in words.
      if (made.kind === 'rendered' && made.page.status >= 500) throw new Error('A page of a preview failed')
      await answer(req, res, made.kind === 'rendered' ? made.page : await unfinished(prefix))
      return true
    },
  }
}

/** @param {KeptPage} page */
const asMissing = ({ headers, body }) => new KeptPage({ status: 404, headers, body }, '')

/** @param {Response} res @param {string} path @param {string} cookie */
function leadTo(res, path, cookie) {
  // The address holds the secret: it goes nowhere as a referrer.
  const headers = { location: path, 'set-cookie': cookie, 'referrer-policy': 'no-referrer', ...NEVER_KEPT }
  res.writeHead(303, headers).end()
}
