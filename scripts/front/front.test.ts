import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Application } from './application.mjs'
import { watchContentVersion } from './content-version.mjs'
import { createFront } from './front.mjs'
import { requestFacts } from './request-facts.mjs'

/** Stands where Next stands: answers each address with what the test wants it to. */
const site = new Map<string, (req: http.IncomingMessage, res: http.ServerResponse) => void>()
const rendered: string[] = []
const logged: string[] = []
let base = ''
let server: http.Server
let content: ReturnType<typeof watchContentVersion>
const database = new pg.Client({ connectionString: process.env.DATABASE_URL })

/** Stands where the application's previews do: one token opens, and what is rendered in it is marked. */
const TOKEN = 'T'.repeat(43)
const DRAFTLESS = 'D'.repeat(43)
let inPreview = 0
const previews: Application = {
  openPreview: async (token) =>
    token === TOKEN
      ? { kind: 'open', path: '/draft', until: new Date('2040-01-01T00:00:00Z') }
      : { kind: token === DRAFTLESS ? 'unfinished' : 'closed' },
  async renderInPreview(token, render) {
    if (token !== TOKEN) return { kind: token === DRAFTLESS ? 'unfinished' : 'closed' }
    inPreview += 1
    try {
      return { kind: 'rendered', page: await render() }
    } finally {
      inPreview -= 1
    }
  },
  carryOutDue: async () => 0,
}

const page = (body: string) => (_req: http.IncomingMessage, res: http.ServerResponse) => {
  res.setHeader('content-type', 'text/html; charset=utf-8')
  res.setHeader('cache-control', 'no-store')
  res.end(`<html><head></head><body>${body}</body></html>`)
}
const change = () => database.query('UPDATE content_version SET version = version + 1')
const get = (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers, redirect: 'manual' })
const times = (path: string) => rendered.filter((each) => each === path).length

beforeAll(async () => {
  await database.connect()
})
afterAll(() => database.end())

