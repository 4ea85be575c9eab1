import { type Cookie, expect, type Page, test } from '@playwright/test'
import { createAccount, signIn } from './accounts.ts'
import { axeViolations, expectAccessible } from './axe.ts'
import { withDatabase } from './database.ts'

const asAdministrator = (page: Page) =>
  withDatabase(async (database) => {
    const account = await createAccount(database, 'administrator')
    await signIn(page, database, account)
    return account
  })
const shownLink = async (page: Page) => {
  const { pathname, search } = new URL((await page.getByRole('status').locator('code').textContent()) ?? '')
  return pathname + search
}

test.describe.configure({ timeout: 180_000 })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('invited, in, promoted, a new password by a link, disabled', async ({ page }) => {
      const email = `guest-${Date.now()}-${javaScriptEnabled}@example.org`
      const people = { administrator: [] as Cookie[], guest: [] as Cookie[] }
      /** From here on the browser is somebody else's. */
      const become = async (who: keyof typeof people) => {
        people[who === 'guest' ? 'administrator' : 'guest'] = await page.context().cookies()
        await page.context().clearCookies()
        await page.context().addCookies(people[who])
      }
      await asAdministrator(page)
      await page.goto('/admin/users')
      await page.getByLabel('E-mail address').fill('not an address')
      await page.getByRole('button', { name: 'Invite somebody' }).click()
      await expect(page.getByRole('main').getByRole('alert')).toContainText('Enter an e-mail address')
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Role').selectOption({ label: 'contributor' })
      await page.getByRole('button', { name: 'Invite somebody' }).click()
      const invitation = await shownLink(page)
      await expect(page.getByRole('region', { name: 'Open invitations' })).toContainText(email)

      await become('guest')
      await page.goto(invitation)
      await expect(page.getByText(email)).toBeVisible()
      await page.getByLabel('Name').fill('Guest Example')
      await page.getByLabel('Password').fill('correct horse battery')
      await page.getByRole('button', { name: 'Create the account' }).click()
      await expect(page).toHaveURL('/admin')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
      await expect(page.getByRole('banner').getByText('Guest Example')).toBeVisible()
      expect((await page.goto('/admin/users'))?.status()).toBe(403)
      await page.goto(invitation)
      await expect(page.getByText('This link was used already or is too old')).toBeVisible()

      await become('administrator')
      await page.goto('/admin/users')
      await page.getByRole('listitem').filter({ hasText: email }).getByRole('link').click()
      await page.getByLabel('Role').selectOption({ label: 'administrator' })
      await page.getByRole('button', { name: 'Change the role' }).click()
      await expect(page.getByText('The role is changed')).toBeVisible()
      const address = new URL(page.url()).pathname
      await become('guest')
      expect((await page.goto('/admin/users'))?.status()).toBe(200)

      await become('administrator')
      await page.goto(address)
      await page.getByRole('button', { name: 'Make the link' }).click()
      const reset = await shownLink(page)
      await become('guest')
      await page.goto(reset)
      await page.getByLabel('New password').fill('aaaaaaaaaaaaaaaa')
      await page.getByRole('button', { name: 'Set the password' }).click()
      await expect(page.getByRole('main').getByRole('alert')).toContainText('easily guessed')
      await page.getByLabel('New password').fill('another horse battery')
      await page.getByRole('button', { name: 'Set the password' }).click()
      await expect(page.getByText('Your password is set. Sign in with it.')).toBeVisible()
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Password').fill('another horse battery')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL('/admin')

      await become('administrator')
      await page.goto(address)
      await page.getByRole('button', { name: 'Disable the account' }).click()
      await expect(page.getByText('The account is disabled.')).toBeVisible()
      await page.goto('/admin/audit?act=role_changed')
      await expect(page.getByRole('main').locator('ol').getByRole('listitem').first()).toContainText('Guest Example')
      await become('guest')
      await page.goto('/admin')
      await expect(page).toHaveURL('/sign-in')
    })

    test('one’s own account: name, language, password, other sign-ins', async ({ page }) => {
      const account = await asAdministrator(page)
      await withDatabase((database) =>
        database.query(
          `INSERT INTO sign_in (id, user_id, expires_at, user_agent, address)
           VALUES (gen_random_uuid(), $1, now() + interval '1 day', 'Mozilla/5.0 (X11; Linux) Firefox/140.0', 'elsewhere')`,
          [account.id],
        ),
      )
      await page.goto('/admin/account')
      const others = page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem')
      await expect(others.filter({ hasText: 'Firefox, Linux' })).toBeVisible()
      await others.filter({ hasText: 'Firefox, Linux' }).getByRole('button', { name: 'End' }).click()
      await expect(others).toHaveCount(1)

      await page.getByLabel('Current password').first().fill('not it')
      await page.getByLabel('New password').fill('short')
      await page.getByRole('button', { name: 'Change the password' }).click()
      await expect(page.getByRole('main').getByRole('alert')).toContainText('This is not your current password.')
      await page.getByLabel('Current password').first().fill(account.password)
      await page.getByLabel('New password').fill('another horse battery')
      await page.getByRole('button', { name: 'Change the password' }).click()
      await expect(page.getByText('Your password is changed')).toBeVisible()

      await page.getByRole('textbox', { name: 'Name' }).fill('Aida Example')
      await page.getByLabel('Language of the desk').selectOption('kk')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Тіркелгі')
      expect(await page.locator('html').getAttribute('lang')).toBe('kk')
    })
  })
}

for (const view of [
  { width: 390, height: 844 },
  { width: 1360, height: 900 },
]) {
  test(`the pages of accounts at ${view.width} px, light and dark: axe, width, console`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: view,
      reducedMotion: 'reduce',
      locale: 'en-GB',
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    const check = async (what: string) => {
      await expect(page.locator('h1')).toHaveCount(1)
      await page.emulateMedia({ colorScheme: 'light' })
      await expectAccessible(page, `${what}, light`)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect.soft(await axeViolations(page, { colours: true }), `${what}, dark: axe`).toEqual([])
    }
    for (const path of ['/sign-in', '/sign-in?failed=provider', '/sign-in/forgotten', '/sign-in/invitation?token=x']) {
      await page.goto(path)
      await check(path)
    }
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
    await check('sign-in, refused')

    const account = await asAdministrator(page)
    for (const path of ['/admin', '/admin/account', '/admin/users', `/admin/users/${account.id}`, '/admin/audit']) {
      await page.goto(path)
      await check(path)
    }
    await page.goto('/admin/users')
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
    await check('users, refused')
    await page.getByLabel('E-mail address').fill(`axe-${view.width}@example.org`)
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    await expect(page.getByRole('status')).toBeVisible()
    await check('users, invited')
    await page.goto('/admin/account')
    const section = page.getByRole('region', { name: 'Sign in with two steps' })
    await section.getByLabel('Current password').fill(account.password)
    await section.getByRole('button', { name: 'Turn on' }).click()
    await expect(page.getByRole('img', { name: 'QR code with the key' })).toBeVisible()
    await check('two steps')
    expect(complaints).toEqual([])
    await context.close()
  })
}
