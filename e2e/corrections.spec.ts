import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Account, createAccount, signIn } from './accounts.ts'
import { expectAccessible } from './axe.ts'
import { databaseUrl, withDatabase } from './database.ts'
import { writeRecords } from './records.ts'

const phone = { width: 390, height: 800 }

/** A statement of the seed's edition with a source, published; everything is named by `word`. */
async function publishedStatement(word: string, by: string) {
  const [edition, source] = await withDatabase(async (database) => {
    const one = async (sql: string) => (await database.query<{ id: string }>(sql)).rows[0]?.id ?? ''
    return [
      await one(`SELECT edition_id AS id FROM session WHERE state = 'published' LIMIT 1`),
      await one(`SELECT id FROM source WHERE state = 'published' LIMIT 1`),
    ]
  })
  const raw = {
    edition,
    form: 'quotation',
    texts: { en: { text: `We will meet in May, said ${word}.` } },
    citations: [{ source }],
  }
  const { it } = await writeRecords(await databaseUrl(), [
    { do: 'create', as: 'it', noun: 'statement', raw, by },
    { do: 'publish', as: 'it', by },
  ])
  return { id: it?.id ?? '', address: `/statements/${it?.publicId}`, raw }
}

/** A form that is sent at once was sent by a program: waits until it was shown long enough for a person. */
async function readForm(page: Page) {
  const shown = Number((await page.locator('input[name=shown]').inputValue()).split('.')[0])
  await expect.poll(() => Date.now() - shown, { timeout: 10_000 }).toBeGreaterThan(2100)
}

async function signedIn(browser: Browser, account: Account) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: phone })
  await withDatabase((database) => signIn(context, database, account))
  return context.newPage()
}

