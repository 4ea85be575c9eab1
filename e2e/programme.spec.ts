import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Account, createAccount, type Role, signIn } from './accounts.ts'
import { expectAccessible } from './axe.ts'
import { databaseUrl, withDatabase } from './database.ts'
import { writeRecords } from './records.ts'

const wide = { width: 1360, height: 900 }
const narrow = { width: 390, height: 844 }

/** An edition of two days and two halls, with one person that the archive knows. */
async function edition(year: number): Promise<{ id: string; person: string }> {
  const by = randomUUID()
  const made = await writeRecords(await databaseUrl(), [
    { do: 'create', as: 'forum', noun: 'forum', by, raw: { texts: { en: { name: `Builders of ${year}` } } } },
    { do: 'create', as: 'person', noun: 'person', by, raw: { texts: { en: { name: `Zhanar Akhmetova ${year}` } } } },
    {
      ...{ do: 'create', as: 'edition', noun: 'edition', by },
      raw: {
        ...{ forum: '$forum', year, timeZone: 'Asia/Almaty' },
        days: [
          { number: 1, date: `${year}-10-15` },
          { number: 2, date: `${year}-10-16` },
        ],
        rooms: [{ texts: { en: { name: 'Hall A' } } }, { texts: { en: { name: 'Hall B' } } }],
      },
    },
  ])
  return { id: made.edition?.id ?? '', person: made.person?.id ?? '' }
}

async function atTheDesk(
  browser: Browser,
  role: Role,
  options: object = {},
): Promise<{ page: Page; account: Account }> {
  const context = await browser.newContext({ viewport: wide, ...options })
  const account = await withDatabase(async (database) => {
    const made = await createAccount(database, role)
    await signIn(context, database, made)
    return made
  })
  return { page: await context.newPage(), account }
}

const block = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(`^[\\d:–]+ .*${title}`) })
const alert = (page: Page) => page.getByRole('main').getByRole('alert')
const said = (page: Page) => page.getByRole('status').first()
async function press(page: Page, key: string, times = 1) {
  for (let n = 0; n < times; n++) await page.keyboard.press(key)
}

