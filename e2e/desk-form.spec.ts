import { expect, type Page, test } from '@playwright/test'
import { createAccount, signIn } from './accounts.ts'
import { axeViolations } from './axe.ts'
import { withDatabase } from './database.ts'

/** Other journeys publish whole editions at the same time: what is made here stays out of them. */
async function chooseSeed(page: Page) {
  const edition = page.getByLabel('Edition', { exact: true })
  if (await edition.count()) await edition.selectOption('Astana Think Tank Forum 2025')
}

/** A draft of its own for each journey, made the way an editor makes it. */
async function newSession(page: Page, title: string) {
  await page.goto('/admin/sessions/new')
  await chooseSeed(page)
  await page.getByLabel('Title of the session').fill(title)
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

const asWriter = (page: Page) =>
  withDatabase(async (database) => {
    const account = await createAccount(database, 'contributor')
    await signIn(page, database, account)
    return account
  })

const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved / })

test('what is typed is saved by itself, and by Ctrl+S as a version', async ({ page }) => {
  await asWriter(page)
  await newSession(page, 'Saved while typing')
  await page.getByRole('textbox', { name: 'Title', exact: true }).first().fill('Saved while still typing')
  await expect(page.getByText('Not saved yet')).toBeVisible()
  await expect(saved(page)).toContainText('Version 2.')
  // What stands around the form comes along.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saved while still typing')
  await expect(page).toHaveTitle('Saved while still typing')
  await page.getByLabel('Abstract').first().fill('Five states share **two rivers**.')
  await page.keyboard.press('Control+s')
  await expect(saved(page)).toContainText('Version 2.')
  // In the zone of the newest edition, as all the desk says it, wherever the browser is.
  const hours = [0, 60_000].map((ago) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: 'Asia/Almaty' }).format(Date.now() - ago),
  )
  await expect(saved(page)).toHaveText(new RegExp(`^Saved \\d+ \\p{L}+ \\d{4}, (${hours.join('|')}):\\d\\d\\. `, 'u'))
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Title', exact: true }).first()).toHaveValue(
    'Saved while still typing',
  )
  await page.getByText('Preview of this text').first().click()
  await expect(page.locator('strong', { hasText: 'two rivers' })).toBeVisible()
})

