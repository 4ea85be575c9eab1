import { expect, type Page, test } from '@playwright/test'
import { ownPostgres, startArchive } from './server.ts'

/** An archive of its own: nobody administers it, so that its start prints the link. */
let database: Awaited<ReturnType<typeof ownPostgres>>
let archive: Awaited<ReturnType<typeof startArchive>>

test.describe.configure({ mode: 'serial', timeout: 240_000 })
test.beforeAll(async () => {
  database = await ownPostgres()
  archive = await startArchive(database.url)
})
test.afterAll(async () => {
  await archive?.remove()
  await database?.remove()
})

const printedLink = async () => {
  await expect.poll(() => /\S+first-administrator\?token=\S+/.exec(archive.output)?.[0]).toBeTruthy()
  return /\S+first-administrator\?token=\S+/.exec(archive.output)?.[0] ?? ''
}

async function fillIn(page: Page, email: string, password: string) {
  await page.getByLabel('Name').fill('Aida Example')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create the administrator' }).click()
}

test('a made-up link opens nothing', async ({ page }) => {
  await page.goto(`${archive.url}/admin/first-administrator?token=made-up`)
  await expect(page.getByText('This link was used already or is too old')).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  test(`the first administrator, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    await database.query('DELETE FROM "user"')
    await archive.stop('SIGTERM')
    await archive.start()
    const link = await printedLink()
    const page = await (await browser.newContext({ javaScriptEnabled, locale: 'en-GB' })).newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(link)
    await fillIn(page, 'not an address', 'short')
    const summary = page.getByRole('main').getByRole('alert').filter({ hasText: 'The account was not created yet' })
    await expect(summary.getByRole('link')).toHaveCount(2)
    await expect(page.getByLabel('Name')).toHaveValue('Aida Example')
    await expect(page.getByLabel('E-mail address')).toHaveValue('not an address')
    await expect(page.getByLabel('Password')).toHaveValue('')
    if (javaScriptEnabled) await expect(summary).toBeFocused()

    await fillIn(page, 'Aida@Example.org', 'correct horse battery')
    await expect(page).toHaveURL(`${archive.url}/admin`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
    await expect(page.getByRole('banner').getByText('Aida Example')).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Users' })).toBeVisible()
    expect(complaints, 'the nonce lets the page’s own scripts run').toEqual([])
    const { rows } = await database.query(`SELECT email, password_hash FROM "user" WHERE role = 'administrator'`)
    expect(rows).toEqual([
      { email: 'aida@example.org', password_hash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) },
    ])
    await page.goto(link)
    await expect(page.getByText('This link was used already')).toBeVisible()
    await page.context().close()
  })
}

test('limits and sign-ins survive a restart', async ({ page }) => {
  await page.goto(`${archive.url}/sign-in`)
  const guess = async () => {
    await page.getByLabel('E-mail address').fill('aida@example.org')
    await page.getByLabel('Password').fill('a guess')
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  for (let i = 0; i < 3; i++) {
    await guess()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('is not right')
    await page.reload()
  }
  await database.query(`UPDATE sign_in_attempt SET at = at + interval '5 minutes'`)
  await archive.stop('SIGKILL')
  await archive.start()
  await page.goto(`${archive.url}/sign-in`)
  await guess()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Too many attempts')
})
