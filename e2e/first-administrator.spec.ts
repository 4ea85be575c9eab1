import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { withDatabase } from './database.ts'

const address = '/admin/first-administrator'

/** A link as the first start prints it. */
async function newLink(): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await withDatabase(async (client) => {
    await client.query(`DELETE FROM "user" WHERE role = 'administrator'`)
    await client.query(
      `INSERT INTO one_time_link (id, token_hash, purpose, expires_at) VALUES ($1, $2, 'first_administrator', now() + interval '1 day')`,
      [randomUUID(), createHash('sha256').update(token).digest('hex')],
    )
  })
  return `${address}?token=${token}`
}

async function fillIn(page: Page, email: string, password: string) {
  await page.getByLabel('Name').fill('Aida Example')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create the administrator' }).click()
}

test.describe.configure({ mode: 'serial' })

for (const javaScriptEnabled of [true, false]) {
  test(`the first administrator, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled, locale: 'en-GB' })).newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    const link = await newLink()
    await page.goto(link)
    await fillIn(page, 'not an address', 'short')
    const summary = page.getByRole('alert').filter({ hasText: 'The account was not created yet' })
    await expect(summary.getByRole('link')).toHaveCount(2)
    await expect(page.getByLabel('Name')).toHaveValue('Aida Example')
    await expect(page.getByLabel('E-mail address')).toHaveValue('not an address')
    await expect(page.getByLabel('Password')).toHaveValue('')
    if (javaScriptEnabled) await expect(summary).toBeFocused()

    await fillIn(page, 'Aida@Example.org', 'correct horse battery')
    await expect(page.getByText('The administrator was created')).toBeVisible()
    expect(complaints, 'the nonce lets the page’s own scripts run').toEqual([])
    await withDatabase(async (client) => {
      const { rows } = await client.query(`SELECT email, password_hash FROM "user" WHERE role = 'administrator'`)
      expect(rows).toEqual([
        { email: 'aida@example.org', password_hash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) },
      ])
    })
    await page.goto(link)
    await expect(page.getByText('This link was used already')).toBeVisible()
  })
}

test('a made-up link opens nothing', async ({ page }) => {
  await page.goto(`${address}?token=made-up`)
  await expect(page.getByText('This link was used already or is too old')).toBeVisible()
})
