import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Account, createAccount, type Role, signIn } from './accounts.ts'
import { expectAccessible } from './axe.ts'
import { withDatabase } from './database.ts'

test.use({ viewport: { width: 390, height: 844 } })

const as = (page: Page, role: Role, called: string): Promise<Account> =>
  withDatabase(async (database) => {
    const account = await createAccount(database, role, called)
    await signIn(page, database, account)
    return account
  })

const another = async (browser: Browser, options: { javaScriptEnabled?: boolean } = {}) =>
  (await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })).newPage()

/** Other journeys publish whole editions at the same time: what is made here stays out of them. */
async function newSession(page: Page, title: string): Promise<string> {
  await page.goto('/admin/sessions/new')
  await page.getByLabel('Edition', { exact: true }).selectOption('Astana Think Tank Forum 2025')
  await page.getByLabel('Title of the session').fill(title)
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  return page.url()
}

const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true }).first()
const abstract = (page: Page) => page.getByLabel('Abstract').first()
const speakers = (page: Page) => page.getByRole('group', { name: 'Speakers' })
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved / })

test('two at one record see each other; what one changed is taken, what both changed is chosen', async ({
  page,
  browser,
}) => {
  await as(page, 'contributor', 'Aigerim Editor')
  const address = await newSession(page, 'Rivers')
  const other = await another(browser)
  await as(other, 'contributor', 'Joshua Editor')
  await other.goto(address)
  await expect(other.getByText('Aigerim Editor is also here')).toBeVisible()
  await expectAccessible(other, 'somebody else is here')

  await title(other).fill('Their title')
  await abstract(other).fill('Their abstract.')
  await expect(saved(other)).toContainText('Version 2.')
  await title(page).fill('My title')
  const conflict = page.getByRole('alert').filter({ hasText: 'Joshua Editor saved version 2' })
  await expect(conflict.getByRole('group', { name: 'Title' })).toContainText('Their title')
  await expect(conflict).toContainText('Their abstract.')
  await expect(title(page)).toHaveValue('My title')
  await expectAccessible(page, 'a conflict')
  await conflict.getByRole('button', { name: 'Save the two together' }).click()
  await expect(conflict).toContainText('Choose for each of these')
  await conflict.getByRole('radio', { name: /^Both/ }).check()
  await conflict.getByRole('button', { name: 'Save the two together' }).click()
  await expect(title(page)).toHaveValue('My title Their title')
  await expect(abstract(page)).toHaveValue('Their abstract.')
  await expect(saved(page)).toContainText('Version 3.')
  const taken = page.getByRole('status').filter({ hasText: 'Only they changed this' })
  await expect(taken).toContainText('Their abstract.')
  await expectAccessible(page, 'what was taken')
  await taken.getByRole('button', { name: 'I have seen it' }).click()
  await expect(taken).toBeHidden()
  // The page is made anew after the save, and knows who else is here.
  await expect(page.getByText('Joshua Editor is also here')).toBeVisible()

  // Of different fields nobody is asked: both stand in the next version, and what was taken is said.
  await other.reload()
  await abstract(other).fill('Their second abstract.')
  await expect(saved(other)).toContainText('Version 4.')
  await title(page).fill('My last title')
  await expect(taken).toContainText('Their second abstract.')
  await expect(saved(page)).toContainText('Version 5.')
  await expect(abstract(page)).toHaveValue('Their second abstract.')
  await page.goto(`${address}/history`)
  await expect(page.getByText('merged it with what somebody else saved')).toHaveCount(2)
})

