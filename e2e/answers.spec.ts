import { expect, test } from '@playwright/test'

test('every answer carries the security headers, whatever it is', async ({ request }) => {
  for (const path of [
    '/',
    '/kk/speakers',
    '/there-is-no-such-page',
    '/healthz',
    '/admin/first-administrator',
    '/site.js',
    '/sitemap.xml',
  ]) {
    const headers = (await request.get(path)).headers()
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBeTruthy()
    expect(headers['permissions-policy'], path).toContain('camera=()')
    const policy = headers['content-security-policy'] ?? ''
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(policy, path).toContain("object-src 'none'")
    expect(policy, path).not.toMatch(/https?:|\*|script-src[^;]*'unsafe/)
  }
})

test('dynamic pages have a fresh nonce, public pages the same policy for all', async ({ request }) => {
  const policy = async (path: string) => (await request.get(path)).headers()['content-security-policy'] ?? ''
  const nonces = [await policy('/admin/first-administrator'), await policy('/admin/first-administrator')]
  expect(nonces[0]).toMatch(/'nonce-[^']{20,}'/)
  expect(nonces[0]).not.toBe(nonces[1])
  expect(await policy('/')).toBe(await policy('/'))
  expect(await policy('/')).not.toContain('nonce')
})

test('public pages are complete HTML with no framework in them, and answer 304', async ({ request }) => {
  const first = await request.get('/speakers')
  const html = await first.text()
  expect(html).toContain('Joshua Lincoln')
  expect(html).not.toMatch(/__next_f|_next\/static\/chunks\/[^"]+\.js/)
  expect(first.headers()['cache-control'] ?? '').toBe('public, max-age=0, must-revalidate')
  const again = await request.get('/speakers', { headers: { 'if-none-match': first.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
})

test('the address of English has no prefix; the prefix redirects', async ({ request }) => {
  const answer = await request.get('/en/speakers', { maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([301, '/speakers'])
})

test('a page names its canonical address and its other languages', async ({ page, baseURL }) => {
  await page.goto('/kk/speakers/joshua-lincoln')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${baseURL}/kk/speakers/joshua-lincoln`)
  for (const [language, path] of [
    ['en', ''],
    ['kk', '/kk'],
    ['ru', '/ru'],
    ['x-default', ''],
  ]) {
    const link = page.locator(`link[rel=alternate][hreflang="${language}"]`)
    await expect(link).toHaveAttribute('href', `${baseURL}${path}/speakers/joshua-lincoln`)
  }
})

test('a page names the files beside it, and each of them answers, is kept and is found again by its ETag', async ({
  page,
  request,
}) => {
  await page.goto('/forums/astana-think-tank-forum/2025')
  const named = await page
    .locator('link[rel=alternate][type]')
    .evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.getAttribute('type')].join(' ')))
  const { link = '' } = (await request.get('/forums/astana-think-tank-forum/2025')).headers()
  const inHeader = [...link.matchAll(/<([^>]+)>; rel="alternate"; type="([^"]+)"/g)].map(
    ([, url, type]) => `${url} ${type}`,
  )
  expect(inHeader).toEqual(named)
  expect(named.length).toBeGreaterThan(4)
  for (const each of named) {
    const [url = '', type = ''] = each.split(' ')
    const answer = await request.get(url)
    expect([url, answer.status()]).toEqual([url, 200])
    const { etag = '', 'content-type': is, 'last-modified': changed } = answer.headers()
    expect(is).toBe(`${type}; charset=utf-8`)
    expect(changed, url).toMatch(/ GMT$/)
    expect((await request.get(url, { headers: { 'if-none-match': etag } })).status()).toBe(304)
  }
  await page.getByText('Cite', { exact: true }).click()
  await expect(page.getByRole('link', { name: 'Download BibTeX' })).toHaveAttribute('href', /2025\.bib$/)
  await expect(page.getByRole('link', { name: 'Table of sessions' })).toHaveAttribute('href', /sessions\.csv$/)
  expect((await request.get('/forums/astana-think-tank-forum/2025/schedule.xml')).status()).toBe(404) // no times are known
  expect((await request.get('/kk/files/feed.atom')).status()).toBe(404)
})

test('a wrong address, method or form is refused plainly', async ({ request, baseURL }) => {
  const refused = async (path: string, method: string, headers = {}) => {
    const answer = await request.fetch(path, { method, headers, maxRedirects: 0 })
    return [answer.status(), (await answer.text()).length < 20_000]
  }
  expect(await refused('/%00', 'GET')).toEqual([400, true])
  expect(await refused('/%E0%A4%A', 'GET')).toEqual([400, true])
  expect(await refused('/speakers', 'POST', { origin: baseURL ?? '' })).toEqual([405, true])
  expect(await refused('/admin/first-administrator', 'POST', { origin: 'https://evil.example' })).toEqual([403, true])
  expect(await refused(`/${'a'.repeat(5000)}`, 'GET')).toEqual([414, true])
})

test('healthz tells of process and database', async ({ request }) => {
  const answer = await request.get('/healthz')
  expect([answer.status(), await answer.json()]).toEqual([
    200,
    expect.objectContaining({ process: 'ok', database: 'ok' }),
  ])
  expect(answer.headers()['cache-control']).toContain('no-store')
})
