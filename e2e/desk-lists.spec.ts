import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Account, createAccount, signIn } from './accounts.ts'
import { axeViolations } from './axe.ts'
import { withDatabase } from './database.ts'

const sizes = { telephone: { width: 390, height: 844 }, desk: { width: 1360, height: 900 } }

/** A page of somebody who writes, in a language of the desk. */
async function asEditor(
  browser: Browser,
  {
    locale = 'en',
    ...options
  }: { locale?: string; javaScriptEnabled?: boolean; viewport?: { width: number; height: number } } = {},
): Promise<{ page: Page; account: Account }> {
  const context = await browser.newContext(options)
  const account = await withDatabase(async (database) => {
    const made = await createAccount(database, 'editor')
    await database.query('UPDATE "user" SET locale = $2 WHERE id = $1', [made.id, locale])
    await signIn(context, database, made)
    return made
  })
  return { page: await context.newPage(), account }
}

/** A draft made through the form of the desk. */
async function addPerson(page: Page, name: string) {
  await page.goto('/admin/people/new')
  await page.getByLabel('Name of the person').fill(name)
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  return new URL(page.url()).pathname
}

const rows = (page: Page) => page.getByRole('main').getByRole('listitem')

for (const javaScriptEnabled of [true, false]) {
  test(`a record goes from the overview through its list to its history, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const { page, account } = await asEditor(browser, { javaScriptEnabled })
    await page.goto('/admin')
    await expect(page.getByText('You have no drafts.')).toBeVisible()
    const name = `Zhanna Tokayeva ${account.id.slice(0, 4)}`
    const path = await addPerson(page, name)

    await page.goto('/admin')
    const drafts = page.getByRole('region', { name: 'My drafts' })
    await expect(drafts.getByRole('link', { name })).toHaveAttribute('href', path)
    await drafts.getByRole('link', { name: 'All: 1 person' }).click()
    await expect(rows(page)).toHaveCount(1)
    await expect(rows(page)).toContainText('Draft')

    await page.goto('/admin/people')
    await page.getByLabel('Search by name or title').fill(`жанна токаева ${account.id.slice(0, 4)}`)
    await page.getByRole('combobox', { name: 'State', exact: true }).selectOption('draft')
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('-name')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/state=draft/)
    await expect(rows(page)).toHaveCount(1)
    await expect(rows(page)).toContainText(`Changed by ${account.name}`)
    await page.getByRole('link', { name: 'Clear the filters' }).click()
    await expect(page.getByLabel('Search by name or title')).toHaveValue('')

    await page.goto(`${path}/history`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('History')
    await expect(page.getByRole('main').getByRole('link', { name })).toHaveAttribute('href', path)
    await expect(rows(page).first()).toContainText('You created it')
    await page.getByRole('link', { name: 'Back to the record' }).click()
    await expect(page).toHaveURL(path)
  })
}

test('a list that finds nothing says so and leads back; a page that is not there leads to the first', async ({
  browser,
}) => {
  const { page } = await asEditor(browser)
  await page.goto('/admin/topics?q=there-is-no-such-topic')
  await expect(page.getByText('Nothing fits.')).toBeVisible()
  await page.goto('/admin/topics?page=90')
  await expect(page.getByText('This list has no page 90.')).toBeVisible()
  await page.getByRole('link', { name: 'To its first page' }).click()
  expect(await rows(page).count()).toBeGreaterThan(5)
  expect((await page.goto('/admin/nonsense'))?.status()).toBe(404)
  expect((await page.goto('/admin/people/019ab000-0000-7000-8000-000000000000/history'))?.status()).toBe(404)
})

test('the navigation says what waits and which page is open; on a telephone it is a disclosure', async ({
  browser,
}) => {
  const { page } = await asEditor(browser, { viewport: sizes.telephone, javaScriptEnabled: false })
  await page.goto('/admin/sessions')
  const navigation = page.getByRole('navigation', { name: 'The desk' })
  await expect(navigation.getByRole('link', { name: 'Topics' })).toBeHidden()
  await navigation.getByText('Menu').click()
  await expect(navigation.locator('[aria-current=page]')).toHaveText('Sessions')
  await navigation.getByRole('link', { name: 'Topics' }).click()
  await expect(page).toHaveURL('/admin/topics')
  await page.setViewportSize(sizes.desk)
  await expect(navigation.getByText('Menu')).toBeHidden()
  await expect(navigation.locator('[aria-current=page]')).toHaveText('Topics')
})

test('suggestions answer who may write, with what is known of each, and refuse the rest by status', async ({
  browser,
  request,
}) => {
  const asked = '/admin/suggestions?noun=person&q=%D0%BB%D0%B8%D0%BD%D0%BA%D0%BE%D0%BB%D1%8C%D0%BD'
  const refused = await request.get(asked, { maxRedirects: 0 })
  expect([refused.status(), await refused.json()]).toEqual([401, { found: [] }])
  const { page } = await asEditor(browser)
  const answer = await page.request.get(asked)
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(await answer.json()).toMatchObject({
    found: [{ title: 'Joshua Lincoln', lang: 'en', state: 'published', known: expect.stringContaining('appearance') }],
  })
  for (const wrong of ['', '?noun=cat&q=a', '?noun=person', '?noun=person&q=a&parent=1', '?noun=person&q=a&exclude=x'])
    expect((await page.request.get(`/admin/suggestions${wrong}`)).status(), wrong).toBe(400)
})

for (const locale of ['en', 'kk', 'ru'])
  test(`overview, list and history have no faults at 390 and 1360, ${locale}`, async ({ browser }) => {
    test.setTimeout(300_000)
    const { page } = await asEditor(browser, { locale })
    await page.goto('/admin/people')
    const record = await rows(page).getByRole('link').first().getAttribute('href')
    for (const address of [
      '/admin',
      '/admin/people',
      '/admin/sessions?q=water&state=published',
      '/admin/topics?q=zzz',
      `${record}/history`,
    ]) {
      await page.goto(address)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport)
        expect.soft(await axeViolations(page), `${address}, ${size}`).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(overflow, `${address}, ${size}, is no wider than the screen`).toBe(0)
      }
    }
  })