for (const javaScriptEnabled of [true, false]) {
  test(`an error is reported, corrected and told, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(400_000) // two people and a dozen states, on whatever machine
    const word = `Zhibek${javaScriptEnabled ? 'w' : 'n'}${Date.now().toString(36)}`
    const editorAccount = await withDatabase((database) => createAccount(database, 'editor'))
    const { id, address, raw } = await publishedStatement(word, editorAccount.id)
    // Each test is a reader of its own: the limit of one address is not that of all tests together.
    await withDatabase((database) => database.query('DELETE FROM correction_attempt'))
    const context = await browser.newContext({ javaScriptEnabled, locale: 'en-GB', viewport: phone })
    const reader = await context.newPage()
    const look = async (page: Page, what: string) => {
      if (javaScriptEnabled) await expectAccessible(page, what)
    }

    await reader.goto(address)
    await look(reader, 'a statement')
    const citation = (await reader.locator('#cite-bibtex').textContent()) ?? ''
    const quoted = /url = \{([^}]+)\}/.exec(citation)?.[1] ?? ''
    expect(quoted).toMatch(/\?version=\d+$/)
    await reader.getByRole('link', { name: 'Report an error' }).click()
    await look(reader, 'the form for an error')
    await readForm(reader)
    await reader.getByRole('button', { name: 'Send the report' }).click()
    await expect(reader.getByRole('alert').filter({ hasText: 'Say what is wrong' })).toBeVisible()
    await look(reader, 'the form for an error, empty')
    await reader.getByLabel('What is wrong').fill(`Not in May, ${word} said June.`)
    await reader.getByLabel('Your e-mail address').fill('reader@example.org')
    await readForm(reader)
    await reader.getByRole('button', { name: 'Send the report' }).click()
    await expect(reader.getByText('Your report is with the editors.')).toBeVisible()
    await look(reader, 'the thanks')

    const editor = await signedIn(browser, editorAccount)
    await editor.goto('/admin/corrections')
    await look(editor, 'the queue')
    await editor.getByRole('listitem').filter({ hasText: word }).getByRole('link').click()
    await expect(editor.getByText(`Not in May, ${word} said June.`)).toBeVisible()
    await expect(editor.getByRole('link', { name: 'reader@example.org' })).toBeVisible()
    await look(editor, 'a report')
    await writeRecords(await databaseUrl(), [
      {
        ...{ do: 'save', as: id, noun: 'statement', by: editorAccount.id },
        raw: { ...raw, texts: { en: { text: `We will meet in June, said ${word}.` } } },
      },
    ])
    await editor.goto(`/admin/statements/${id}`)
    await editor.getByRole('button', { name: 'Publish changes' }).click()
    await expect(editor.getByText('Published.', { exact: true })).toBeVisible()
    await editor.goto('/admin/corrections')
    await editor.getByRole('listitem').filter({ hasText: word }).getByRole('link').click()
    await editor.getByRole('button', { name: 'Answer' }).click()
    await expect(editor.getByRole('alert').filter({ hasText: 'Write the answer' })).toBeVisible()
    await editor.getByLabel('Public answer (English)').fill(`The month was wrong, ${word}.`)
    await editor.getByRole('button', { name: 'Answer' }).click()
    await expect(editor.getByText('The report is answered.')).toBeVisible()
    await editor.goto('/admin/corrections?state=accepted')
    await editor.getByRole('listitem').filter({ hasText: word }).getByRole('link').click()
    await expect(editor.getByText('None, or erased.')).toBeVisible()

    await reader.goto(address)
    await reader.getByRole('link', { name: 'History of this page' }).click()
    await expect(reader.getByText(`The month was wrong, ${word}.`)).toBeVisible()
    await expect(reader.locator('del', { hasText: 'May' })).toBeVisible()
    await expect(reader.locator('ins', { hasText: 'June' })).toBeVisible()
    await expect(reader.getByText('Not in May')).toHaveCount(0)
    await look(reader, 'a public history')
    await reader.getByRole('contentinfo').getByRole('link', { name: 'Corrections' }).click()
    await expect(reader.getByText(`The month was wrong, ${word}.`)).toBeVisible()
    await look(reader, 'the corrections')
    const feed = await (await request.get('/api/v1/corrections.atom?locale=ru')).text()
    expect(feed).toContain(`We will meet in May, said ${word}.`)
    expect(feed).toContain(`The month was wrong, ${word}.`)

    // Whoever followed the old quotation.
    await reader.goto(new URL(quoted).pathname + new URL(quoted).search)
    const cited = reader.getByRole('region', { name: 'The words as they were cited' })
    await expect(cited.getByRole('blockquote').first()).toHaveText(`We will meet in May, said ${word}.`)
    await expect(cited.locator('ins', { hasText: 'June' })).toBeVisible()
    await expect(reader.locator('#cite-bibtex')).not.toContainText(quoted)
    await look(reader, 'a cited version')
    expect((await request.get(`${address}?version=999`)).status()).toBe(404)

    if (javaScriptEnabled) await redactFirst(browser, id, reader, quoted)
    await editor.context().close()
    await context.close()
  })
}

/** An administrator removes the version that was wrong; a gap stays that says who, when and why. */
async function redactFirst(browser: Browser, id: string, reader: Page, quoted: string) {
  const account = await withDatabase((database) => createAccount(database, 'administrator', 'Dana Remover'))
  const page = await signedIn(browser, account)
  await page.goto(`/admin/statements/${id}`)
  await page.getByRole('link', { name: 'Published versions' }).click()
  await expectAccessible(page, 'the published versions')
  await page.getByRole('button', { name: 'Remove for ever' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Give the reason' })).toBeVisible()
  await page.getByLabel('Public reason (English)').fill('The speaker was in danger.')
  await page.getByRole('button', { name: 'Remove for ever' }).click()
  await expect(page.getByText('The content of the version is removed.')).toBeVisible()
  await reader.goto(new URL(quoted).pathname + new URL(quoted).search)
  await expect(reader.getByText(/Removed by Dana Remover on .*The speaker was in danger\./)).toBeVisible()
  await expect(reader.getByText('We will meet in May')).toHaveCount(0)
  await expectAccessible(reader, 'a gap')
  await page.context().close()
}

test('reports are screened: a trap for programs, so many from one address', async ({ request, baseURL }) => {
  const by = await withDatabase(async (database) => (await createAccount(database, 'editor')).id)
  const { id, address } = await publishedStatement(`Screened${Date.now().toString(36)}`, by)
  const form = /href="(\/corrections\/report[^"]+)"/.exec(await (await request.get(address)).text())?.[1] ?? ''
  const where = form.replaceAll('&amp;', '&')
  const page = await (await request.get(where)).text()
  const hidden = Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"'),
    ]),
  )
  const send = async (more: Record<string, string>) =>
    request.post(where, {
      headers: { origin: baseURL ?? '' },
      multipart: {
        ...hidden,
        wrong: 'Something is wrong here',
        right: '',
        evidence: '',
        email: '',
        website: '',
        ...more,
      },
      maxRedirects: 0,
    })
  const count = () =>
    withDatabase(async (database) => {
      const { rows } = await database.query('SELECT count(*)::int AS n FROM correction WHERE record_id = $1', [id])
      return rows[0].n as number
    })
  await withDatabase((database) => database.query('DELETE FROM correction_attempt'))
  expect((await send({ shown: `${Date.now() - 60_000}.made-up` })).status()).toBe(200)
  const shown = Number(hidden.shown?.split('.')[0])
  await expect.poll(() => Date.now() - shown, { timeout: 10_000 }).toBeGreaterThan(2100)
  expect((await send({ website: 'https://pills.example' })).status()).toBe(303)
  expect(await count()).toBe(0)
  expect((await send({})).status()).toBe(303)
  expect(await count()).toBe(1)
  expect(
    (await request.post(where, { multipart: hidden, headers: { origin: 'https://elsewhere.example' } })).status(),
  ).toBe(403)
  for (let n = 0; n < 4; n++) await send({})
  expect(await (await send({})).text()).toContain('Too many reports')
  expect(await count()).toBe(4)
})
