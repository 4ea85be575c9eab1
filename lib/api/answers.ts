import { createHash } from 'node:crypto'

/** Any page on the web may read what the archive publishes, and what is said beside it. */
const shared = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link, location, retry-after, ratelimit, ratelimit-policy, x-request-id',
}

const kept = { ...shared, 'cache-control': 'public, max-age=60', vary: 'accept-encoding' }

type Headers = Record<string, string>

/** An answer with its ETag: 304 to who has it already. */
export function answer(request: Request, body: string, headers: Headers): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const all = { ...kept, etag, ...headers }
  return matches(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { headers: all })
}

export const jsonAnswer = (request: Request, value: unknown, headers: Headers = {}) =>
  answer(request, `${JSON.stringify(value)}\n`, { 'content-type': 'application/json; charset=utf-8', ...headers })

/** If-None-Match, compared weakly (RFC 9110, 13.1.2): what stands in front may have compressed the answer. */
function matches(header: string | null, etag: string): boolean {
  return !!header && header.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}

const titles: Record<number, string> = {
  400: 'The request cannot be understood',
  404: 'There is no such thing',
  410: 'It was withdrawn',
  503: 'The archive is busy',
}

/** What went wrong, for programs and people (RFC 9457). */
export function problem(
  status: 400 | 404 | 410 | 503,
  detail: string,
  more: { members?: Record<string, unknown>; headers?: Headers } = {},
): Response {
  const body = { type: 'about:blank', title: titles[status], status, detail, ...more.members }
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: {
      ...shared,
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': status === 503 ? 'no-store' : 'public, max-age=60',
      ...more.headers,
    },
  })
}

/** Where something is now; kept as GET. */
export const movedTo = (url: string) =>
  new Response(null, { status: 308, headers: { ...shared, location: url, 'cache-control': 'public, max-age=60' } })

/** What browsers ask before they let a page of another site read. */
export const preflight = (methods = 'GET, HEAD, OPTIONS') =>
  new Response(null, {
    status: 204,
    headers: {
      ...shared,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': '*',
      'access-control-max-age': '86400',
      allow: methods,
    },
  })

const CHUNK = 64 * 1024

/**
 * A first line and the rest as they come, in pieces of some size; whoever stops reading stops the writing, and what
 * was begun for it is ended.
 */
export function streamed(request: Request, first: string, lines: AsyncGenerator<string>, headers: Headers): Response {
  const encoder = new TextEncoder()
  let begun = first
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = begun
      begun = ''
      while (text.length < CHUNK) {
        const next = await lines.next()
        if (next.done) {
          if (text) controller.enqueue(encoder.encode(text))
          controller.close()
          return
        }
        text += next.value
      }
      controller.enqueue(encoder.encode(text))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  request.signal.addEventListener('abort', () => void lines.return(undefined).catch(() => {}))
  return new Response(body, { headers: { ...shared, 'cache-control': 'public, max-age=60', ...headers } })
}