test('a programme of two days is built by keyboard alone, and by mouse', async ({ browser }) => {
  const { id } = await edition(2051)
  const { page } = await atTheDesk(browser, 'contributor')
  await page.goto(`/admin/editions/${id}`)
  await page.getByRole('link', { name: 'Programme builder' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Programme builder')
  await expect(page.getByRole('region', { name: 'Sun 15 October' })).toBeVisible()

  // Four sessions, one after another, each offered the time after the last.
  await page.getByLabel('Title of the session').focus()
  for (const title of ['Opening', 'Panel', 'Lunch', 'Closing']) {
    await page.keyboard.type(title)
    await press(page, 'Enter')
    await expect(block(page, title)).toBeVisible()
    await expect(page.getByLabel('Title of the session')).toHaveValue('')
  }
  await expect(block(page, 'Closing')).toHaveAccessibleName(/^12:00–13:00 Hall A Closing/)

  // To the hall beside, half an hour later, a quarter of an hour longer; every press is told.
  await block(page, 'Panel').focus()
  await press(page, 'ArrowRight')
  await expect(said(page)).toHaveText('Sun 15 October, 10:00–11:00, Hall B. Not saved yet.')
  await press(page, 'ArrowDown', 6)
  await press(page, 'Shift+ArrowDown', 3)
  await expect(said(page)).toHaveText('Sun 15 October, 10:30–11:45, Hall B. Not saved yet.')
  await press(page, 'Enter')
  await expect(said(page)).toHaveText('Saved: Panel. Sun 15 October, 10:30–11:45, Hall B')
  await expect(block(page, 'Panel')).toBeFocused()
  await press(page, 'ArrowLeft')
  await expect(said(page)).toContainText('1 clash')
  await expect(page.getByRole('heading', { name: '1 clash' })).toBeVisible()
  await expectAccessible(page, 'a clash that is not saved')
  await press(page, 'Escape')
  await expect(said(page)).toHaveText('Taken back. Nothing was changed.')
  await expect(page.getByRole('heading', { name: '1 clash' })).toHaveCount(0)

  // To the second day, past midnight, off the programme and on it again.
  await block(page, 'Closing').focus()
  await press(page, 'PageDown')
  await press(page, 'Enter')
  await expect(said(page)).toHaveText('Saved: Closing. Mon 16 October, 12:00–13:00, Hall A')
  await expect(page.getByRole('region', { name: 'Mon 16 October' })).toBeVisible()
  await expect(block(page, 'Closing')).toBeFocused()
  await press(page, 'Delete')
  await expect(said(page)).toHaveText('Saved: Closing. Not on the programme')
  await expect(page.getByRole('heading', { name: 'Not scheduled yet (1)' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Closing/ })).toBeFocused()
  await press(page, 'Enter')
  await expect(said(page)).toHaveText('Mon 16 October, 09:00–10:00, Hall A. Not saved yet.')
  await press(page, 'Enter')
  await expect(said(page)).toHaveText('Saved: Closing. Mon 16 October, 09:00–10:00, Hall A')

  // The same by its form, opened and left by keys.
  await press(page, 'Enter')
  const form = page.getByRole('form', { name: 'Place of Closing' })
  await form.getByLabel('Room').focus()
  await page.keyboard.type('Hall B')
  await form.getByRole('button', { name: 'Save the place' }).focus()
  await press(page, 'Enter')
  await expect(said(page)).toHaveText('Saved: Closing. Mon 16 October, 09:00–10:00, Hall B')
  await expectAccessible(page, 'the grid')

  // By mouse: down by an hour and to the hall beside, then longer by its lower edge.
  const box = await block(page, 'Closing').boundingBox()
  if (!box) throw new Error('The session is drawn')
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x - 100, box.y + 20 + 48, { steps: 4 })
  await page.mouse.move(box.x - 100, box.y + 20 + 96, { steps: 4 })
  await page.mouse.up()
  await expect(said(page)).toHaveText('Saved: Closing. Mon 16 October, 10:00–11:00, Hall A')
  const now = await block(page, 'Closing').boundingBox()
  if (!now) throw new Error('The session is drawn')
  await page.mouse.move(now.x + 20, now.y + now.height - 2)
  await page.mouse.down()
  await page.mouse.move(now.x + 20, now.y + now.height + 46, { steps: 4 })
  await page.mouse.up()
  await expect(said(page)).toHaveText('Saved: Closing. Mon 16 October, 10:00–11:30, Hall A')

  // All of it is ordinary versions of the records.
  await page.reload()
  await page.getByRole('button', { name: 'As a list with forms' }).click()
  await expect(page.getByRole('region', { name: 'Sun 15 October' }).getByRole('listitem')).toHaveCount(3)
  await expect(page.getByRole('region', { name: 'Mon 16 October' })).toContainText('10:00–11:30')
  await page.setViewportSize(narrow)
  await expectAccessible(page, 'the list on a telephone')
})

test('two at one programme see what the other did, and a stale move is refused and kept', async ({ browser }) => {
  const { id } = await edition(2052)
  const [{ page: first }, { page: second, account }] = [
    await atTheDesk(browser, 'contributor'),
    await atTheDesk(browser, 'contributor', { javaScriptEnabled: false, viewport: narrow }),
  ]
  await first.goto(`/admin/editions/${id}/programme`)
  await first.getByLabel('Title of the session').fill('Keynote')
  await first.getByRole('button', { name: 'Add it' }).click()
  await block(first, 'Keynote').focus()
  await press(first, 'ArrowDown')
  await expect(said(first)).toContainText('Not saved yet')

  // The other one has no JavaScript: a form in the list.
  await second.goto(`/admin/editions/${id}/programme`)
  await second.getByText('Change the place').first().click()
  const form = second.getByRole('form', { name: 'Place of Keynote' })
  await form.getByLabel('Starts').fill('2052-10-16T15:00')
  await form.getByLabel('Ends').fill('2052-10-16T14:00')
  await form.getByLabel('Day').selectOption('')
  await form.getByRole('button', { name: 'Save the place' }).click()
  await expect(alert(second)).toHaveText('The end must be after the beginning')
  await expect(form.getByLabel('Starts')).toHaveValue('2052-10-16T15:00')
  await form.getByLabel('Ends').fill('2052-10-16T16:00')
  await form.getByRole('button', { name: 'Save the place' }).click()
  await expect(second.getByText('The programme is saved.')).toBeVisible()
  await expect(second.getByRole('region', { name: /16 October/ })).toContainText('15:00–16:00')

  await expect(first.getByText(`${account.name} moved “Keynote”`).first()).toBeVisible()
  await press(first, 'Enter')
  await expect(alert(first)).toContainText(`${account.name} saved this session meanwhile.`)
  await first.getByRole('button', { name: /^Put it here anyway: .*09:05–10:05, Hall A/ }).click()
  await expect(said(first)).toContainText('09:05–10:05, Hall A')

  // And the other way round, without JavaScript.
  await second.getByText('Change the place').first().click()
  await form.getByRole('button', { name: 'Take off the programme' }).click()
  await expect(alert(second)).toContainText('Somebody saved this session meanwhile')
})