test('a speaker is found by another spelling or made on the spot, and the order is changed by keyboard', async ({
  page,
}) => {
  await asWriter(page)
  await newSession(page, 'Who speaks')
  const speakers = page.getByRole('group', { name: 'Speakers' })
  await speakers.getByRole('button', { name: 'Add a speaker' }).click()
  await speakers.getByLabel('Person').first().pressSequentially('Ашикбаев')
  await expect(page.getByRole('option', { name: /Ashikbayev/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(speakers.getByLabel('Person').first()).toHaveValue(/Ashikbayev/)
  await speakers.getByRole('button', { name: 'Add a speaker' }).click()
  await speakers.getByLabel('Person').nth(1).pressSequentially('Somebody Entirely New')
  await page.getByRole('option', { name: 'Create “Somebody Entirely New”' }).click()
  await expect(speakers.getByLabel('Person').nth(1)).toHaveValue('Somebody Entirely New')
  await expect(speakers.getByText('not public yet')).toBeVisible()
  await speakers.getByRole('button', { name: /^Move Somebody Entirely New: drag/ }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(speakers.getByLabel('Person').first()).toHaveValue('Somebody Entirely New')
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(speakers.getByLabel('Person').first()).toHaveValue('Somebody Entirely New')
  await expect(speakers.getByLabel('Person').nth(1)).toHaveValue(/Ashikbayev/)
})

test('of two at one record the second is told, and neither loses anything', async ({ page, browser }) => {
  await asWriter(page)
  await newSession(page, 'Two at once')
  const other = await (await browser.newContext()).newPage()
  await asWriter(other)
  await other.goto(page.url())
  await other.getByRole('textbox', { name: 'Title', exact: true }).first().fill('Theirs')
  await expect(saved(other)).toContainText('Version 2.')
  await page.getByRole('textbox', { name: 'Title', exact: true }).first().fill('Mine')
  const notice = page.getByRole('alert').filter({ hasText: 'saved version 2' })
  await expect(notice.getByRole('group', { name: 'Title' })).toContainText('Theirs')
  await expect(page.getByRole('textbox', { name: 'Title', exact: true }).first()).toHaveValue('Mine')
  expect(await axeViolations(page)).toEqual([])
  await notice.getByRole('radio', { name: 'Yours Mine' }).check()
  await notice.getByRole('button', { name: 'Save the two together' }).click()
  await expect(saved(page)).toContainText('Version 3.')
  await other.reload()
  await expect(other.getByRole('textbox', { name: 'Title', exact: true }).first()).toHaveValue('Mine')
})

test('a save whose answer got lost is no conflict with what is typed afterwards', async ({ page }) => {
  await asWriter(page)
  await newSession(page, 'Lost on the way')
  const title = page.getByRole('textbox', { name: 'Title', exact: true }).first()
  const address = page.url()
  await page.route(
    address,
    async (route) => {
      await route.fetch()
      await title.fill('Lost on the way back again') // typed while the first was being saved
      await route.abort()
    },
    { times: 1 },
  )
  await title.fill('Lost on the way back')
  await expect(saved(page)).toContainText(/Version [23]\./)
  await expect(page.getByText('while you were writing')).toHaveCount(0)
  await page.reload()
  await expect(title).toHaveValue('Lost on the way back again')
})

test('a save whose answer got lost overwrites nothing that another wrote meanwhile', async ({ page, browser }) => {
  await asWriter(page)
  await newSession(page, 'Lost between two')
  const title = page.getByRole('textbox', { name: 'Title', exact: true }).first()
  const other = await (await browser.newContext()).newPage()
  await asWriter(other)
  await page.route(
    page.url(),
    async (route) => {
      await route.fetch()
      await other.goto(page.url())
      await other.getByLabel('Abstract').first().fill('Written by another.')
      await expect(saved(other)).toContainText('Version 3.')
      await title.fill('Lost between two people')
      await route.abort()
    },
    { times: 1 },
  )
  await title.fill('Lost between both')
  await expect(page.getByLabel('Abstract').first()).toHaveValue('Written by another.', { timeout: 30_000 })
  await expect(saved(page)).toContainText('Version 4.')
  await page.reload()
  await expect(title).toHaveValue('Lost between two people')
  await expect(page.getByLabel('Abstract').first()).toHaveValue('Written by another.')
})

test('what is typed survives an ended sign-in and a closed tab', async ({ page }) => {
  const account = await asWriter(page)
  await newSession(page, 'Kept here')
  await withDatabase((database) => database.query('DELETE FROM sign_in WHERE user_id = $1', [account.id]))
  await page.getByRole('textbox', { name: 'Title', exact: true }).first().fill('Kept in this browser')
  await expect(page.getByText('Not saved: you are signed out.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title', exact: true }).first()).toHaveValue('Kept in this browser')
  const address = page.url()
  page.on('dialog', (dialog) => dialog.accept())
  await page.close({ runBeforeUnload: false })
  const again = await page.context().newPage()
  await withDatabase((database) => signIn(again, database, account))
  await again.goto(address)
  await again.getByRole('button', { name: 'Take it into the form' }).click()
  await expect(again.getByRole('textbox', { name: 'Title', exact: true }).first()).toHaveValue('Kept in this browser')
  await expect(saved(again)).toContainText('Version 2.')
})

test('what is wrong is said beside its field and on top, and nothing typed is lost', async ({ page }) => {
  await asWriter(page)
  await newSession(page, 'Put right')
  await page.getByLabel('Starts').fill('2026-10-15T14:00')
  await page.getByLabel('Ends').fill('2026-10-15T13:00')
  await page.keyboard.press('Control+s')
  const summary = page.getByRole('alert').filter({ hasText: 'Please put these right' })
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: 'The end must be after the beginning' }).click()
  await expect(page.getByLabel('Ends')).toBeFocused()
  await expect(page.getByLabel('Ends')).toHaveValue('2026-10-15T13:00')
  expect(await axeViolations(page)).toEqual([])
  await page.getByLabel('Ends').fill('2026-10-15T15:30')
  await expect(saved(page)).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('plain fields save, a name is looked up, a wrong value comes back as typed', async ({ page }) => {
    await asWriter(page)
    await newSession(page, 'Plain')
    await page.getByRole('textbox', { name: 'Title', exact: true }).first().fill('Plain and saved')
    await page.getByRole('group', { name: 'Speakers' }).getByLabel('Person').fill('Joshua Lincoln')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plain and saved')
    await expect(page.getByRole('group', { name: 'Speakers' }).getByLabel('Person').first()).toHaveValue(
      'Joshua Lincoln',
    )
    await page.getByRole('group', { name: 'Speakers' }).getByLabel('Person').nth(1).fill('Nobody Of That Name')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('No record has this name.')
  })
})

for (const width of [390, 1360]) {
  test(`every noun's form at ${width} px: axe, no overflow`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 900 })
    await asWriter(page)
    const records = await withDatabase(async (database) => {
      const { rows } = await database.query<{ noun: string; id: string }>(
        'SELECT DISTINCT ON (noun) noun::text, id FROM record ORDER BY noun, sort_name',
      )
      return rows
    })
    expect(records).toHaveLength(8)
    for (const { noun, id } of records) {
      await page.goto(`/admin/${noun === 'person' ? 'people' : `${noun}s`}/${id}`)
      await expect(saved(page)).toBeVisible()
      expect(await axeViolations(page), noun).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), noun).toBe(true)
    }
  })
}

