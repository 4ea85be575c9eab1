import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { ownPostgres, startArchive } from './server.ts'

/** The smallest OpenID Connect provider: everybody who comes is whom the test says. */
function tinyProvider() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const person = { sub: '1', email: '', email_verified: true as unknown, name: 'Provided Person' }
  const forged = { nonce: false, signature: false, audience: false }
  const codes = new Map<string, { nonce: string; challenge: string }>()
  const problems: string[] = []
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  let issuer = ''

  const server = http.createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', issuer)
    const json = (body: unknown) => res.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (url.pathname === '/keys')
      return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig', alg: 'RS256' }] })
    if (url.pathname === '/authorize') {
      const asked = url.searchParams
      const code = randomBytes(16).toString('hex')
      if (asked.get('code_challenge_method') !== 'S256') problems.push('no PKCE')
      codes.set(code, { nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '' })
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.search = String(new URLSearchParams({ code, state: asked.get('state') ?? '' }))
      return res.writeHead(302, { location: back.href }).end()
    }
    let sent = ''
    for await (const chunk of req) sent += chunk
    const form = new URLSearchParams(sent)
    const known = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!known || verifier !== known.challenge) problems.push('a code without its verifier')
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      ...person,
      iss: issuer,
      aud: forged.audience ? 'somebody else' : 'plenary',
      nonce: forged.nonce ? 'another' : known?.nonce,
      iat: now,
      exp: now + 60,
    }
    const signed = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`
    const signature = forged.signature ? randomBytes(256) : sign('sha256', Buffer.from(signed), privateKey)
    return json({
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 60,
      id_token: `${signed}.${signature.toString('base64url')}`,
    })
  })
  return {
    person,
    forged,
    problems,
    start: async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      return issuer
    },
    stop: () => server.close(),
  }
}

const provider = tinyProvider()
let database: Awaited<ReturnType<typeof ownPostgres>>
let archive: Awaited<ReturnType<typeof startArchive>>

test.describe.configure({ mode: 'serial', timeout: 240_000 })
test.beforeAll(async () => {
  database = await ownPostgres()
  archive = await startArchive(database.url, {
    OIDC_ISSUER: await provider.start(),
    OIDC_CLIENT_ID: 'plenary',
    OIDC_CLIENT_SECRET: 'a secret',
    OIDC_NAME: 'Institute',
  })
  await database.query(
    `INSERT INTO "user" (id, email, name, role, updated_at) VALUES (gen_random_uuid(), 'editor@example.org', 'Editor', 'editor', now())`,
  )
})
test.afterAll(async () => {
  await archive?.remove()
  await database?.remove()
  provider.stop()
})
test.beforeEach(() => {
  Object.assign(provider.person, { sub: '1', email: 'editor@example.org', email_verified: true })
  Object.assign(provider.forged, { nonce: false, signature: false, audience: false })
})

for (const javaScriptEnabled of [true, false]) {
  test(`in through the provider and back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled, locale: 'en-GB' })).newPage()
    await page.goto(`${archive.url}/admin/account`)
    await page.getByRole('link', { name: 'Sign in with Institute' }).click()
    await expect(page).toHaveURL(`${archive.url}/admin/account`)
    await expect(page.getByText('Signed in as editor@example.org.')).toBeVisible()
    expect(provider.problems).toEqual([])
    await page.context().close()
  })
}

const refusals: [string, () => void, string][] = [
  [
    'an e-mail address that is not verified',
    () => Object.assign(provider.person, { email_verified: false }),
    'did not work',
  ],
  [
    'somebody who was not invited',
    () => Object.assign(provider.person, { sub: '9', email: 'x@example.org' }),
    'Nobody has been invited',
  ],
  [
    'another person with the same address',
    () => Object.assign(provider.person, { sub: '2' }),
    'Nobody has been invited',
  ],
  ['a forged signature', () => Object.assign(provider.forged, { signature: true }), 'did not work'],
  ['a word for somebody else', () => Object.assign(provider.forged, { audience: true }), 'did not work'],
  ['an answer to another question', () => Object.assign(provider.forged, { nonce: true }), 'did not work'],
]
for (const [what, arrange, said] of refusals) {
  test(`${what} is not let in`, async ({ page }) => {
    arrange()
    await page.goto(`${archive.url}/sign-in`)
    await page.getByRole('link', { name: 'Sign in with Institute' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText(said)
    await page.goto(`${archive.url}/admin`)
    await expect(page).toHaveURL(`${archive.url}/sign-in`)
  })
}

test('an answer that this browser did not ask for is worth nothing', async ({ page }) => {
  await page.goto(`${archive.url}/sign-in/provider/callback?code=abc&state=def`)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('did not work')
})

test('an invited person gets the account that they were invited to', async ({ page }) => {
  await database.query(
    `INSERT INTO one_time_link (id, token_hash, purpose, expires_at, email, role)
     VALUES (gen_random_uuid(), repeat('a', 64), 'invitation', now() + interval '1 day', 'guest@example.org', 'contributor')`,
  )
  Object.assign(provider.person, { sub: '3', email: 'Guest@example.org' })
  await page.goto(`${archive.url}/sign-in`)
  await page.getByRole('link', { name: 'Sign in with Institute' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
  await expect(page.getByRole('banner').getByText('Provided Person')).toBeVisible()
})
