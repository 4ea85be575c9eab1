import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { importExample } from '../lib/help/import-example.ts'
import { createAccount, type Role, signIn } from './accounts.ts'
import { expectAccessible } from './axe.ts'
import { databaseUrl, withDatabase } from './database.ts'
import { writeRecords } from './records.ts'

const wide = { width: 1360, height: 900 }
const narrow = { width: 390, height: 844 }
const GUID = '5f3c0b58-2222-5a2e-8b5d-000000000001'

/** A public edition of a forum of its own, and two people of one name: who of them speaks nobody but an editor knows. */
async function archive(word: string) {
  const by = randomUUID()
  const create = (as: string, noun: string, raw: object) => [
    { do: 'create' as const, as, noun, by, raw },
    { do: 'publish' as const, as, by },
  ]
  const name = `Aigerim ${word}`
  const person = (slug: string) => ({ slug: `${word}-${slug}`.toLowerCase(), texts: { en: { name } } })
  const made = await writeRecords(await databaseUrl(), [
    ...create('source', 'source', { kind: 'article', texts: { en: { title: `Source ${word}` } } }),
    ...create('forum', 'forum', { slug: word.toLowerCase(), texts: { en: { name: `Forum ${word}` } } }),
    ...create('edition', 'edition', {
      ...{ forum: '$forum', year: 2040, slug: '2040', timeZone: 'Asia/Almaty', startsOn: '2040-05-14' },
      ...{ endsOn: '2040-05-14', datePrecision: 'day', texts: {} },
    }),
    ...create('one', 'person', person('one')),
    ...create('two', 'person', person('two')),
  ])
  return { name, edition: made.edition?.id ?? '', two: made.two?.id ?? '', slug: word.toLowerCase() }
}

/** The example of the help, with a title and a speaker of this run alone. */
const fileOf = (word: string, name: string) => ({
  name: `${word}.xml`,
  mimeType: 'text/xml',
  buffer: Buffer.from(
    importExample
      .replace('Rivers across borders', `Rivers of ${word}`)
      .replace('Aigerim Sadykova', name)
      .replace(GUID, randomUUID()),
  ),
})

async function atTheDesk(browser: Browser, role: Role, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: wide, ...options })
  await withDatabase(async (database) => signIn(context, database, await createAccount(database, role)))
  return context.newPage()
}

const statusOf = async (page: Page, path: string) => (await page.request.get(path, { maxRedirects: 0 })).status()
const word = (stem: string) =>
  `${stem}${randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 6)}`

/** At both widths, and dark. */
async function expectFine(page: Page, what: string) {
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport)
    await expectAccessible(page, `${what}, ${viewport.width} px`)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, `${what}, dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

test('a programme is rehearsed, a doubtful person answered, imported, published and taken back', async ({
  browser,
}) => {
  const page = await atTheDesk(browser, 'editor')
  const own = word('Rivers')
  const { name, edition, two, slug } = await archive(own)
  const session = `/forums/${slug}/2040/sessions/rivers-of-${slug}`
  expect(await statusOf(page, session)).toBe(404)

  await page.goto(`/admin/editions/${edition}`)
  await page.getByRole('link', { name: 'Import a programme' }).click()
  await expect(page.getByLabel('Edition', { exact: true })).toHaveValue(edition)
  await expectFine(page, 'the form')
  await page.getByLabel('File', { exact: true }).setInputFiles(fileOf(own, name))
  await page.getByLabel('Language of the texts').selectOption('en')
  await page.getByLabel('Publish at once').check()
  await page.getByRole('button', { name: 'Read the file' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${own}.xml into`)
  await expect(page.getByRole('heading', { name: /^Who is who/ })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Nothing has been written yet.')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Some people of the file may be somebody')
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0)
  await expectFine(page, 'a rehearsal with a question')
  const question = page.getByRole('group', { name })
  await expect(question.getByRole('radio')).toHaveCount(3)
  await question.locator(`input[value="${two}"]`).check()
  await page.getByRole('button', { name: 'Save the answers' }).click()

  const confirm = page.getByRole('button', { name: /^Import and publish: / })
  await expect(confirm).toContainText('create 1 session')
  await expect(confirm).not.toContainText('person')
  expect(await statusOf(page, session)).toBe(404)
  await expectFine(page, 'a rehearsal to be confirmed')
  await confirm.click()

  await expect(page.getByRole('main').getByRole('status').first()).toHaveText('The programme is imported.')
  await expectFine(page, 'the result')
  const desk = page.url()
  await page.getByRole('link', { name: 'Public page of the edition' }).click()
  await page
    .getByRole('link', { name: `Rivers of ${own}` })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`${session}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Rivers of ${own}`)
  await expect(page.getByRole('main')).toContainText('How three countries share one river.')
  await expect(page.getByRole('link', { name: 'Recording' })).toHaveAttribute(
    'href',
    'https://media.example.org/rivers',
  )
  await page.getByRole('link', { name, exact: true }).first().click()
  await expect(page).toHaveURL(new RegExp(`/speakers/${slug}-two$`))

  await page.goto(desk)
  await page.getByRole('button', { name: 'Take the import back' }).click()
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText('The import was taken back.')
  await expectFine(page, 'an import taken back')
  expect(await statusOf(page, session)).toBe(404)
  await page.goto('/admin/imports')
  await expect(page.getByRole('main')).toContainText(`${own}.xml into`)
  await expect(page.getByRole('main')).toContainText(/Imported and taken back: .*create 1 session/)
  await expectFine(page, 'the list of imports')
})