/** What is wrong in each noun's form when this is typed. */
const wrong: Record<string, [label: string, value: string, error: string]> = {
  forum: ['Website', 'example', 'This is no web address'],
  edition: ['Time zone', 'Astana', 'There is no such time zone'],
  session: ['Language spoken', 'English', 'A language is given by its code'],
  person: ['Address', '!!!', 'An address needs letters or digits'],
  organisation: ['Website', 'example', 'This is no web address'],
  topic: ['Address', '!!!', 'An address needs letters or digits'],
  statement: ['Place in the order', '-1', 'This must be a whole number'],
  source: ['Web address', 'example', 'This is no web address'],
}

for (const [noun, [label, value, error]] of Object.entries(wrong)) {
  test(`the form of a ${noun}: axe when new, empty, wrong, in conflict`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width: 390, height: 844 })
    await asWriter(page)
    await page.goto(`/admin/${noun === 'person' ? 'people' : `${noun}s`}/new`)
    expect(await axeViolations(page), 'new').toEqual([])
    await chooseSeed(page)
    await page.locator('#title').fill(`State of a ${noun}`)
    await page.getByRole('button', { name: 'Create draft' }).click()
    await expect(page).toHaveURL(/[0-9a-f-]{36}$/)
    await expect(saved(page)).toBeVisible()
    await expect(page).toHaveTitle(/./)
    expect(await axeViolations(page), 'empty').toEqual([])
    await page.getByLabel(label).first().fill(value)
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('alert').first()).toContainText(error)
    expect(await axeViolations(page), 'wrong').toEqual([])
    // The title: of it both sides have something else than there was.
    const id = page.url().split('/').at(-1)
    await withDatabase((database) =>
      database.query(
        `UPDATE record SET lock = lock + 1, content = replace(content::text, 'State of a', 'Their state of a')::jsonb
         WHERE id = $1`,
        [id],
      ),
    )
    await page.getByLabel(label).first().fill('')
    await page
      .getByRole('textbox')
      .filter({ hasText: `State of a ${noun}` })
      .or(page.locator(`input:not([type=hidden])[value^="State of a ${noun}"]`))
      .first()
      .fill('My state')
    await expect(page.getByRole('alert').filter({ hasText: 'while you were writing' })).toBeVisible()
    expect(await axeViolations(page), 'in conflict').toEqual([])
  })
}
