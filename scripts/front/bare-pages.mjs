/** @typedef {import('node:http').ServerResponse} Response */

/**
 * Where a page of the desk is refused, missing or fails, Next answers with a page that is empty until its scripts have
 * run. Puts `answer` in its place: a whole page, given before anything was sent.
 * @param {Response} res
 * @param {(status: number) => void} answer
 */
export function replaceBarePages(res, answer) {
  const { writeHead, write, end, flushHeaders } = res
  let isReplaced = false

  const isBare = () => {
    if (isReplaced) return true
    const isHtml = String(res.getHeader('content-type') ?? '').startsWith('text/html')
    return !res.headersSent && isHtml && (res.statusCode === 403 || res.statusCode === 404 || res.statusCode >= 500)
  }
  /** @param {unknown[]} args */
  const done = (args) => {
    const callback = args.find((arg) => typeof arg === 'function')
    if (callback) queueMicrotask(/** @type {() => void} */ (callback))
  }
  /** @param {any[]} args status, then reason and headers, both optional */
  res.writeHead = (...args) => {
    res.statusCode = args[0]
    return isBare() ? res : /** @type {Function} */ (writeHead).apply(res, args)
  }
  res.flushHeaders = () => {
    if (!isBare()) flushHeaders.apply(res)
  }
  /** @param {any[]} args */
  res.write = (...args) => {
    if (!isBare()) return /** @type {Function} */ (write).apply(res, args)
    done(args)
    return true
  }
  /** @param {any[]} args */
  res.end = (...args) => {
    if (!isBare()) return /** @type {Function} */ (end).apply(res, args)
    if (isReplaced) return res
    isReplaced = true
    Object.assign(res, { writeHead, write, end, flushHeaders })
    for (const name of ['link', 'content-length', 'etag', 'transfer-encoding']) res.removeHeader(name)
    done(args)
    answer(res.statusCode)
    return res
  }
}