test('a version comes back with its relations, whole and in part; any two are compared', async ({ page }) => {
  await as(page, 'editor', 'Aigerim Editor')
  const address = await newSession(page, 'Who spoke')
  await speakers(page).getByRole('button', { name: 'Add a speaker' }).click()
  await speakers(page).getByLabel('Person').first().pressSequentially('Ashikbayev')
  await page
    .getByRole('option', { name: /Ashikbayev/ })
    .first()
    .click()
  await abstract(page).fill('One speaker was announced.')
  await page.getByLabel('Why (optional)').fill('As announced')
  await page.keyboard.press('Control+s')
  await expect(saved(page)).toContainText('Version 2.')
  await expect(page.getByLabel('Why (optional)')).toHaveValue('')
  await speakers(page)
    .getByRole('button', { name: /^Remove / })
    .first()
    .click()
  await abstract(page).fill('No speaker was announced.')
  await page.keyboard.press('Control+s')
  await expect(saved(page)).toContainText('Version 3.')

  await page.goto(`${address}/history`)
  await expect(page.getByText('Note: As announced')).toBeVisible()
  await expectAccessible(page, 'history')
  await page.getByRole('link', { name: 'What changed in version 3' }).click()
  await expect(page.getByRole('deletion').filter({ hasText: 'Ashikbayev' }).first()).toBeVisible()
  await expect(page.getByRole('insertion').filter({ hasText: 'No' }).first()).toBeVisible()
  await expectAccessible(page, 'two versions compared')
  await page.getByRole('link', { name: 'Restore version 2' }).click()
  await expect(page.getByRole('insertion').filter({ hasText: 'Ashikbayev' }).first()).toBeVisible()
  await expectAccessible(page, 'what a restoration would change')
  // Only the speakers first, then all that is left.
  await page.getByRole('link', { name: 'Speakers', exact: true }).click()
  await expect(page.getByText('Only this comes back')).toContainText('Speakers')
  await page.getByLabel('Why (optional)').fill('She did speak')
  await page.getByRole('button', { name: 'Restore it' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Restored as a new version.' })).toBeVisible()
  await expect(speakers(page).getByLabel('Person').first()).toHaveValue(/Ashikbayev/)
  await expect(abstract(page)).toHaveValue('No speaker was announced.')
  await page.goto(`${address}/history/restore?version=2`)
  await page.getByRole('button', { name: 'Restore it' }).click()
  await expect(abstract(page)).toHaveValue('One speaker was announced.')
  await expect(saved(page)).toContainText('Version 5.')
  await page.goto(`${address}/history/restore?version=2`)
  await expect(page.getByText('Nothing would change')).toBeVisible()
})

test('into the bin and back, and what was done is among the recent changes', async ({ page, browser }) => {
  const account = await as(page, 'contributor', 'Aigerim Editor')
  const address = await newSession(page, 'Made by mistake')
  await page.getByRole('button', { name: 'Move to the bin' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Moved to the bin.' })).toBeVisible()
  expect((await page.goto(address))?.status()).toBe(404)
  await page.goto('/admin/sessions?q=mistake')
  await expect(page.getByText('Made by mistake')).toHaveCount(0)
  await page.goto('/admin/bin')
  await expect(page.getByRole('button', { name: 'Empty the bin' })).toHaveCount(0)
  await expectAccessible(page, 'the bin')
  await page.getByRole('button', { name: 'Put back: Made by mistake' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Put back.' })).toBeVisible()
  await page.goto(address)
  await expect(title(page)).toHaveValue('Made by mistake')

  await page.goto(`/admin/changes?by=${account.id}&noun=session`)
  const changes = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Made by mistake' })
  await expect(changes).toContainText([/took it from the bin/, /moved it to the bin/, /created it/])
  await expectAccessible(page, 'recent changes')

  const administrator = await another(browser)
  await as(administrator, 'administrator', 'An Administrator')
  await page.goto(address)
  await page.getByRole('button', { name: 'Move to the bin' }).click()
  await administrator.goto('/admin/bin')
  await expectAccessible(administrator, 'the bin of an administrator')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a conflict is a page with the choices; a version comes back; the bin works', async ({ page, browser }) => {
    await as(page, 'contributor', 'Aigerim Editor')
    const address = await newSession(page, 'Plain at once')
    const other = await another(browser, { javaScriptEnabled: false })
    await as(other, 'contributor', 'Joshua Editor')
    await other.goto(address)
    await expect(other.getByText('Aigerim Editor is also here')).toBeVisible()
    await title(other).fill('Their title')
    await abstract(other).fill('Their abstract.')
    await other.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Their title')

    await title(page).fill('My title')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const conflict = page.getByRole('alert').filter({ hasText: 'Joshua Editor saved version 2' })
    await expect(conflict).toContainText('Their abstract.')
    await expect(title(page)).toHaveValue('My title')
    await conflict.getByRole('button', { name: 'Save the two together' }).click()
    await expect(conflict).toContainText('Choose for each of these')
    await conflict.getByRole('radio', { name: /^Yours/ }).check()
    await conflict.getByRole('button', { name: 'Save the two together' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My title')
    await expect(abstract(page)).toHaveValue('Their abstract.')

    await page.goto(`${address}/history`)
    await page.getByRole('link', { name: 'Restore version 2' }).click()
    await page.getByRole('button', { name: 'Restore it' }).click()
    await expect(title(page)).toHaveValue('Their title')
    await page.getByRole('button', { name: 'Move to the bin' }).click()
    await page.getByRole('button', { name: 'Put back: Their title' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Put back.' })).toBeVisible()
  })
})
