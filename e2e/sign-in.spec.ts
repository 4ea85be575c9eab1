import { expect, type Page, test } from '@playwright/test'
import { passwordOf, stepAt } from '../lib/auth/totp.ts'
import { type Account, createAccount, signIn } from './accounts.ts'
import { withDatabase } from './database.ts'

async function fillIn(page: Page, { email, password }: Pick<Account, 'email' | 'password'>) {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test.describe.configure({ timeout: 180_000 })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('sent to sign in, in, back where one was going, and out again', async ({ page }) => {
      const account = await withDatabase((database) => createAccount(database, 'administrator'))
      await page.goto('/admin/audit?act=signed_in')
      await expect(page).toHaveURL((url) => url.pathname === '/sign-in')
      await fillIn(page, { ...account, password: 'not the password' })
      await expect(page.getByRole('main').getByRole('alert')).toContainText(
        'The e-mail address or the password is not right.',
      )
      await expect(page.getByLabel('E-mail address')).toHaveValue(account.email)
      await expect(page.getByLabel('Password')).toHaveValue('')
      await fillIn(page, account)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit')
      await expect(page).toHaveURL('/admin/audit?act=signed_in')
      const [cookie] = await page.context().cookies()
      expect(cookie).toMatchObject({ name: 'plenary-sign-in', httpOnly: true, sameSite: 'Lax', path: '/' })

      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByText('You are signed out.')).toBeVisible()
      expect(await page.context().cookies()).toEqual([])
      await page.context().addCookies([cookie as NonNullable<typeof cookie>])
      await page.goto('/admin')
      await expect(page, 'a cookie that was kept is worth nothing').toHaveURL('/sign-in')
    })

    test('two steps: turned on, asked for, a recovery code, turned off', async ({ page }) => {
      const account = await withDatabase((database) => createAccount(database, 'editor'))
      await page.goto('/sign-in')
      await fillIn(page, account)
      await page.getByRole('link', { name: 'Account' }).click()
      const section = page.getByRole('region', { name: 'Sign in with two steps' })
      await section.getByLabel('Current password').fill(account.password)
      await section.getByRole('button', { name: 'Turn on' }).click()
      await expect(page.getByRole('img', { name: 'QR code with the key' })).toBeVisible()
      const secret = fromBase32((await page.locator('main code').textContent()) ?? '')
      const code = passwordOf(secret, stepAt(Date.now()))
      await page.getByLabel('Code', { exact: true }).fill(code)
      await page.getByRole('button', { name: 'Turn on' }).click()
      const codes = page.getByRole('status').getByRole('listitem')
      await expect(codes).toHaveCount(10)
      const recovery = (await codes.first().textContent()) ?? ''

      await page.getByRole('button', { name: 'Sign out' }).click()
      await fillIn(page, account)
      await expect(page).toHaveURL('/sign-in/code')
      await page.goto('/admin')
      await expect(page, 'the first step alone opens nothing').toHaveURL('/sign-in')
      await page.goto('/sign-in/code')
      await page.getByLabel('Code', { exact: true }).fill(code)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('main').getByRole('alert'), 'a code that was used').toContainText('used already')
      await page.getByLabel('Code', { exact: true }).fill(recovery)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL('/admin')

      await page.goto('/admin/account')
      await expect(section).toContainText('9 recovery codes are left.')
      await section.getByLabel('Current password').last().fill(account.password)
      await section.getByRole('button', { name: 'Turn off' }).click()
      await expect(page.getByText('Signing in with two steps is off.')).toBeVisible()
    })
  })
}

test('an ended, disabled or lowered account holds at the next request', async ({ page }) => {
  await withDatabase(async (database) => {
    const account = await createAccount(database, 'administrator')
    await signIn(page, database, account)
    expect((await page.goto('/admin/users'))?.status()).toBe(200)
    await database.query(`UPDATE "user" SET role = 'editor' WHERE id = $1`, [account.id])
    const refused = await page.goto('/admin/users')
    expect(refused?.status()).toBe(403)
    await expect(page.getByRole('heading', { name: 'You may not do this' })).toBeVisible()
    await database.query(`UPDATE "user" SET is_disabled = true WHERE id = $1`, [account.id])
    await page.goto('/admin')
    await expect(page).toHaveURL('/sign-in')
    await database.query(`UPDATE "user" SET is_disabled = false WHERE id = $1`, [account.id])
    expect((await page.goto('/admin'))?.status()).toBe(200)
    await database.query(`DELETE FROM sign_in WHERE user_id = $1`, [account.id])
    await page.goto('/admin')
    await expect(page).toHaveURL('/sign-in')
  })
})

test('return addresses lead nowhere but to the desk', async ({ page }) => {
  await withDatabase(async (database) => signIn(page, database, await createAccount(database, 'editor')))
  for (const to of [
    '//evil.example',
    'https://evil.example/admin',
    '/\\evil.example',
    'javascript:alert(1)',
    '/speakers',
  ]) {
    await page.goto(`/sign-in?return=${encodeURIComponent(to)}`)
    await expect(page).toHaveURL('/admin')
  }
  await page.goto('/sign-in?return=%2Fadmin%2Faccount')
  await expect(page).toHaveURL('/admin/account')
})

test('guessing with forged addresses gets no more checks than without', async ({ page, baseURL, request }) => {
  const account = await withDatabase((database) => createAccount(database, 'editor'))
  await page.goto('/sign-in')
  const names = await page
    .locator('form input[type=hidden]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
    )
  const counted = () =>
    withDatabase(async (database) => {
      const { rows } = await database.query(
        `SELECT count(*)::int AS n, count(DISTINCT address)::int AS addresses FROM sign_in_attempt
         WHERE account = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
        [account.email],
      )
      return rows[0]
    })
  for (let i = 0; i < 24; i++) {
    const forged = {
      'x-forwarded-for': `203.0.113.${i}`,
      'x-real-ip': `203.0.113.${i}`,
      forwarded: `for=203.0.113.${i}`,
    }
    await request.post('/sign-in', {
      headers: { origin: baseURL ?? '', 'x-forwarded-host': 'evil.example', ...(i % 2 ? forged : {}) },
      multipart: { ...Object.fromEntries(names), email: account.email, password: `guess ${i}` },
    })
    await withDatabase((database) =>
      database.query(
        `UPDATE sign_in_attempt SET at = at - interval '30 minutes'
         WHERE account = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
        [account.email],
      ),
    )
  }
  expect(await counted()).toEqual({ n: 10, addresses: 1 })
  await fillIn(page, account)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Too many attempts')
})

/** What was shown to be typed into an authenticator app. */
function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/\s/g, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