beforeEach(async () => {
  site.clear()
  rendered.length = logged.length = 0
  for (const code of [403, 404, 500, 503, 'draft']) {
    for (const locale of ['', '/kk', '/ru'])
      site.set(`${locale}/status/${code}`, page(`status ${code}${locale} {request}`))
  }
  content = watchContentVersion(process.env.DATABASE_URL ?? '', { maxAgeMs: 0 })
  const front = createFront({
    handle: async (req, res) => {
      const path = req.url ?? ''
      rendered.push(path)
      const answer = site.get(path)
      if (answer) return answer(req, res)
      res.statusCode = 404
      page('Next’s own 404')(req, res)
    },
    application: () => previews,
    content,
    address: 'http://archive.example',
    isAddressConfigured: false,
    trustProxy: false,
    dev: false,
    keepBytes: 1024 * 1024,
    searchesAtOnce: 60,
    log: (_entry, message) => logged.push(message),
  })
  server = http.createServer((req, res) => void front.answer(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await content.close()
})

test('a page is rendered once and kept until the content changes', async () => {
  site.set('/a', page('one'))
  expect(await (await get('/a')).text()).toContain('one')
  site.set('/a', page('two'))
  expect(await (await get('/a')).text()).toContain('one')
  await change()
  expect(await (await get('/a')).text()).toContain('two')
  expect(times('/a')).toBe(2)
})

test('a hundred readers at once cost one rendering', async () => {
  site.set('/a', (req, res) => void setTimeout(() => page('slow')(req, res), 50))
  const answers = await Promise.all(Array.from({ length: 100 }, () => get('/a')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(times('/a')).toBe(1)
})

test('a page that was being rendered while the content changed is not kept for the new content', async () => {
  let finish = () => {}
  site.set('/a', (req, res) => {
    finish = () => page('before')(req, res)
  })
  const early = get('/a')
  await expect.poll(() => times('/a')).toBe(1)
  await change()
  site.set('/a', page('after'))
  expect(await (await get('/a')).text()).toContain('after')
  finish()
  await early
  expect(await (await get('/a')).text()).toContain('after')
})

test('an unchanged page answers 304 to its ETag, a changed one does not', async () => {
  site.set('/a', page('one'))
  const etag = (await get('/a')).headers.get('etag') ?? ''
  expect((await get('/a', { 'if-none-match': etag })).status).toBe(304)
  site.set('/a', page('two'))
  await change()
  expect((await get('/a', { 'if-none-match': etag })).status).toBe(200)
})

test('a page names the files in its head in a Link header too; a file keeps what it says of itself, and its ETag', async () => {
  site.set('/a', (_req, res) => {
    res.setHeader('content-type', 'text/html; charset=utf-8')
    res.setHeader('link', '</font.woff2>; rel=preload')
    res.end(
      '<html><head><link rel="alternate" hrefLang="kk" href="http://x/kk/a"/><link rel="alternate" type="text/calendar" href="http://x/a.ics?a=1&amp;b=2"/>' +
        '<link rel="alternate" type="application/atom+xml" title="Лента" href="http://x/a/feed.atom"/></head></html>',
    )
  })
  expect((await get('/a')).headers.get('link')).toBe(
    '<http://x/a.ics?a=1&b=2>; rel="alternate"; type="text/calendar", <http://x/a/feed.atom>; rel="alternate"; type="application/atom+xml"',
  )
  site.set('/b', page('no files'))
  expect((await get('/b')).headers.get('link')).toBeNull()
  site.set('/a.ics', (_req, res) => {
    res.setHeader('content-type', 'application/vnd.c3voc.schedule+xml; charset=utf-8')
    res.setHeader('last-modified', 'Thu, 15 Oct 2026 04:00:00 GMT')
    res.setHeader('link', '<http://x/a>; rel="alternate"; type="text/html"')
    res.end('<schedule/>')
  })
  const file = await get('/a.ics', { 'accept-encoding': 'br' })
  expect(file.headers.get('content-encoding')).toBe('br')
  expect(file.headers.get('last-modified')).toBe('Thu, 15 Oct 2026 04:00:00 GMT')
  expect(file.headers.get('link')).toContain('text/html')
  expect((await get('/a.ics', { 'if-none-match': file.headers.get('etag') ?? '' })).status).toBe(304)
  expect(times('/a.ics')).toBe(1)
})

test('the framework’s scripts are taken out, ours and data stay, and the policy allows only ours', async () => {
  site.set(
    '/a',
    page(
      '<script data-keep="">ours()</script><script src="/_next/x.js" async=""></script><script>self.__next_f=[]</script>' +
        '<script type="application/ld+json">{"a":1}</script><link rel="preload" as="script" fetchPriority="low" href="/x.js"/>',
    ),
  )
  const answer = await get('/a')
  const html = await answer.text()
  expect(html).toContain('ours()')
  expect(html).toContain('{"a":1}')
  expect(html).not.toMatch(/_next|__next_f|as="script"/)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/script-src 'self' 'sha256-[^']+';/)
  expect(policy).not.toContain("'unsafe-inline'; script")
})

test('compressed and plain bodies are the same page', async () => {
  site.set('/a', page('әғқ'.repeat(500)))
  const plain = await (await get('/a', { 'accept-encoding': 'identity' })).text()
  const raw = await new Promise<Buffer>((resolve, reject) => {
    http.get(`${base}/a`, { headers: { 'accept-encoding': 'br' } }, (res) => {
      expect(res.headers['content-encoding']).toBe('br')
      const parts: Buffer[] = []
      res
        .on('data', (part) => parts.push(part))
        .on('end', () => resolve(Buffer.concat(parts)))
        .on('error', reject)
    })
  })
  expect(brotliDecompressSync(raw).toString()).toBe(plain)
})

test('the status is the page’s own: 404 as a whole page, 410 as it asks, 308 as 301', async () => {
  site.set('/gone', page('<meta name="plenary-status" content="410"/>why'))
  site.set('/old', (_req, res) => res.writeHead(308, { location: '/new' }).end('x'))
  const missing = await get('/kk/missing')
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('status 404/kk')])
  expect((await get('/gone')).status).toBe(410)
  const old = await get('/old')
  expect([old.status, old.headers.get('location')]).toEqual([301, '/new'])
})

test('a failing page is a 500 with a number that the log has, and is not kept', async () => {
  site.set('/a', (_req, res) => res.writeHead(500).end('stack trace'))
  const failed = await get('/a')
  const text = await failed.text()
  expect([failed.status, failed.headers.get('retry-after')]).toEqual([500, null])
  expect(text).toContain(`status 500 ${failed.headers.get('x-request-id')}`)
  expect(text).not.toContain('stack trace')
  expect(logged).toEqual(['a page failed'])
  site.set('/a', page('well again'))
  expect((await get('/a')).status).toBe(200)
})

test('a page that asks for 503 is sent as it is, and not kept', async () => {
  site.set('/search?q=x', page('<meta name="plenary-status" content="503"/>too slow'))
  const slow = await get('/search?q=x')
  expect([slow.status, slow.headers.get('retry-after'), slow.headers.get('cache-control')]).toEqual([
    503,
    '5',
    'no-store',
  ])
  expect(await slow.text()).toContain('too slow')
  site.set('/search?q=x', page('found'))
  expect((await get('/search?q=x')).status).toBe(200)
})

test('searches are limited for each reader; pages that are kept are not', async () => {
  for (let n = 0; n < 60; n++) site.set(`/ru/search?q=${n}`, page('found'))
  site.set('/sessions', page('a list'))
  site.set('/api/v1/search.json', (_req, res) => res.end('{}'))
  for (let n = 0; n < 60; n++) expect((await get(`/ru/search?q=${n}`)).status).toBe(200)
  let refused = await get('/ru/search?q=more')
  for (let n = 0; n < 20 && refused.status !== 429; n++) refused = await get(`/ru/search?q=more${n}`)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  expect(await refused.text()).toMatch(/^Слишком много поисков/)
  expect((await get('/api/v1/search.json')).status).toBe(429)
  expect((await get('/ru/search?q=1')).status).toBe(200)
  expect((await get('/sessions')).status).toBe(200)
})

test('programs are told what is left of their allowance, and in their own form when nothing is', async () => {
  site.set('/api/v1/topics', (_req, res) => res.end('{}'))
  site.set('/api/v1/archive.json', (_req, res) => res.end('{}'))
  const first = await get('/api/v1/topics')
  expect(first.headers.get('ratelimit-policy')).toMatch(/^"reads";q=300;w=30$/)
  expect(first.headers.get('ratelimit')).toMatch(/^"reads";r=\d+;t=\d+$/)
  let refused = await get('/api/v1/archive.json')
  for (let n = 0; n < 4 && refused.status !== 429; n++) refused = await get('/api/v1/archive.json')
  expect([refused.status, refused.headers.get('content-type')]).toEqual([
    429,
    'application/problem+json; charset=utf-8',
  ])
  expect(refused.headers.get('access-control-allow-origin')).toBe('*')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  expect(await refused.json()).toMatchObject({ status: 429, title: 'Too many requests' })
})

test('what a reader sends never reaches a public page', async () => {
  const seen: http.IncomingHttpHeaders[] = []
  site.set('/a', (req, res) => {
    seen.push(req.headers)
    page('same for all')(req, res)
  })
  await get('/a', {
    'user-agent': 'A browser',
    cookie: 'session=1',
    rsc: '1',
    'x-forwarded-host': 'evil.example',
    'accept-language': 'kk',
  })
  expect(Object.keys(seen[0] ?? {}).sort()).toEqual(['accept', 'accept-encoding', 'host', 'user-agent'])
  expect(seen[0]?.host).toBe('archive.example')
  // Without any Next would send the page before its title.
  expect(seen[0]?.['user-agent']).toBe('Plenary')
})

test('public pages answer GET and HEAD only; the desk takes forms from its own origin only', async () => {
  site.set('/a', page('x'))
  site.set('/admin/x', (_req, res) => res.end('taken'))
  const post = (path: string, headers: Record<string, string>) => fetch(base + path, { method: 'POST', headers })
  expect((await post('/a', { origin: base })).status).toBe(405)
  expect((await fetch(`${base}/a`, { method: 'HEAD' })).status).toBe(200)
  expect((await post('/admin/x', { origin: base })).status).toBe(200)
  expect((await post('/admin/x', {})).status).toBe(403)
  expect((await post('/admin/x', { origin: 'https://evil.example' })).status).toBe(403)
  expect((await post('/admin/x', { origin: base, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await post('/admin/x', { origin: 'null' })).status).toBe(403)
  expect((await fetch(`${base}/admin/x`, { method: 'DELETE', headers: { origin: base } })).status).toBe(405)
})

const withToken = (token: string) => ({ cookie: `other=1; plenary-preview=${token}` })

test('a preview link sets its cookie and leads to the draft; leaving takes it away', async () => {
  const opened = await get(`/kk/preview/${TOKEN}`)
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/kk/draft'])
  expect(opened.headers.get('set-cookie')).toMatch(
    /^plenary-preview=T{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=Sun, 01 Jan 2040 00:00:00 GMT$/,
  )
  expect(opened.headers.get('referrer-policy')).toBe('no-referrer')
  const left = await get('/ru/preview/leave', withToken(TOKEN))
  expect([left.status, left.headers.get('location')]).toEqual([303, '/ru'])
  expect(left.headers.get('set-cookie')).toMatch(/^plenary-preview=; .*Max-Age=0/)
})

test('a token that is made up or over is a page that is not there, and its cookie is taken away', async () => {
  const answer = await get('/preview/made-up')
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([404, null])
  expect(await answer.text()).toContain('status 404')
  expect((await get(`/preview/${DRAFTLESS}`)).status).toBe(404)
  site.set('/a', page('for everybody'))
  const over = await get('/a', withToken('O'.repeat(43)))
  expect([over.status, await over.text()]).toEqual([200, expect.stringContaining('for everybody')])
  expect(over.headers.get('set-cookie')).toMatch(/Max-Age=0/)
})

test('pages of a preview are made for one reader and kept nowhere', async () => {
  site.set('/a', (req, res) => page(inPreview ? 'the draft' : 'for everybody')(req, res))
  expect(await (await get('/a')).text()).toContain('for everybody')
  for (let n = 0; n < 2; n++) {
    const seen = await get('/a', withToken(TOKEN))
    expect(await seen.text()).toContain('the draft')
    expect(seen.headers.get('cache-control')).toBe('private, no-store')
    expect(seen.headers.get('x-robots-tag')).toContain('noindex')
  }
  expect(times('/a')).toBe(3)
  expect(await (await get('/a')).text()).toContain('for everybody')
  expect(times('/a')).toBe(3)
})

test('in a preview nothing has moved for good, and a page that is missing or failed is the site’s own', async () => {
  site.set('/old', (_req, res) => {
    res.statusCode = 308
    res.setHeader('location', '/new')
    res.end()
  })
  expect((await get('/old', withToken(TOKEN))).status).toBe(307)
  site.set('/broken', (_req, res) => {
    res.statusCode = 500
    page('Next’s own 500')(_req, res)
  })
  const broken = await get('/broken', withToken(TOKEN))
  expect([broken.status, await broken.text()]).toEqual([503, expect.stringContaining('The preview could not be made')])
  const missing = await get('/nothing', withToken(TOKEN))
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('status 404')])
})

test('a page of the desk that is refused, missing or failed is a whole page, in the language of the browser', async () => {
  for (const [status, shown] of [
    [403, 'status 403/ru'],
    [404, 'status 404/ru'],
    [500, 'status 500/ru'],
  ] as const) {
    site.set('/admin/x', (req, res) => {
      res.statusCode = status
      res.setHeader('link', '</a.css>; rel=preload')
      page('empty until scripts have run')(req, res)
    })
    const answer = await get('/admin/x', { 'accept-language': 'ru,en;q=0.5' })
    const text = await answer.text()
    expect(answer.status).toBe(status)
    expect(text).toContain(shown)
    expect(text).not.toContain('empty')
    expect(answer.headers.get('link')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const forScripts = await get('/admin/x', { rsc: '1' })
    expect([forScripts.status, await forScripts.text()]).toEqual([status, expect.stringContaining('empty')])
  }
})

test('what the front knows of a request reaches the program whatever headers say', async () => {
  const facts: unknown[] = []
  site.set('/sign-in?a=1', (req, res) => {
    facts.push(requestFacts.getStore())
    page('ok')(req, res)
  })
  await get('/sign-in?a=1', { 'x-forwarded-for': '203.0.113.9' })
  expect(facts).toEqual([{ address: '127.0.0.1', url: '/sign-in?a=1' }])
})

test('a form that anybody may send: made anew each time, with nothing of the reader but what the form sends', async () => {
  const form = '/corrections/report?record=1'
  site.set(form, (req, res) => {
    const { address } = requestFacts.getStore() ?? {}
    let body = ''
    req.on('data', (part) => {
      body += part
    })
    req.on('end', () =>
      page(`${req.method} ${body} ${address} ${Object.keys(req.headers).sort()}<script>no</script>`)(req, res),
    )
  })
  const shown = await get(form)
  expect(shown.headers.get('cache-control')).toBe('no-store')
  await get(form)
  expect(times(form)).toBe(2)
  const post = (headers: Record<string, string>, body = 'wrong=this') =>
    fetch(base + form, {
      ...{ method: 'POST', body },
      headers: {
        origin: base,
        'content-type': 'application/x-www-form-urlencoded',
        cookie: 'a=b',
        'next-action': 'x',
        ...headers,
      },
    })
  const answer = await post({})
  const html = await answer.text()
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(html).toContain('POST wrong=this 127.0.0.1 accept,accept-encoding,content-length,content-type,host,origin')
  expect(html).not.toContain('<script>')
  expect((await post({ origin: 'http://elsewhere.example' })).status).toBe(403)
  expect((await post({}, 'x'.repeat(70_000))).status).toBe(413)
  expect((await fetch(`${base}/corrections`, { method: 'POST', headers: { origin: base } })).status).toBe(405)
})