test('a file whose edition is not there yet makes it, and takes it along when it is taken back', async ({
  browser,
}) => {
  const own = word('Deltas')
  const { slug } = await archive(own)
  const programme = fileOf(own, `Somebody ${own}`)
  const file = { ...programme, buffer: Buffer.from(programme.buffer.toString().replaceAll('2040-', '2041-')) }
  const page = await atTheDesk(browser, 'editor')
  const edition = `/forums/${slug}/2041`
  const read = async () => {
    await page.goto('/admin/imports/new')
    await page.getByLabel('Edition', { exact: true }).selectOption({ label: `New edition of Forum ${own}` })
    await page.getByLabel('File', { exact: true }).setInputFiles(file)
    await page.getByLabel('Language of the texts').selectOption('en')
    await page.getByLabel('Publish at once').check()
    await page.getByRole('button', { name: 'Read the file' }).click()
  }
  await read()
  const confirm = page.getByRole('button', { name: /^Import and publish: / })
  await expect(confirm).toContainText('create the edition, create 1 session, create 1 person')
  await expectFine(page, 'a rehearsal of a new edition')
  expect(await statusOf(page, edition)).toBe(404)
  await confirm.click()
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText('The programme is imported.')
  const imported = page.url()
  await page.getByRole('link', { name: 'Public page of the edition' }).click()
  await expect(page).toHaveURL(new RegExp(`${edition}$`))
  await expect(page.getByRole('main')).toContainText(`Rivers of ${own}`)

  // It is there now, so that the same file makes no second one.
  await read()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('edition')
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0)

  await page.goto(imported)
  await page.getByRole('button', { name: 'Take the import back' }).click()
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText('The import was taken back.')
  expect(await statusOf(page, edition)).toBe(404)
  await read()
  await expect(confirm).toContainText('create the edition')
})

