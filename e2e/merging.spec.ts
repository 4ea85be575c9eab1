import { type Browser, expect, type Page, test } from '@playwright/test'
import { createAccount, signIn } from './accounts.ts'
import { expectAccessible } from './axe.ts'
import { databaseUrl, withDatabase } from './database.ts'
import { writeRecords } from './records.ts'

const phone = { width: 390, height: 844 }
const cite = (source: string) => [{ source }]

/** Two records of one person, each in a session of its own, all public; their words are of this run alone. */
async function archive(by: string, word: string) {
  const named = (name: string) => ({ texts: { en: { name } } })
  const session = (n: number, person: string) => ({
    ...{ edition: '$edition', slug: `session-${n}`, texts: { en: { title: `Session ${word} ${n}` } } },
    ...{ appearances: [{ person }], citations: cite('$source') },
  })
  const create = (as: string, noun: string, raw: object) => [
    { do: 'create' as const, as, noun, by, raw },
    { do: 'publish' as const, as, by },
  ]
  const slug = word.toLowerCase()
  return writeRecords(await databaseUrl(), [
    ...create('source', 'source', { kind: 'article', texts: { en: { title: `Source ${word}` } } }),
    ...create('forum', 'forum', { slug, ...named(`Forum ${word}`), citations: cite('$source') }),
    ...create('edition', 'edition', { forum: '$forum', year: 2031, timeZone: 'UTC', texts: {} }),
    ...create('kept', 'person', { slug: `${slug}-kept`, ...named(`Zhanna ${word}`), citations: cite('$source') }),
    ...create('gone', 'person', {
      ...{ slug: `${slug}-gone`, ...named(`Жанна ${word}`), names: [{ name: `Janna ${word}` }] },
      identifiers: [{ scheme: 'wikidata', value: `Q${Date.now()}` }],
    }),
    ...create('one', 'session', session(1, '$kept')),
    ...create('two', 'session', session(2, '$gone')),
  ])
}

async function asEditor(browser: Browser, options: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: phone, ...options })
  const account = await withDatabase(async (database) => {
    const made = await createAccount(database, 'editor')
    await signIn(context, database, made)
    return made
  })
  return { page: await context.newPage(), account }
}

const statusOf = async (page: Page, path: string) => {
  const answer = await page.request.get(path, { maxRedirects: 0 })
  return [answer.status(), answer.headers().location ?? null]
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  test(`a person is merged and brought back, public pages followed, ${how} JavaScript`, async ({ browser }) => {
    const { page, account } = await asEditor(browser, { javaScriptEnabled })
    const word = `Tok${account.id.replace(/[^a-f]/g, '').slice(0, 6)}${how}`
    const slug = word.toLowerCase()
    const { kept, gone } = await archive(account.id, word)
    const [before, after] = [`/speakers/${slug}-gone`, `/speakers/${slug}-kept`]
    expect(await statusOf(page, before)).toEqual([200, null])

    await page.goto('/admin/duplicates?noun=person')
    if (javaScriptEnabled) await expectAccessible(page, 'duplicates')
    await page.goto(`/admin/people/${kept?.id}`)
    await page.getByRole('link', { name: 'Merge with another record' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merge with another record')
    const likely = page.getByRole('region', { name: 'Likely the same' })
    await likely.getByRole('link', { name: `Compare Жанна ${word}` }).click()
    await expect(page.getByText('1 record mentions it')).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(page, 'side by side')
    await page.getByRole('button', { name: 'Merge these two' }).click()
    await expect(page.getByText('The two records are one now.')).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(page, 'a batch')
    const batch = new URL(page.url()).pathname

    expect(await statusOf(page, before)).toEqual([301, after])
    await expect.poll(async () => (await page.request.get(after)).text()).toContain(`Session ${word} 2`)
    await page.goto(after)
    await expect(page.getByRole('main')).toContainText(`Session ${word} 1`)
    await expect(page.getByRole('main')).toContainText(`Janna ${word}`)
    await page.goto(`/admin/people/${gone?.id}`)
    await expect(page).toHaveURL(new RegExp(`/admin/people/${kept?.id}$`))

    await page.goto(batch)
    await page.getByRole('button', { name: 'Undo this' }).click()
    await expect(page.getByText('Undone.', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo this' })).toHaveCount(0)
    expect(await statusOf(page, before)).toEqual([200, null])
    await page.goto(before)
    await expect(page.getByRole('main')).toContainText(`Session ${word} 2`)
    await page.goto(after)
    await expect(page.getByRole('main')).not.toContainText(`Session ${word} 2`)

    await page.goto(`/admin/duplicates?noun=person`)
    const pair = page.getByRole('button', { name: new RegExp(`Not the same: .*${word}.*${word}`) })
    await pair.click()
    await expect(page.getByText('Remembered: these two are not the same.')).toBeVisible()
    await expect(pair).toHaveCount(0)
  })

  test(`a change of many is rehearsed, made and undone, ${how} JavaScript`, async ({ browser }) => {
    const { page, account } = await asEditor(browser, { javaScriptEnabled })
    const word = `Bulk${account.id.replace(/[^a-f]/g, '').slice(0, 6)}${how}`
    await archive(account.id, word)
    await page.goto(`/admin/sessions?q=${word}&order=name`)
    if (javaScriptEnabled) await expectAccessible(page, 'a list with boxes')
    await page.getByRole('checkbox', { name: `Select: Session ${word} 1` }).check()
    await page.getByRole('button', { name: 'Change the selected' }).click()
    await expect(page.getByText('1 record is selected')).toBeVisible()
    await page.goBack()
    await page.getByRole('button', { name: 'Change all 2 of this list' }).click()
    await expect(page.getByText('2 records are selected')).toBeVisible()
    await page.getByRole('radio', { name: 'Set the format' }).check()
    await page.getByRole('combobox', { name: 'Format' }).selectOption('keynote')
    await page.getByRole('button', { name: 'Show what would change' }).click()
    const rehearsal = page.getByRole('region', { name: '2 records would change' })
    await expect(rehearsal.getByRole('listitem')).toHaveCount(2)
    await expect(rehearsal.getByRole('listitem').first()).toContainText('Keynote')
    if (javaScriptEnabled) await expectAccessible(page, 'a rehearsal')
    await rehearsal.getByRole('button', { name: 'Change 2 records' }).click()
    await expect(page.getByText('The records are changed.')).toBeVisible()
    const batch = new URL(page.url()).pathname
    await page.goto(`/admin/sessions?q=${word}&state=changed`)
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2)
    await page.goto('/admin/batches')
    await page.getByRole('link', { name: 'Changed many records: Set the format' }).first().click()
    await page.goto(batch)
    await page.getByRole('button', { name: 'Undo this' }).click()
    await expect(page.getByText('Undone.', { exact: true })).toBeVisible()
    await page.goto('/admin')
    const missing = page.getByRole('region', { name: 'What is missing' })
    if (javaScriptEnabled) await expectAccessible(page, 'the overview')
    const without = missing
      .locator('div', { hasText: 'Sessions with a speaker without an organisation' })
      .getByRole('link')
    await without.first().click()
    await expect(page).toHaveURL(/missing=organisation/)
    await page.goto(`/admin/sessions?q=${word}&missing=organisation`)
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2)
  })
}
