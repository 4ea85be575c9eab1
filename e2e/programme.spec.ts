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

/** Two talks in the edition's first hall, with all that must be there before they are published. */
async function talks(edition: { id: string; person: string }, year: number) {
  const by = randomUUID()
  const { days, rooms } = await withDatabase(async (database) => {
    const { rows } = await database.query('SELECT content FROM record WHERE id = $1', [edition.id])
    return rows[0].content
  })
  const talk = (n: number) => ({
    ...{ do: 'create' as const, as: `talk${n}`, noun: 'session', by },
    raw: {
      ...{ edition: edition.id, day: days[0].id, room: rooms[0].id, citations: [{ source: '$source' }] },
      ...{ startsAt: `${year}-10-15T0${2 + n}:00:00Z`, endsAt: `${year}-10-15T0${2 + n}:50:00Z` },
      ...{ texts: { en: { title: `Talk ${n}` } }, appearances: [{ person: edition.person }] },
    },
  })
  await writeRecords(await databaseUrl(), [
    { do: 'create', as: 'source', noun: 'source', by, raw: { texts: { en: { title: `Programme of ${year}` } } } },
    talk(1),
    talk(2),
  ])
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
const said = (page: Page) => page.getByRole('main').getByRole('status').first()
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
  await expect(page.getByRole('button', { name: 'As a list with forms' })).toBeVisible()

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

/** Thirty rows of which three are wrong: a time, an end before its beginning, a day that the edition has not. */
function thirtyRows(year: number): string {
  const rows = Array.from({ length: 30 }, (_, n) => {
    const [day, hour] = [n < 15 ? `15.10.${year}` : `16.10.${year}`, 8 + (n % 15)]
    return [day, `${hour}:00–${hour}:50`, `Talk ${n + 1}`, n % 2 ? 'Hall B' : 'hall a', '']
  })
  rows[2] = [`15.10.${year}`, 'after lunch', 'Talk 3', 'Hall C', `Жанар Ахметова ${year}`]
  rows[7] = [`15.10.${year}`, '15:00–14:00', 'Talk 8', 'Hall B', '']
  rows[20] = [`20.10.${year}`, '10:00–11:00', 'Talk 21', 'Hall B', '']
  rows[4] = [`15.10.${year}`, '12:00–12:50', 'Talk 5', 'Hall C', `Жанар Ахметова ${year}; Newcomer of ${year}`]
  return [['Дата', 'Время', 'Название', 'Зал', 'Спикеры'], ...rows].map((row) => row.join('\t')).join('\n')
}

for (const javaScriptEnabled of [true, false]) {
  test(`thirty rows are pasted, of which three are wrong, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const year = javaScriptEnabled ? 2053 : 2054
    const { id, person } = await edition(year)
    const { page } = await atTheDesk(browser, 'editor', { javaScriptEnabled })
    await page.goto(`/admin/editions/${id}/programme`)
    await page.getByRole('link', { name: 'Paste rows from a spreadsheet' }).click()
    await page.getByLabel('Rows', { exact: true }).fill('nothing\tof\tthis')
    await page.getByRole('button', { name: 'Check the rows' }).click()
    await expect(page.getByText('The first row must name the columns')).toBeVisible()
    await page.getByLabel('Rows', { exact: true }).fill(thirtyRows(year))
    await page.getByRole('button', { name: 'Check the rows' }).click()
    await expect(page.getByRole('heading', { name: '30 rows' })).toBeVisible()
    await expect(page.getByText('27 rows would be added as drafts of sessions.')).toBeVisible()
    await expect(page.getByText('3 rows are wrong: put them right or leave them out.')).toBeVisible()
    await expect(page.getByText('A new room: Hall C')).toBeVisible()
    const row = (number: number) => page.getByRole('group', { name: `Row ${number}`, exact: true })
    await expect(row(3)).toContainText('This time was not understood')
    await expect(row(8)).toContainText('The end must be after the beginning')
    await expect(row(21)).toContainText('This day is not among the days of the edition')
    await expect(row(3).getByLabel('Add this row')).not.toBeChecked()
    const known = page.getByLabel(`Жанар Ахметова ${year}`)
    await expect(known).toHaveValue(person)
    await expect(page.getByText('In doubt: the name is written differently.')).toBeVisible()
    if (javaScriptEnabled) {
      await expectAccessible(page, 'checked rows')
      await page.setViewportSize(narrow)
      await expectAccessible(page, 'checked rows on a telephone')
      await page.setViewportSize(wide)
    }
    // One is put right in place; what changed is shown before it is done.
    await row(8).getByLabel('Ends').fill('15:50')
    await row(8).getByLabel('Add this row').check()
    await page.getByRole('button', { name: 'Add 27 sessions' }).click()
    await expect(page.getByText('28 rows would be added as drafts of sessions.')).toBeVisible()
    await page.getByRole('button', { name: 'Add 28 sessions' }).click()
    await expect(page.getByText('28 sessions were added, and 1 new person. All of it is drafts.')).toBeVisible()
    await page.getByRole('link', { name: 'Look at them, or take them back' }).click()
    await page.getByRole('button', { name: 'Undo this' }).click()
    await expect(page.getByText('Undone.', { exact: true })).toBeVisible()
    const left = await withDatabase((database) => database.query('SELECT FROM record WHERE parent_id = $1', [id]))
    expect(left.rowCount).toBe(0)
  })

  test(`a programme is published as versions, and what changed is read, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    request,
  }) => {
    const year = javaScriptEnabled ? 2055 : 2057
    const made = await edition(year)
    await talks(made, year)
    const { id } = made
    const { page } = await atTheDesk(browser, 'editor', { javaScriptEnabled })
    await page.goto(`/admin/editions/${id}/programme`)

    // The first version, and what readers see of it.
    await page.getByRole('link', { name: 'Publish the programme' }).click()
    await page.getByLabel(/Also the people, organisations, topics and sources/).check()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByRole('button', { name: 'Publish version 1' }).click()
    await expect(page.getByText('Version 1 of the programme is published.')).toBeVisible()
    const changes = `/forums/builders-of-${year}/${year}/changes`
    expect(await (await request.get(changes)).text()).toContain('The first published version')

    // One session moves, and is public again as the second version.
    await page.goto(`/admin/editions/${id}/programme`)
    if (javaScriptEnabled) await page.getByRole('button', { name: 'As a list with forms' }).click()
    const place = page.getByRole('form', { name: 'Place of Talk 1', exact: true })
    await page
      .locator('li')
      .filter({ has: page.getByText('Talk 1', { exact: true }) })
      .getByText('Change the place')
      .first()
      .click()
    await place.getByLabel('Starts').fill(`${year}-10-16T20:00`)
    await place.getByLabel('Ends').fill(`${year}-10-16T20:50`)
    await place.getByLabel('Day').selectOption('')
    await place.getByLabel('Room').selectOption('Hall B')
    await place.getByRole('button', { name: 'Save the place' }).click()
    await expect(page.getByRole('region', { name: /16 October/ })).toContainText('20:00–20:50')
    // With scripts it stands there before it is saved.
    if (javaScriptEnabled) await expect(said(page)).toContainText('Saved: Talk 1.')
    expect(await (await request.get(changes)).text()).not.toContain('Version 2')
    await page.getByRole('link', { name: 'Publish the programme' }).click()
    await page.getByLabel('Name of this version').fill('After the visit')
    await page.getByRole('button', { name: 'Publish version 2' }).click()
    await expect(page.getByText('Version 2 of the programme is published.')).toBeVisible()

    // A reader follows it from the timetable, in three languages, and in a feed reader.
    const reader = await (await browser.newContext({ viewport: narrow, javaScriptEnabled })).newPage()
    await reader.goto(`/forums/builders-of-${year}/${year}/timetable`)
    await reader.getByRole('link', { name: 'What changed in the programme' }).click()
    const second = reader.getByRole('region', { name: 'Version 2: After the visit' })
    await expect(second.getByRole('link', { name: 'Talk 1' })).toBeVisible()
    await expect(second).toContainText(/Time: .*20:00–20:50 \(before: .*08:00–08:50\)/)
    await expect(second).toContainText('Room: Hall B (before: Hall A)')
    if (javaScriptEnabled) await expectAccessible(reader, 'changes of a programme')
    for (const [language, heading] of [
      ['ru', 'Изменения в программе'],
      ['kk', 'Бағдарламадағы өзгерістер'],
    ]) {
      const text = await (await request.get(`/${language}${changes}`)).text()
      expect(text).toContain(heading)
      expect(text).toContain('20:00–20:50')
    }
    for (const prefix of ['', '/ru', '/kk']) {
      const feed = await request.get(`${prefix}${changes}.atom`)
      expect([feed.status(), feed.headers()['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8'])
      expect(await feed.text()).toContain('After the visit')
    }

    // The next edition, of what recurs.
    await page.goto(`/admin/editions/${id}`)
    await page.getByRole('link', { name: 'New edition from this one' }).click()
    await expect(page.getByLabel('Year')).toHaveValue(String(year + 1))
    await page.getByLabel(/^Talk 1 ·/).check()
    if (javaScriptEnabled) await expectAccessible(page, 'the next edition')
    await page.getByRole('button', { name: 'Make the next edition' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Builders of ${year} ${year + 1}`)
    await expect(page.getByRole('link', { name: 'Talk 1' })).toBeVisible()
  })
}
