import { type Browser, expect, type Page, test } from '@playwright/test'
import { createAccount, type Role, signIn } from './accounts.ts'
import { withDatabase } from './database.ts'

/** Somebody at the desk, in a browser of their own. */
async function atTheDesk(browser: Browser, role: Role, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1360, height: 900 } })
  const page = await context.newPage()
  await withDatabase(async (database) => signIn(context, database, await createAccount(database, role)))
  return page
}

const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`a future edition from an empty form to public pages, by two people, ${how}`, async ({ browser, request }) => {
    test.slow()
    const year = javaScriptEnabled ? '2031' : '2032'
    const own = `${javaScriptEnabled ? 'Written' : 'Plain'} ${year}`
    const writer = await atTheDesk(browser, 'contributor', javaScriptEnabled)
    const editor = await atTheDesk(browser, 'editor', javaScriptEnabled)

    /** Puts a name into a picker: chosen from its list, or typed and looked up when the form is saved. */
    const pick = async (page: Page, within: ReturnType<typeof group>, label: string, name: string, isNew = false) => {
      const field = within.getByLabel(label, { exact: true }).last()
      if (!javaScriptEnabled) return field.fill(isNew ? `+${name}` : name)
      await field.pressSequentially(name)
      const option = page.getByRole('option', { name: isNew ? `Create “${name}”` : name })
      await option.first().click()
      await expect(field).toHaveValue(name)
    }
    const addRow = async (within: ReturnType<typeof group>, label: string) => {
      if (javaScriptEnabled) await within.getByRole('button', { name: label, exact: true }).click()
    }
    const save = async (page: Page) => {
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByRole('status').filter({ hasText: /^Saved / })).toBeVisible()
    }
    const cite = async (page: Page, isNew = false) => {
      const sources = group(page, 'Sources')
      await addRow(sources, 'Add a source')
      await pick(page, sources, 'Source', `Programme of ${own}`, isNew)
      await sources.getByLabel('Place in it').last().fill('p. 1')
    }

    // The edition, from an empty form.
    await writer.goto('/admin')
    await writer.getByRole('link', { name: 'Editions', exact: true }).first().click()
    await writer
      .getByRole('link', { name: /Add an edition/ })
      .first()
      .click()
    await writer.getByLabel('Forum', { exact: true }).selectOption('Astana Think Tank Forum')
    await writer.getByLabel('Theme of the edition').fill(`${own}: water and trust`)
    await writer.getByLabel('Year').fill(year)
    await writer.getByRole('button', { name: 'Create draft' }).click()
    await expect(writer.getByRole('heading', { level: 1 })).toHaveText(`Astana Think Tank Forum ${year}`)
    await writer.getByLabel('First day').fill(`${year}-10-15`)
    await writer.getByLabel('Last day').fill(`${year}-10-16`)
    await writer.getByLabel('How exactly the date is known').selectOption('Exact to the day')
    await writer.getByLabel('City').first().fill('Astana')
    await writer.getByLabel('Host country').selectOption('Kazakhstan')
    await addRow(group(writer, 'Days'), 'Add a day')
    await group(writer, 'Days').getByLabel('Date').last().fill(`${year}-10-15`)
    await addRow(group(writer, 'Rooms'), 'Add a room')
    await group(writer, 'Rooms').getByLabel('English').last().fill('Hall A')
    await cite(writer, true)
    await save(writer)
    const editionForm = writer.url().replace(/[?#].*/, '')

    // A session with two speakers, one of them new.
    await writer.getByRole('link', { name: 'Add a session' }).click()
    await writer.getByLabel('Title of the session').fill(`${own}: who shares the rivers?`)
    await writer.getByRole('button', { name: 'Create draft' }).click()
    await expect(writer.getByRole('heading', { level: 1 })).toHaveText(`${own}: who shares the rivers?`)
    await writer.getByLabel('Format', { exact: true }).selectOption('Panel')
    await writer.getByLabel('Day', { exact: true }).selectOption({ index: 1 })
    await writer.getByLabel('Room', { exact: true }).selectOption('Hall A')
    await writer.getByLabel('Starts').fill(`${year}-10-15T14:00`)
    await writer.getByLabel('Ends').fill(`${year}-10-15T15:30`)
    const speakers = group(writer, 'Speakers')
    await addRow(speakers, 'Add a speaker')
    await pick(writer, speakers, 'Person', 'Charles McLean')
    if (!javaScriptEnabled) await save(writer) // one empty row at a time
    await addRow(speakers, 'Add a speaker')
    await pick(writer, speakers, 'Person', `Newcomer ${own}`, true)
    await cite(writer)
    await save(writer)
    const sessionForm = writer.url().replace(/[?#].*/, '')

    // What was said there.
    await writer.getByRole('link', { name: 'Add a statement' }).click()
    await writer.getByLabel('What was said').fill(`${own}: rivers know no borders.`)
    await writer.getByRole('button', { name: 'Create draft' }).click()
    await writer.getByLabel('Who said it').selectOption('Charles McLean')
    await cite(writer)
    await save(writer)

    // Nothing of it is public.
    const publicEdition = `/forums/astana-think-tank-forum/${year}`
    expect((await request.get(publicEdition)).status()).toBe(404)

    // Sent for review, sent back once, sent again.
    await writer.goto(editionForm)
    await writer.getByRole('button', { name: 'Send for review' }).click()
    await expect(writer.getByText('Sent for review.')).toBeVisible()
    await expect(writer.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
    await editor.goto('/admin')
    await editor
      .getByRole('link', { name: `Astana Think Tank Forum ${year}` })
      .first()
      .click()
    await editor.getByRole('link', { name: 'Review the change' }).click()
    await expect(editor.getByRole('region', { name: 'What changes' })).toContainText(`${own}: water and trust`)
    await editor.getByLabel('Remark of the reviewer').fill('Please name the venue.')
    await editor.getByRole('button', { name: 'Send back' }).click()
    await expect(editor.getByText('Sent back with your remark.')).toBeVisible()
    await writer.goto(editionForm)
    await expect(writer.getByText('Please name the venue.', { exact: true })).toBeVisible()
    await writer.getByLabel('Venue').first().fill('Palace of Independence')
    await save(writer)
    await writer.getByRole('button', { name: 'Send for review' }).click()
    await expect(writer.getByText('Sent for review.')).toBeVisible()

    // Published at a time, then the rest of it at once.
    await editor.goto(editionForm)
    await editor.getByRole('link', { name: 'Publish at a time' }).click()
    await editor.getByLabel('Day and time').fill(`${year}-01-01T09:00`)
    await editor.getByRole('button', { name: 'Set this time' }).click()
    await expect(editor.getByText('The time is set.')).toBeVisible()
    expect((await request.get(publicEdition)).status()).toBe(404)
    const editionId = editionForm.split('/').at(-1)
    await withDatabase((database) =>
      database.query('UPDATE record SET scheduled_at = now() WHERE id = $1', [editionId]),
    )
    await expect.poll(async () => (await request.get(publicEdition)).status(), { timeout: 30_000 }).toBe(200)
    await editor.goto(editionForm)
    await editor.getByRole('link', { name: 'Publish the edition with all in it' }).click()
    const mentioned = editor.getByLabel(/Also the people, organisations, topics and sources/)
    if (!(await mentioned.isChecked())) {
      await mentioned.check()
      await editor.getByRole('button', { name: 'Show', exact: true }).click()
    }
    await editor.getByRole('button', { name: /^Publish \d+ record/ }).click()
    await expect(editor.getByText('The edition is published with all in it.')).toBeVisible()

    // A reader sees it whole.
    const reader = await (await browser.newContext()).newPage()
    await reader.goto(publicEdition)
    await expect(reader.getByText('Palace of Independence').first()).toBeVisible()
    await reader
      .getByRole('link', { name: `${own}: who shares the rivers?` })
      .first()
      .click()
    await expect(reader.getByText('14:00').first()).toBeVisible()
    await expect(reader.getByText(`Newcomer ${own}`).first()).toBeVisible()
    await expect(reader.getByText(`${own}: rivers know no borders.`).first()).toBeVisible()
    const publicSession = new URL(reader.url()).pathname

    // Renamed: the old address leads to the new one.
    await editor.goto(sessionForm)
    await editor.getByLabel('Address', { exact: true }).fill(`shared rivers ${year}`)
    await save(editor)
    await editor.getByRole('button', { name: 'Publish changes' }).click()
    await expect(editor.getByText('Published.', { exact: true })).toBeVisible()
    const moved = await request.get(publicSession, { maxRedirects: 0 })
    expect(moved.status()).toBe(301)
    expect(moved.headers().location).toBe(`${publicEdition}/sessions/shared-rivers-${year}`)

    // Withdrawn: its address says why.
    await editor.goto(sessionForm)
    await editor.getByRole('link', { name: 'Withdraw' }).click()
    await editor.getByLabel('Public reason (English)').fill(`${own}: the speakers asked for it.`)
    await editor.getByRole('button', { name: 'Withdraw' }).click()
    await expect(editor.getByText('Withdrawn.', { exact: true })).toBeVisible()
    const gone = await request.get(`${publicEdition}/sessions/shared-rivers-${year}`)
    expect(gone.status()).toBe(410)
    expect(await gone.text()).toContain(`${own}: the speakers asked for it.`)
  })
}
