import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import zlib from 'node:zlib'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/** @typedef {{ status: number, headers: Record<string, string>, body: Buffer }} Answer what a page answered */
/** @typedef {'br' | 'gzip' | 'identity'} Encoding */

/** An answer with its ETag, and its compressed bodies, each made when it is first wanted. */
export class KeptPage {
  /** @type {Map<Encoding, Promise<Buffer>>} */
  #bodies = new Map()

  /** @param {Answer} answer @param {string} version the content version it was rendered under */
  constructor(answer, version) {
    this.status = answer.status
    this.headers = answer.headers
    this.body = answer.body
    this.version = version
    // Weak: the same for every encoding, as the pages are the same to a reader.
    this.etag = `W/"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`
  }

  get size() {
    return this.body.length * 1.6 + 512 // with its compressed bodies
  }

  /** @param {Encoding} encoding @returns {Promise<Buffer>} */
  bodyIn(encoding) {
    let body = this.#bodies.get(encoding)
    if (!body) {
      body =
        encoding === 'br'
          ? brotli(this.body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } })
          : encoding === 'gzip'
            ? gzip(this.body)
            : Promise.resolve(this.body)
      this.#bodies.set(encoding, body)
    }
    return body
  }
}

/** Pages by address, the least recently read dropped first, never more than `maxBytes` of them. */
export class KeptPages {
  /** @type {Map<string, KeptPage>} */
  #pages = new Map()
  #bytes = 0

  /** @param {number} maxBytes */
  constructor(maxBytes) {
    this.maxBytes = maxBytes
  }

  get bytes() {
    return this.#bytes
  }

  /** @param {string} key */
  get(key) {
    const page = this.#pages.get(key)
    if (page) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
    }
    return page
  }

  /** @param {string} key @param {KeptPage} page */
  set(key, page) {
    this.delete(key)
    if (page.size > this.maxBytes / 8) return
    this.#pages.set(key, page)
    this.#bytes += page.size
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.maxBytes) break
      this.delete(oldest)
    }
  }

  /** @param {string} key */
  delete(key) {
    const page = this.#pages.get(key)
    if (!page) return
    this.#pages.delete(key)
    this.#bytes -= page.size
  }
}

/**
 * The encoding to answer in, of those the reader accepts (RFC 9110, 12.5.3).
 * @param {string | undefined} accepted the Accept-Encoding header
 * @returns {Encoding}
 */
export function chooseEncoding(accepted) {
  const offers = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name, ...params] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const q = params.find((param) => param.startsWith('q='))
      return [name, q ? Number(q.slice(2)) : 1]
    }),
  )
  const any = offers.get('*') ?? 0
  if ((offers.get('br') ?? any) > 0) return 'br'
  if ((offers.get('gzip') ?? any) > 0) return 'gzip'
  return 'identity'
}
