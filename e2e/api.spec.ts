import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

test('every address that README asks for answers', async ({ request }) => {
  const readme = readFileSync('README.md', 'utf8')
  const addresses = [...readme.matchAll(/`curl '?http:\/\/localhost:3000(\/[^'`]+)'?`/g)].map(([, at = '']) => at)
  expect(addresses.length).toBeGreaterThan(6)
  for (const at of addresses) expect([at, (await request.get(at)).status()]).toEqual([at, 200])
})

test('programs read lists, records, the harvest and the whole archive as the help says', async ({ request, page }) => {
  for (const prefix of ['', '/kk', '/ru']) {
    await page.goto(`${prefix}/help/api`)
    const addresses = await page
      .locator('main a[href^="/api/v1/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(addresses.length).toBeGreaterThan(12)
    if (prefix) continue
    for (const address of addresses) {
      const answer = await request.get(address)
      expect([address, answer.status()]).toEqual([address, 200])
      expect(answer.headers()['access-control-allow-origin']).toBe('*')
      expect(answer.headers()['content-security-policy']).toContain("default-src 'none'")
    }
  }

  const list = await request.get('/api/v1/sessions?limit=2&lang=ru')
  const { data, next } = await list.json()
  expect(data).toHaveLength(2)
  expect(list.headers().ratelimit).toMatch(/^"reads";r=\d+;t=\d+$/)
  expect(list.headers()['ratelimit-policy']).toMatch(/^"reads";q=\d+;w=\d+$/)
  expect(list.headers().link).toBe(`<${next}>; rel="next"`)
  const again = await request.get('/api/v1/sessions?limit=2&lang=ru', {
    headers: { 'if-none-match': list.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
  const { pathname } = new URL(data[0].url)
  const [, , , forum, edition, , session] = pathname.split('/')
  expect((await (await request.get(`/api/v1/sessions/${forum}/${edition}/${session}?lang=ru`)).json()).id).toBe(
    data[0].id,
  )

  const missing = await request.get('/api/v1/topics/no-such-topic')
  expect([missing.status(), missing.headers()['content-type']]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ])
  expect((await request.head('/api/v1/topics')).status()).toBe(200)
  expect(
    (await request.fetch('/api/v1/topics', { method: 'OPTIONS' })).headers()['access-control-allow-methods'],
  ).toContain('GET')
  expect((await request.post('/api/v1/topics')).status()).toBe(405)

  const harvest = await request.post('/api/v1/oai', { form: { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' } })
  expect(await harvest.text()).toContain('<ListIdentifiers><header>')

  const archive = await request.get('/api/v1/archive.json')
  const { plenary, records, counts } = await archive.json()
  expect(plenary.of).toBe('archive')
  expect(records.filter(({ noun }: { noun: string }) => noun === 'session')).toHaveLength(counts.session)
  const { id } = records.find(({ noun }: { noun: string }) => noun === 'edition')
  expect((await (await request.get(`/api/v1/editions/${id}/plenary.json`)).json()).plenary.of).toBe('edition')
})