test('without JavaScript: a draft is imported, the same file again changes nothing', async ({ browser }) => {
  const page = await atTheDesk(browser, 'contributor', { javaScriptEnabled: false, viewport: narrow })
  const own = word('Lakes')
  const { edition } = await archive(own)
  const file = fileOf(own, `Somebody ${own}`)
  const read = async () => {
    await page.goto(`/admin/imports/new?edition=${edition}`)
    await expect(page.getByLabel('Publish at once')).toHaveCount(0)
    await page.getByLabel('File', { exact: true }).setInputFiles(file)
    await page.getByLabel('Language of the texts').selectOption('en')
    await page.getByRole('button', { name: 'Read the file' }).click()
    await expect(page).toHaveURL(/\/admin\/imports\/[0-9a-f-]{36}/)
  }
  await read()
  const confirm = page.getByRole('button', { name: /^Import: .*create 1 session/ })
  await expect(confirm).toContainText('create 1 person')
  await confirm.click()
  await expect(page.getByRole('main')).toContainText('The programme is imported.')
  await page.getByRole('link', { name: `Rivers of ${own}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Rivers of ${own}`)
  await read()
  await expect(page.getByRole('main')).toContainText('there is nothing to import')
  await expect(page.getByRole('button', { name: /^Import: / })).toHaveCount(0)
})

test('where somebody wrote otherwise by hand, what the file says is chosen, and taken back', async ({ browser }) => {
  const page = await atTheDesk(browser, 'editor', { javaScriptEnabled: false })
  const own = word('Seas')
  const { edition } = await archive(own)
  const file = fileOf(own, `Somebody ${own}`)
  const read = async (title: string) => {
    await page.goto(`/admin/imports/new?edition=${edition}`)
    const buffer = Buffer.from(file.buffer.toString().replace(`Rivers of ${own}`, title))
    await page.getByLabel('File', { exact: true }).setInputFiles({ ...file, buffer })
    await page.getByLabel('Language of the texts').selectOption('en')
    await page.getByRole('button', { name: 'Read the file' }).click()
  }
  const title = page.getByRole('textbox', { name: 'Title', exact: true }).first()
  await read(`Rivers of ${own}`)
  await page.getByRole('button', { name: /^Import: .*create 1 session/ }).click()
  await page.getByRole('link', { name: `Rivers of ${own}` }).click()
  const session = page.url()
  await title.fill(`By hand ${own}`)
  await page.getByRole('button', { name: 'Save', exact: true }).click()

  await read(`By the file ${own}`)
  const conflict = page.getByRole('group', { name: 'English, Title' })
  await expect(conflict.getByLabel(/What stands here/)).toBeChecked()
  await expect(page.getByRole('button', { name: /^Import: / })).toHaveCount(0)
  // Axe needs scripts: another editor looks at it.
  const seen = await atTheDesk(browser, 'editor')
  await seen.goto(page.url())
  await expectFine(seen, 'a rehearsal with a conflict')
  await conflict.getByLabel(`The file says: By the file ${own}`).check()
  await page.getByRole('button', { name: 'Save the choices' }).click()
  await expect(conflict.getByLabel(/The file says/)).toBeChecked()
  await page.getByRole('button', { name: /^Import: .*change 1 session/ }).click()
  const imported = page.url()
  await page.goto(session)
  await expect(title).toHaveValue(`By the file ${own}`)
  await page.goto(imported)
  await page.getByRole('button', { name: 'Take the import back' }).click()
  await page.goto(session)
  await expect(title).toHaveValue(`By hand ${own}`)
})

test('a broken file is told in one sentence with its place, and nothing is written', async ({ browser }) => {
  const own = word('Broken')
  const { edition } = await archive(own)
  const cut = Buffer.from(importExample.slice(0, importExample.indexOf('</title>', 300)))
  for (const javaScriptEnabled of [true, false]) {
    const page = await atTheDesk(browser, 'editor', { javaScriptEnabled })
    await page.goto(`/admin/imports/new?edition=${edition}`)
    await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'cut.xml', mimeType: 'text/xml', buffer: cut })
    await page.getByRole('button', { name: 'Read the file' }).click()
    const told = page.getByRole('main').getByRole('alert')
    await expect(told).toHaveText(/^The file ends in the middle: it was cut off .* \(line \d+\)$/)
    if (javaScriptEnabled) await expectFine(page, 'a broken file')
  }
  await withDatabase(async (database) => {
    const { rows } = await database.query('SELECT count(*)::int AS count FROM import WHERE edition_id = $1', [edition])
    expect(rows[0].count).toBe(0)
  })
})

test('the columns of a table are said, kept by a name, and used for the next one', async ({ browser }) => {
  const page = await atTheDesk(browser, 'editor')
  const own = word('Table')
  const { edition } = await archive(own)
  const table = (title: string) => ({
    name: 'table.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Wann,Was,Wer\n2040-05-14 10:00,${title},Nobody ${own}\n`),
  })
  const upload = async (title: string) => {
    await page.goto(`/admin/imports/new?edition=${edition}`)
    await page.getByLabel('File', { exact: true }).setInputFiles(table(title))
    await page.getByLabel('Time zone').fill('Asia/Almaty')
    await page.getByLabel('Language of the texts').selectOption('en')
    await page.getByRole('button', { name: 'Read the file' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Columns of the table')
  }
  await upload(`One ${own}`)
  await expect(page.getByRole('main')).toContainText(`One ${own}`)
  await expectFine(page, 'the columns of a table')
  await page.getByLabel('Wann').selectOption({ label: 'Start' })
  await page.getByLabel('Was').selectOption({ label: 'Title' })
  await page.getByLabel('Wer').selectOption({ label: 'Speakers' })
  await page.getByLabel('Keep this choice as').fill(`German ${own}`)
  await page.getByRole('button', { name: 'Read the table' }).click()
  await expect(page.getByRole('button', { name: /^Import: .*create 1 session/ })).toBeVisible()

  await upload(`Two ${own}`)
  await page.getByLabel('A kept choice').selectOption({ label: `German ${own}` })
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByLabel('Was')).toHaveValue('title')
  await page.getByRole('button', { name: 'Read the table' }).click()
  await expect(page.getByRole('main')).toContainText(`Two ${own}`)
})
